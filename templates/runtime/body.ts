import { ApiArgumentError } from "./errors.js";
import type { HeaderMap } from "./headers.js";
import { isJson } from "./media-type.js";
import { typeName } from "./scalar.js";

/** What `fetch` knows how to send by itself: forms, files, bytes and streams. */
const native =
	/^(Blob|File|FormData|URLSearchParams|ReadableStream|DataView|\w+Buffer|\w+Array)$/;

/**
 * Writes a body: JSON, except for what `fetch` sends by itself and for text whose content type, named by the caller, is
 * not JSON. Adds the content type of JSON to `headers` unless they say something about it.
 */
export function encodeBody(
	operation: string,
	value: unknown,
	headers: HeaderMap,
): BodyInit | null {
	if (value === undefined) return null;
	const type = headers.get("content-type");
	if (isNative(value) || (typeof value === "string" && type && !isJson(type)))
		return value as BodyInit;
	if (type === undefined) headers.set("content-type", "application/json");
	try {
		return JSON.stringify(value);
	} catch (cause) {
		throw new ApiArgumentError(operation, "body cannot be written as JSON", {
			cause,
		});
	}
}

/** Whether `fetch` sends a value by itself; of text it cannot be told. */
export function isNative(value: unknown): boolean {
	return native.test(typeName(value));
}
