import { join } from "../model/join.ts";
import { joinOrigins } from "../model/join-origins.ts";
import type { Origins, Property, Shape } from "../model/types.ts";

/** A field with what it leaves open filled from another one, whose place is noted; the very same when nothing is. */
export function fillField(property: Property, other: Property): Property {
	const shape = join(property.shape, other.shape, { mode: "fill" });
	if (shape === undefined || isEqual(shape, property.shape)) return property;
	const inferred: Origins = [
		{ span: other.origins[0].span, basis: "inferred", of: ["type"] },
	];
	const origins = joinOrigins(property.origins, inferred);
	return { ...property, shape, origins };
}

function isEqual(a: Shape, b: Shape): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
