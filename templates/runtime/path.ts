import { ApiArgumentError } from "./errors.js";
import type { Operation } from "./operation.js";
import { problemOf, scalar } from "./scalar.js";

/** The path of an operation with its parameters in it, or an `ApiArgumentError` that names what cannot be sent. */
export function buildPath(
	{ name, path }: Operation,
	argument: (parameter: string) => unknown,
): string {
	const faults: string[] = [];
	const parts = path.map((part, index) => {
		if (index % 2 === 0) return part;
		const value = argument(part);
		const problem = problemOfSegment(value);
		if (problem) faults.push(`${part} ${problem}`);
		return problem ? part : encodeSegment(`${scalar(value)}`);
	});
	const text = parts.join("");
	if (path[1] && hasDotSegment(text)) faults.push(`${text} has a dot segment`);
	if (faults[0])
		throw new ApiArgumentError(name, `path cannot be sent: ${faults}`);
	return text;
}

/** Why a value cannot be a part of a path segment, in words that follow its name; `undefined` when it can. */
export function problemOfSegment(value: unknown): string | undefined {
	return scalar(value) === "" ? "is empty" : problemOf(value);
}

/** `text` as a part of one path segment: nothing in it separates or ends a segment. */
export function encodeSegment(text: string): string {
	return encodeURIComponent(text).replace(/%(3A|40)/g, decodeURIComponent);
}

/**
 * Whether there is a dot segment before the query, or one that a proxy would make by decoding the path once more. A
 * parameter's own `%2e` is `%252e` here, its slash `%2F`.
 */
function hasDotSegment(path: string): boolean {
	return (
		// Most paths have nothing that could be a dot.
		/[.%]/.test(path) &&
		/^[^?]*(^|\/|%2f|%5c)(\.|%2e){1,2}($|[/?]|%2f|%5c)/i.test(
			path.replaceAll("%25", "%"),
		)
	);
}
