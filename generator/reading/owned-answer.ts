import { join } from "../model/join.ts";
import type { ObjectShape, Property, Response, Shape } from "../model/types.ts";

/** Fields that a sentence gives to something by name: "The `letter` object has the following fields". */
export interface OwnedFields {
	readonly owner: string;
	readonly fields: readonly Property[];
}

/**
 * An answer with the described fields of an object in it. What the docs say of "the `letter` object" where they list what
 * is sent holds for the `letter` of the answer, if a sample shows some of its fields there.
 */
export function withOwnedFields(
	response: Response,
	owned: readonly OwnedFields[],
): Response {
	const { shape, status } = response;
	if (shape === undefined || !status.startsWith("2")) return response;
	const filled = owned.reduce(filledBy, shape);
	return filled === shape ? response : { ...response, shape: filled };
}

function filledBy(shape: Shape, owned: OwnedFields): Shape {
	if (shape.kind === "array") {
		const items = filledBy(shape.items, owned);
		return items === shape.items ? shape : { ...shape, items };
	}
	if (shape.kind !== "object") return shape;
	const at = shape.properties.findIndex(({ name }) => name === owned.owner);
	const found = shape.properties[at];
	const inner = found && described(found.shape, owned);
	if (found === undefined || inner === undefined) return shape;
	const properties = shape.properties.with(at, { ...found, shape: inner });
	return { ...shape, properties };
}

function described(
	shape: Shape,
	{ fields }: OwnedFields,
): ObjectShape | undefined {
	if (shape.kind !== "object" || shape.title !== undefined) return undefined;
	const shown = new Set(shape.properties.map(({ name }) => name));
	const shared = fields.filter(({ name }) => shown.has(name)).length;
	if (shared < 2 || shared * 2 < shown.size) return undefined;
	// What has to be sent need not be answered.
	const properties = fields.map(
		({ required: _, default: __, ...field }): Property => field,
	);
	const joined = join({ kind: "object", properties }, shape, { mode: "fill" });
	return joined?.kind === "object" ? joined : undefined;
}
