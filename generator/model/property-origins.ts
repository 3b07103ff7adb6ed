import { isCut } from "./is-cut.ts";
import { isStated, isStatement, joinOrigins } from "./join-origins.ts";
import { isUnsure } from "./join-required.ts";
import { equal, isScalar } from "./join-scalars.ts";
import type { Origins, Property, Shape } from "./types.ts";

/** The description of a thing comes first, though it is an example that tells its type. */
export function joinedOrigins(
	a: Property,
	b: Property,
	joined: Shape | undefined,
): Origins {
	const [one, other] = [completed(a, joined), completed(b, joined)];
	return inOrder(a, b, one, other);
}

/** A place that says the same once more adds nothing; where the thing was cut off is told for the first few places. */
export function neededOrigins(
	a: Property,
	b: Property,
	joined: Shape | undefined,
): Origins {
	const few = 12;
	const own = completed(a, joined);
	if (own.length >= few) return own;
	// Where an example shows nothing, nothing was cut off.
	const cut =
		isStated(b) && isCut(b.shape) && joined !== undefined && !isCut(joined);
	const adds =
		b.origins.some(
			({ basis, of }) => basis === "inferred" && of?.includes("type") === true,
		) ||
		(a.description === undefined && b.description !== undefined) ||
		(a.required === undefined && b.required !== undefined) ||
		(isScalar(b.shape) && joined !== undefined && !equal(joined, a.shape));
	return cut || adds ? inOrder(a, b, own, completed(b, joined)) : own;
}

/** Once a place states whether the property is required, the guesses of others are forgotten. */
export function settled(origins: Origins, a: Property, b: Property): Origins {
	const sure = [a, b].some(
		(one) => one.required !== undefined && !isUnsure(one),
	);
	if (!sure || (!isUnsure(a) && !isUnsure(b))) return origins;
	const [first, ...rest] = origins.filter(
		({ basis, of }) => basis !== "assumed" || of?.join() !== "required",
	);
	return first === undefined ? origins : [first, ...rest];
}

function inOrder(a: Property, b: Property, one: Origins, other: Origins) {
	const described = isUntyped(b) && !a.origins.some(isStatement);
	return described
		? joinOrigins(other, one, most)
		: joinOrigins(one, other, most);
}

/** Nobody looks at more places that say the same. */
const most = 256;

/** True when the docs describe a thing and say nothing of its type. */
function isUntyped({ shape, origins }: Property): boolean {
	return (
		shape.kind === "unknown" &&
		shape.placeholder === undefined &&
		origins.some(isStatement)
	);
}

/** What was cut off here and is known from elsewhere is inferred. */
function completed(property: Property, joined: Shape | undefined): Origins {
	if (joined === undefined || !isCut(property.shape) || isCut(joined))
		return property.origins;
	const [first, ...others] = property.origins;
	// A place that only names the thing never spoke of its type.
	if (first.of !== undefined && !first.of.includes("type"))
		return property.origins;
	if (isUntyped(property) && isStatement(first))
		return [{ ...first, of: ["name", "required", "description"] }, ...others];
	return [{ ...first, basis: "inferred", of: ["type"] }, ...others];
}
