import { ApiArgumentError } from "./errors.js";
import type { HeaderMap } from "./headers.js";
import { typeName } from "./scalar.js";
import { isNative } from "./wide-body.js";

/** A body that is sent as it is; what it is made of bit by bit is not sent again when a call is tried again. */
export type RawBody =
	| BodyInit
	| Iterable<Uint8Array | string>
	| AsyncIterable<Uint8Array | string>;

/** Gives a body to `fetch` as it is, and as a stream what makes bytes one after another. */
export function encodeRaw(
	operation: string,
	value: unknown,
	headers: HeaderMap,
	type?: string,
): BodyInit | null {
	if (value === undefined) return null;
	if (type && !headers.has("content-type")) headers.set("content-type", type);
	if (value === null) return null;
	if (isNative(value) || typeof value === "string") return value as BodyInit;
	const source = Object(value);
	const open = source[Symbol.asyncIterator] ?? source[Symbol.iterator];
	if (typeof open !== "function" || Array.isArray(value) || "toJSON" in source)
		throw new ApiArgumentError(
			operation,
			`body is ${typeName(value)}, and not text, bytes or a stream of them`,
		);
	return streamOf(open.call(value));
}

function streamOf(
	iterator: AsyncIterator<Uint8Array | string>,
): ReadableStream<Uint8Array> {
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await iterator.next();
			if (done) controller.close();
			else
				controller.enqueue(
					typeof value === "string" ? new TextEncoder().encode(value) : value,
				);
		},
		async cancel() {
			await iterator.return?.();
		},
	});
}
