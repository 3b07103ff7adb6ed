import type { NumberShape, Shape, StringShape } from "../types.ts";

/**
 * True when each value of `inner` is one of `outer`, as far as their kinds tell: limits are no matter, and what is inside of
 * objects, arrays and maps is compared elsewhere. References have to be resolved.
 */
export function accepts(outer: Shape, inner: Shape): boolean {
	if (outer.kind === "unknown") return true;
	if (inner.kind === "literal") return acceptsLiteral(outer, inner.value);
	if (outer.kind !== inner.kind) return false;
	if (outer.kind === "string" && inner.kind === "string")
		return outer.format === undefined || outer.format === inner.format;
	if (outer.kind === "number" && inner.kind === "number")
		return outer.integer !== true || inner.integer === true;
	return true;
}

function acceptsLiteral(
	outer: Shape,
	value: string | number | boolean,
): boolean {
	switch (outer.kind) {
		case "literal":
			return outer.value === value;
		case "string":
			return typeof value === "string" && outer.format === undefined;
		case "number":
			return (
				typeof value === "number" &&
				(outer.integer !== true || Number.isInteger(value))
			);
		case "boolean":
			return typeof value === "boolean";
		default:
			return false;
	}
}

/** How limits differ; a pattern that became another one is both. */
export interface LimitChange {
	readonly tighter: boolean;
	readonly looser: boolean;
}

/** Compares what two texts, or two numbers, may be at least and at most. */
export function compareLimits(
	before: StringShape | NumberShape,
	after: StringShape | NumberShape,
): LimitChange {
	const [a, b] = [limitsOf(before), limitsOf(after)];
	const patterns = a.pattern !== b.pattern;
	return {
		tighter:
			b.least > a.least ||
			b.most < a.most ||
			(patterns && b.pattern !== undefined),
		looser:
			b.least < a.least ||
			b.most > a.most ||
			(patterns && a.pattern !== undefined),
	};
}

function limitsOf(shape: StringShape | NumberShape) {
	if (shape.kind === "number") {
		const { minimum = -Infinity, maximum = Infinity } = shape;
		return { least: minimum, most: maximum, pattern: undefined };
	}
	const { minLength = 0, maxLength = Infinity, pattern } = shape;
	return { least: minLength, most: maxLength, pattern };
}
