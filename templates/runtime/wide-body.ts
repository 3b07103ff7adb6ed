import { encodeBody } from "./body.js";
import type { HeaderMap } from "./headers.js";
import { isJson } from "./media-type.js";
import { typeName } from "./scalar.js";

/** What `fetch` knows how to send by itself: forms, files, bytes and streams. */
const native =
	/^(Blob|File|FormData|URLSearchParams|ReadableStream|DataView|\w+Buffer|\w+Array)$/;

/** Leaves as it is what `fetch` sends by itself, and text whose content type, named by the caller, is not JSON. */
export function encodeWideBody(
	operation: string,
	value: unknown,
	headers: HeaderMap,
): BodyInit | null {
	const type = headers.get("content-type");
	if (isNative(value) || (typeof value === "string" && type && !isJson(type)))
		return value as BodyInit;
	return encodeBody(operation, value, headers);
}

/** Whether `fetch` sends a value by itself; of text it cannot be told. */
export function isNative(value: unknown): boolean {
	return native.test(typeName(value));
}
