import type { Origins, Property, Shape } from "../../model/types.ts";
import type { SampleNode } from "../json-sample.ts";
import { entriesOf, itemsOf, memberOf, textIn } from "./spec-node.ts";
import { nameOfReference } from "./spec-shape.ts";

/** The property that tells a variant from others, and what stands in it. */
export interface VariantMark {
	readonly property: string;
	readonly value: string;
	readonly origins: Origins;
}

/**
 * What discriminators of a description say of the schemas that they choose between: the value that stands for each, its
 * own name where none is mapped. Nothing of a schema that stands for several values.
 */
export function variantMarks(
	roots: Iterable<SampleNode>,
): ReadonlyMap<string, VariantMark> {
	const marks = new Map<string, VariantMark | undefined>();
	const left: SampleNode[] = [...roots];
	for (let node = left.pop(); node !== undefined; node = left.pop()) {
		left.push(...itemsOf(node), ...entriesOf(node).map((one) => one.node));
		for (const [name, mark] of marksIn(node)) {
			const known = marks.get(name);
			const same =
				!marks.has(name) ||
				(known?.property === mark.property && known.value === mark.value);
			marks.set(name, same ? mark : undefined);
		}
	}
	return new Map(
		[...marks].flatMap(([name, mark]) =>
			mark === undefined ? [] : [[name, mark] as const],
		),
	);
}

/** A schema whose discriminator says so is of one kind only, whatever text its property may hold. */
export function withMark(shape: Shape, mark: VariantMark | undefined): Shape {
	if (mark === undefined || shape.kind !== "object") return shape;
	const { property: name, value, origins } = mark;
	const known = shape.properties.find((one) => one.name === name);
	if (known?.shape.kind === "literal") return shape;
	const marked: Property = {
		...known,
		name,
		required: true,
		shape: { kind: "literal", value },
		origins: known?.origins ?? origins,
	};
	const properties =
		known === undefined
			? [marked, ...shape.properties]
			: shape.properties.map((one) => (one === known ? marked : one));
	return { ...shape, properties };
}

function marksIn(
	node: SampleNode,
): readonly (readonly [string, VariantMark])[] {
	const discriminator = memberOf(node, "discriminator");
	const property = textIn(discriminator, "propertyName");
	if (discriminator === undefined || property === undefined) return [];
	const origins: Origins = [{ span: discriminator.span, basis: "stated" }];
	const mapped = entriesOf(memberOf(discriminator, "mapping")).flatMap(
		({ key, node: target }) => {
			const to = target.kind === "value" ? String(target.value) : "";
			return to === "" ? [] : [[nameOfReference(to), key] as const];
		},
	);
	const variants = ["oneOf", "anyOf"]
		.flatMap((key) => itemsOf(memberOf(node, key)))
		.flatMap((one) => textIn(one, "$ref") ?? [])
		.map(nameOfReference)
		.filter((name) => !mapped.some(([known]) => known === name))
		.map((name) => [name, name] as const);
	return [...mapped, ...variants].map(([name, value]) => [
		name,
		{ property, value, origins },
	]);
}
