import type { Shape } from "../model/types.ts";

/**
 * True when two shapes may be of one thing: of what is within them, one has all the properties of the other, wherever
 * neither of them is cut off. `data` of two answers holds anything, and the same wrapper around it does not make it one.
 */
export function alike(a: Shape, b: Shape): boolean {
	if (a.kind === "array" && b.kind === "array") return alike(a.items, b.items);
	if (a.kind === "record" && b.kind === "record")
		return alike(a.values, b.values);
	if (a.kind !== "object" || b.kind !== "object") return true;
	const others = new Map(b.properties.map((one) => [one.name, one.shape]));
	const pairs = a.properties.flatMap(({ name, shape }) => {
		const other = others.get(name);
		return other === undefined ? [] : [[shape, other] as const];
	});
	const fewer = Math.min(a.properties.length, b.properties.length);
	return (
		pairs.length === fewer && pairs.every(([one, other]) => alike(one, other))
	);
}
