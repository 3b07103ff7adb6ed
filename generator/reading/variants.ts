import { joinProperties } from "../model/join.ts";
import { isStated } from "../model/join-origins.ts";
import type {
	LiteralShape,
	ObjectShape,
	Origin,
	Origins,
	Property,
	Shape,
} from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import type { Condition } from "./condition.ts";
import { distinct } from "./distinct-fields.ts";

/** Fields that are there under a condition. */
export interface Variant {
	readonly condition: Condition;
	readonly properties: readonly Property[];
}

/**
 * A shape with the fields of its variants: a union of which each member has what all have, its own fields, and the value
 * that tells it from the others. Where nothing tells them apart, the fields may be missing.
 */
export function withVariants(
	base: Shape | undefined,
	variants: readonly Variant[],
	isElsewhere: (property: string) => boolean,
): Shape | undefined {
	if (variants.every(({ properties }) => properties.length === 0)) return base;
	const shape = base ?? { kind: "object", properties: [] };
	const [name, own, others] = mainOf(variants);
	const at = placeOf(name, shape, own);
	return at(shape, (object) => {
		const optional = others.flatMap(optionalFields);
		const shared = { ...object, properties: joined(object, optional) };
		return unionBy(name, shared, own, isElsewhere);
	});
}

/** Fields that may be missing, with a word about when they are there. */
export function optionalFields({
	condition: { written, span },
	properties,
}: Variant): readonly Property[] {
	const note = `${written.charAt(0).toUpperCase()}${written.slice(1)}.`;
	return properties.map((property) => ({
		...property,
		required: false,
		description: [property.description ?? "", note]
			.filter((one) => one !== "")
			.join("\n\n"),
		origins: [...property.origins, { span, basis: "stated", of: facts }],
	}));
}

const facts = ["required", "description"] as const;

/** The property with most values, its variants, and those of others. */
function mainOf(
	variants: readonly Variant[],
): readonly [string, readonly Variant[], readonly Variant[]] {
	const counts = new Map<string, Set<string>>();
	for (const { condition } of variants) {
		const seen = counts.get(condition.property) ?? new Set();
		for (const value of condition.values) seen.add(value);
		counts.set(condition.property, seen);
	}
	const [[name] = [""]] = [...counts].sort((a, b) => b[1].size - a[1].size);
	const own = ({ condition }: Variant) =>
		condition.property === name && condition.values.length > 0;
	return [name, variants.filter(own), variants.filter((one) => !own(one))];
}

type Put = (
	shape: Shape,
	make: (object: ObjectShape) => Shape | undefined,
) => Shape | undefined;

/** Where in a shape the variants are: in its items, or in the one property whose object has what tells them apart. */
function placeOf(name: string, shape: Shape, own: readonly Variant[]): Put {
	if (shape.kind === "array")
		return (_, make) => {
			const items = placeOf(name, shape.items, own)(shape.items, make);
			return items && { ...shape, items };
		};
	if (shape.kind !== "object") return () => undefined;
	const names = new Set([
		name,
		...own.flatMap(({ properties }) => properties.map((one) => one.name)),
	]);
	const here = shape.properties.some((one) => names.has(one.name));
	const inner = here
		? undefined
		: shape.properties.find((one) => holds(one.shape, name));
	if (inner === undefined) return (_, make) => make(shape);
	return (_, make) => {
		const made = placeOf(name, inner.shape, own)(inner.shape, make);
		if (made === undefined) return undefined;
		const properties = shape.properties.map((one) =>
			one === inner ? { ...one, shape: made } : one,
		);
		return { ...shape, properties };
	};
}

function holds(shape: Shape, name: string): boolean {
	if (shape.kind === "array") return holds(shape.items, name);
	return (
		shape.kind === "object" && shape.properties.some((one) => one.name === name)
	);
}

