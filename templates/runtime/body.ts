import { ApiArgumentError } from "./errors.js";
import type { HeaderMap } from "./headers.js";

/** Writes a body as JSON, and adds the content type of JSON to `headers` unless they say something about it. */
export function encodeBody(
	operation: string,
	value: unknown,
	headers: HeaderMap,
): BodyInit | null {
	if (value === undefined) return null;
	if (!headers.has("content-type"))
		headers.set("content-type", "application/json");
	const { toJSON, [Symbol.toStringTag]: tag } = Object(value);
	let cause: unknown;
	try {
		// Of files, forms, bytes and maps, which have a tag, nothing would be left.
		if (toJSON || !tag) return JSON.stringify(value);
	} catch (error) {
		cause = error;
	}
	throw new ApiArgumentError(operation, "body cannot be written as JSON", {
		cause,
	});
}
