import { join } from "../model/join.ts";
import type { ObjectShape, Origins, Property, Shape } from "../model/types.ts";

/** A shape as that of one property of a body of which nothing else is known. */
export function within(name: string, shape: Shape, origins: Origins): Shape {
	return { kind: "object", properties: [{ name, shape, origins }] };
}

/**
 * Joins what the docs describe with what an example shows. Described fields may be those of the whole, of its items, or of
 * the property or items within it where an example has most of them.
 */
export function fitted(
	described: Shape,
	shown: Shape,
	mode: "same" | "fill",
): Shape {
	if (shown.kind === "array" && described.kind === "object")
		return { ...shown, items: fitted(described, shown.items, mode) };
	if (described.kind === "object" && shown.kind === "object") {
		const inner = placeIn(described, shown);
		if (inner !== undefined) {
			const properties = shown.properties.map((property): Property => {
				if (property !== inner) return property;
				return { ...property, shape: fitted(described, property.shape, mode) };
			});
			return { ...shown, properties };
		}
		return joinedObjects(described, shown, mode);
	}
	return join(described, shown, { mode }) ?? described;
}

/** Property by property, so that what is described within one finds its place there. */
function joinedObjects(
	described: ObjectShape,
	shown: ObjectShape,
	mode: "same" | "fill",
): Shape {
	const others = new Map(shown.properties.map((one) => [one.name, one.shape]));
	const properties = described.properties.map((property): Property => {
		const other = others.get(property.name);
		const nested = isNested(property.shape) && other && isNested(other);
		return nested === true
			? { ...property, shape: fitted(property.shape, other, mode) }
			: property;
	});
	const made = { ...described, properties };
	return join(made, shown, { mode }) ?? made;
}

function isNested({ kind }: Shape): boolean {
	return kind === "object" || kind === "array";
}

/** The property under which an example has described fields, where it has none of them beside it. */
function placeIn(
	described: ObjectShape,
	shown: ObjectShape,
): Property | undefined {
	const names = new Set(described.properties.map(({ name }) => name));
	if (names.size === 0 || shown.properties.some(({ name }) => names.has(name)))
		return undefined;
	const ranked = shown.properties
		.map((property) => ({ property, count: shared(names, property.shape) }))
		.sort((a, b) => b.count - a.count);
	const [best] = ranked;
	return best !== undefined && best.count * 4 >= names.size && best.count > 0
		? best.property
		: undefined;
}

/** How many of the names an object has, or the best place within it. */
function shared(names: ReadonlySet<string>, shape: Shape): number {
	if (shape.kind === "array") return shared(names, shape.items);
	if (shape.kind !== "object") return 0;
	const own = shape.properties.filter(({ name }) => names.has(name)).length;
	return Math.max(
		own,
		...shape.properties.map((one) => shared(names, one.shape)),
	);
}
