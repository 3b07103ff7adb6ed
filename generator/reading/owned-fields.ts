import type { Property, Shape } from "../model/types.ts";
import { singular, wordsOf } from "../text/words.ts";
import { fillShape } from "./field.ts";

/** The properties with fields put into the one that owns them, however deep it stands; nothing when none does. */
export function fillOwned(
	properties: readonly Property[],
	owner: string,
	fields: readonly Property[],
): readonly Property[] | undefined {
	const at = properties.findIndex((property) => owns(property, owner));
	const found = properties[at];
	if (found !== undefined)
		return properties.with(at, {
			...found,
			shape: fillShape(roomIn(found, owner), fields, []),
		});
	for (const [index, property] of properties.entries()) {
		const inner = innerOf(property.shape);
		const filled = inner && fillOwned(inner, owner, fields);
		if (filled !== undefined)
			return properties.with(index, {
				...property,
				shape: withInner(property.shape, filled),
			});
	}
	return undefined;
}

/** The fields' owner is named as it is, as one of many, or by its type. */
function owns({ name, shape }: Property, owner: string): boolean {
	if (!canHold(shape)) return false;
	const same = (word: string) =>
		wordsOf(singular(word)).join(" ") === wordsOf(singular(owner)).join(" ");
	return same(name) || same(titleOf(shape) ?? "");
}

function canHold(shape: Shape): boolean {
	switch (shape.kind) {
		case "unknown":
		case "object":
			return true;
		case "array":
			return canHold(shape.items);
		case "record":
			return canHold(shape.values);
		case "union":
			return shape.members.some(
				({ kind }) => kind === "object" || kind === "array",
			);
		default:
			return false;
	}
}

function titleOf(shape: Shape): string | undefined {
	if (shape.kind === "array") return titleOf(shape.items);
	if (shape.kind === "record") return titleOf(shape.values);
	return shape.kind === "object" ? shape.title : undefined;
}

/** What "the `item` object" says of `items` is said of each of them. */
function roomIn({ name, shape }: Property, owner: string): Shape {
	if (shape.kind !== "unknown") return shape;
	const object: Shape = { kind: "object", properties: [] };
	const many = singular(name) !== name && singular(owner) === owner;
	return many ? { kind: "array", items: object } : object;
}

function innerOf(shape: Shape): readonly Property[] | undefined {
	if (shape.kind === "array") return innerOf(shape.items);
	if (shape.kind === "record") return innerOf(shape.values);
	return shape.kind === "object" ? shape.properties : undefined;
}

function withInner(shape: Shape, properties: readonly Property[]): Shape {
	if (shape.kind === "array")
		return { ...shape, items: withInner(shape.items, properties) };
	if (shape.kind === "record")
		return { ...shape, values: withInner(shape.values, properties) };
	return shape.kind === "object" ? { ...shape, properties } : shape;
}