function unionBy(
	name: string,
	object: ObjectShape,
	variants: readonly Variant[],
	isElsewhere: (property: string) => boolean,
): Shape {
	const shared = sharedBy(variants, object);
	const telling = shared.properties.find((one) => one.name === name);
	const said = new Set(variants.flatMap(({ condition }) => condition.values));
	const rest = listedValues(telling?.shape).filter(
		(value) => !said.has(String(value)),
	);
	const apart =
		said.size > 1 || (rest.length > 0 && telling?.required === true);
	if (!apart || telling?.required === false)
		return {
			...shared,
			properties: joined(shared, variants.flatMap(optionalFields)),
		};
	const told = isTold(name, telling, variants, isElsewhere);
	const members = [...said].map((value): Shape => {
		const own = variants.filter((one) => one.condition.values.includes(value));
		const properties = joined(
			shared,
			own.flatMap((one) => one.properties),
		);
		const literal = literalOf(value, telling?.shape);
		return {
			...shared,
			properties: told
				? withLiteral(properties, name, [literal], own)
				: properties,
		};
	});
	const left = rest.map((value): LiteralShape => ({ kind: "literal", value }));
	const { properties } = shared;
	if (left.length > 0)
		members.push({
			...shared,
			properties: withLiteral(properties, name, left, []),
		});
	return { kind: "union", members, ...(told && { discriminator: name }) };
}

/** True where the value stands beside the fields that it decides, and not in the request or in words alone. */
function isTold(
	name: string,
	telling: Property | undefined,
	variants: readonly Variant[],
	isElsewhere: (property: string) => boolean,
): boolean {
	const conditions = variants.map(({ condition }) => condition);
	const known =
		telling !== undefined ||
		variants.some(({ properties }) =>
			properties.some((one) => one.name === name),
		) ||
		conditions.some((one) => one.telling === true);
	const loose = conditions.every((one) => one.loose === true);
	return known || !(loose || isElsewhere(name));
}

/** What only an example shows of a variant's own fields is not what all have. */
function sharedBy(
	variants: readonly Variant[],
	object: ObjectShape,
): ObjectShape {
	const own = new Set(
		variants.flatMap(({ properties }) => properties.map(({ name }) => name)),
	);
	const telling = variants[0]?.condition.property;
	return {
		...object,
		properties: object.properties.filter(
			(one) => one.name === telling || isStated(one) || !own.has(one.name),
		),
	};
}

function withLiteral(
	properties: readonly Property[],
	name: string,
	literals: readonly LiteralShape[],
	said: readonly Variant[],
): readonly Property[] {
	const shape = unionOf(literals);
	const spans = said.map(({ condition: { span } }) => span);
	const at = properties.findIndex((one) => one.name === name);
	const known = properties[at];
	const [first] = spans;
	if (known !== undefined) {
		const required = known.required ?? true;
		const told = spans.map((span): Origin => {
			return { span, basis: "stated", of: ["value"] };
		});
		const origins: Origins = [...known.origins, ...told];
		return properties.with(at, { ...known, required, shape, origins });
	}
	if (first === undefined) return properties;
	const origins: Origins = [{ span: first, basis: "stated" }];
	return [{ name, required: true, shape, origins }, ...properties];
}

/** A value as the type of its property has it. */
function literalOf(value: string, shape: Shape | undefined): LiteralShape {
	const listed = listedValues(shape).find((one) => String(one) === value);
	if (listed !== undefined) return { kind: "literal", value: listed };
	const number = shape?.kind === "number" && /^-?\d+(?:\.\d+)?$/.test(value);
	return { kind: "literal", value: number ? Number(value) : value };
}

function listedValues(
	shape: Shape | undefined,
): readonly LiteralShape["value"][] {
	if (shape?.kind === "boolean") return [true, false];
	if (shape?.kind === "literal") return [shape.value];
	return shape?.kind === "union" ? shape.members.flatMap(listedValues) : [];
}

/** The properties of an object with others among them, each once; the others say more. */
function joined(
	{ properties }: ObjectShape,
	others: readonly Property[],
): readonly Property[] {
	const own = distinct(others, ({ name }) => name);
	const known = new Map(own.map((one) => [one.name, one]));
	const all = properties.map((property) => {
		const other = known.get(property.name);
		known.delete(property.name);
		return other === undefined
			? property
			: joinProperties(other, property, { mode: "same" });
	});
	return [...all, ...known.values()];
}
