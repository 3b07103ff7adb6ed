import type { Shape } from "./types.ts";

/** All constraints of both, unless they give different values for one. */
export function joinScalars(a: Shape, b: Shape): Shape | undefined {
	const other = new Map<string, unknown>(Object.entries(b));
	const differs = Object.entries(a).some(
		([key, value]) => other.has(key) && other.get(key) !== value,
	);
	return differs ? undefined : { ...b, ...a };
}

/** What holds for the values of both. */
export function widen(a: Shape, b: Shape): Shape | undefined {
	if (a.kind === "number" && b.kind === "number")
		return a.integer === true && b.integer === true
			? { kind: "number", integer: true }
			: { kind: "number" };
	if (a.kind === "string" && b.kind === "string")
		return a.format === b.format && a.format !== undefined
			? { kind: "string", format: a.format }
			: { kind: "string" };
	return undefined;
}

/** True when every value of `narrow` is one of `wide`, for scalars. */
export function holds(wide: Shape, narrow: Shape): boolean {
	if (narrow.kind === "literal") return typeof narrow.value === wide.kind;
	return false;
}

/** True for what has no shapes within it that are joined one by one. */
export function isScalar({ kind }: Shape): boolean {
	return kind !== "object" && kind !== "array" && kind !== "record";
}

/** True when two shapes are the same in all they say. */
export function equal(a: Shape, b: Shape): boolean {
	if (a === b) return true;
	if (a.kind !== b.kind) return false;
	if (a.kind === "boolean" || a.kind === "null") return true;
	return JSON.stringify(a) === JSON.stringify(b);
}
