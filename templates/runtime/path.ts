import { ApiArgumentError } from "./errors.js";
import type { Operation } from "./operation.js";
import { encodeText } from "./text.js";

/** The path of an operation with its parameters in it, or an `ApiArgumentError` that names what cannot be sent. */
export function buildPath(
	{ name, path }: Operation,
	argument: (parameter: string) => unknown,
): string {
	const text = path
		.map((part, at) => (at % 2 ? segment(name, part, argument(part)) : part))
		.join("");
	// Most paths have nothing that could be a dot.
	if (path[1] && /[.%]/.test(text) && dotSegments(text)[0])
		throw new ApiArgumentError(name, `path ${text} has a dot segment`);
	return text;
}

function segment(operation: string, name: string, value: unknown): string {
	const text = encodeSegment(value);
	if (text) return text;
	throw new ApiArgumentError(
		operation,
		`path parameter ${name} cannot be sent`,
	);
}

/** A value as a part of one path segment, in which nothing separates or ends one; nothing for what cannot be such a part. */
export function encodeSegment(value: unknown): string | undefined {
	return encodeText(value)?.replace(/%(3A|40)/g, decodeURIComponent);
}

/**
 * The dot segments before the query, also those that a proxy would make by decoding the path once more, each with what
 * separates it from what is before. A parameter's own `%2e` is `%252e` here, its slash `%2F`.
 */
export function dotSegments(path: string) {
	return [...path.replace(/\?.*/s, "").matchAll(dotSegment)];
}

const dotSegment =
	/(^|\/|%(?:25)?(?:2f|5c))((?:\.|%(?:25)?2e){1,2})(?=$|\/|%(?:25)?(?:2f|5c))/gi;
