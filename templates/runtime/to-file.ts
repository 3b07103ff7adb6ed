import { typeName } from "./scalar.js";

/** What can be a part of a form that is a file. */
export type Uploadable =
	| Blob
	| ArrayBuffer
	| ArrayBufferView
	| Response
	| ReadableStream<Uint8Array>
	| AsyncIterable<Uint8Array | string>;

/**
 * A file made of bytes, a blob, a response or a stream. Its name is the one given, or else that of what it is made of: the
 * last segment of a response's URL, or of the path of a file that is being read. A file without another name or another
 * type stays the same file.
 */
export async function toFile(
	value: Uploadable | PromiseLike<Uploadable>,
	name?: string,
	options?: FilePropertyBag,
): Promise<File> {
	if (typeof File === "undefined")
		throw new TypeError("File is not defined here; set globalThis.File first");
	const content: unknown = await value;
	if (content instanceof File && name === undefined && !options) return content;
	const blob = await blobOf(content);
	return new File([blob], name || nameOf(content) || "file", {
		type: blob.type,
		...options,
	});
}

/** Whether a value is read bit by bit. */
export function isStreaming(value: unknown): boolean {
	return (
		/^(Response|ReadableStream)$/.test(typeName(value)) ||
		Symbol.asyncIterator in Object(value)
	);
}

async function blobOf(content: unknown): Promise<Blob> {
	const type = typeName(content);
	if (type === "Response") return (content as Response).blob();
	if (type === "ReadableStream")
		return new Response(content as ReadableStream).blob();
	if (/^(Blob|File)$/.test(type)) return content as Blob;
	if (/^(String|DataView|\w+Buffer|\w+Array)$/.test(type))
		return new Blob([content as BlobPart]);
	if (!isStreaming(content))
		throw new TypeError(`no file can be made of ${described(content)}`);
	const parts: BlobPart[] = [];
	for await (const part of content as AsyncIterable<BlobPart>) parts.push(part);
	return new Blob(parts);
}

/** The last segment of the name, URL or path that a value has. */
function nameOf(content: unknown): string | undefined {
	const { name, url, path } = Object(content);
	return `${name || url || path || ""}`
		.replace(url ? /[?#].*/s : "", "")
		.split(/[\\/]/)
		.pop();
}

/** `object; constructor: Object; props: ["a"]`: enough to see what was passed by mistake, and no value of it. */
function described(content: unknown): string {
	const names = Object.getOwnPropertyNames(Object(content)).slice(0, 9);
	const maker = Object(content).constructor?.name;
	return `${typeof content}; constructor: ${maker}; props: ${JSON.stringify(names)}`;
}
