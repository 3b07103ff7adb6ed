import { isCut } from "../model/is-cut.ts";
import type { ObjectShape, Shape } from "../model/types.ts";

/**
 * How sure it is, the fields aside, that an object is of a type: `named` when the object is called after a type of the same
 * document, `called` when it is called after one of another, `likely` when only the path of its operation is.
 */
export type Likeness = "named" | "called" | "likely";

/** True when an object can be one of a type: it has nothing stated that the type has not, and enough of what it has. */
export function fitsType(
	{ properties }: ObjectShape,
	type: Shape,
	likeness: Likeness,
): boolean {
	const names = namesOf(type);
	const strangers = properties.filter(
		({ name, origins }) =>
			!names.has(name) && origins.some(({ basis }) => basis === "stated"),
	);
	if (strangers.length > 0) return false;
	const shared = properties.filter(({ name }) => names.has(name)).length;
	switch (likeness) {
		case "named":
			return shared > 0;
		case "called":
			// One field, as an id is, says little; what is all that is shown says less.
			return shared > 1 && shared * 2 >= properties.length;
		case "likely":
			return coversMost(properties.length, shared, names.size);
	}
}

/** A list shows few fields of what it lists: an object that lacks many is another thing than the type. */
function coversMost(shown: number, shared: number, all: number): boolean {
	const needed = all >= 16 ? all / 2 : all * 0.8;
	return shared >= 3 && shared * 4 >= shown * 3 && shared >= needed;
}

/** True when nothing is known of a value, so that it can be of any type. */
export function isOpen(shape: Shape): boolean {
	if (shape.kind === "array") return isOpen(shape.items);
	if (shape.kind !== "object") return isCut(shape);
	return shape.properties.length === 0 && shape.title === undefined;
}

function namesOf(type: Shape): ReadonlySet<string> {
	return new Set(
		type.kind === "object" ? type.properties.map(({ name }) => name) : [],
	);
}
