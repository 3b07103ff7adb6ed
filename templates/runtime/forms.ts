import { ApiArgumentError } from "./errors.js";
import { serialiseQuery } from "./query.js";
import { scalar, typeName } from "./scalar.js";

/** Writes a body as a form of the web, `a=1&b=2`. */
export function encodeForm(operation: string, value: unknown): BodyInit | null {
	if (value === undefined) return null;
	return /^(URLSearchParams|String)$/.test(typeName(value))
		? new URLSearchParams(value as string)
		: new URLSearchParams(serialiseQuery(operation, Object(value)));
}

/** Writes a body as a form with parts: files as they are, texts as text, objects as JSON. */
export function encodeMultipart(
	operation: string,
	value: unknown,
): BodyInit | null {
	if (value === undefined || typeName(value) === "FormData")
		return (value as FormData | undefined) ?? null;
	const form = new FormData();
	for (const [name, member] of Object.entries(Object(value)))
		for (const item of [member].flat()) {
			if (item === undefined || item === null) continue;
			form.append(name, partOf(operation, name, item));
		}
	return form;
}

function partOf(operation: string, name: string, item: unknown): string | Blob {
	const type = typeName(item);
	// A file keeps its name.
	if (/^(Blob|File)$/.test(type)) return item as Blob;
	if (/^(DataView|\w+Buffer|\w+Array)$/.test(type))
		return new Blob([item as BlobPart]);
	const text = scalar(item);
	if (text !== undefined) return text;
	try {
		return JSON.stringify(item);
	} catch (cause) {
		throw new ApiArgumentError(operation, `part ${name} cannot be written`, {
			cause,
		});
	}
}
