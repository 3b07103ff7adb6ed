import { encodingOf } from "../model/encoding.ts";
import type { ApiModel, Body } from "../model/types.ts";
import type { JsonValue } from "../text/json.ts";
import { readForm } from "./read-field.ts";

/** A body as a value, or why it is none. */
export type ReadBody =
	| { readonly value: JsonValue }
	| { readonly fault: string }
	/** Bytes, of which the docs say no more. */
	| { readonly bytes: true };

/** Reads the bytes of a body as its documented media type wants it. */
export async function readBody(
	model: ApiModel,
	{ mediaType, shape }: Body,
	bytes: Uint8Array<ArrayBuffer>,
	contentType: string,
): Promise<ReadBody> {
	switch (encodingOf(mediaType)) {
		case "json":
			return readJson(bytes);
		case "form": {
			const fields = new URLSearchParams(new TextDecoder().decode(bytes));
			return { value: readForm(model, shape, [...fields]) };
		}
		case "multipart":
			return readParts(bytes, contentType, (pairs) =>
				readForm(model, shape, pairs),
			);
		case "raw":
			return /^text\//i.test(mediaType)
				? { value: new TextDecoder().decode(bytes) }
				: { bytes: true };
	}
}

/** JSON is UTF-8 (RFC 8259, section 8.1). */
function readJson(bytes: Uint8Array): ReadBody {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return { value: JSON.parse(text) };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return { fault: `is no JSON: ${why}` };
	}
}

async function readParts(
	bytes: Uint8Array<ArrayBuffer>,
	contentType: string,
	read: (pairs: readonly [string, string][]) => JsonValue,
): Promise<ReadBody> {
	try {
		const headers = { "content-type": contentType };
		const form = await new Response(bytes, { headers }).formData();
		const pairs = [...form].map(([name, part]): [string, string] => [
			name,
			typeof part === "string" ? part : "file",
		]);
		return { value: read(pairs) };
	} catch {
		return { fault: "is no form of several parts" };
	}
}
