/**
 * Text or bytes in base64 (RFC 4648, section 4), as a `string` of format `byte` has them; text as UTF-8, nothing as an
 * empty text.
 */
export function toBase64(
	data: string | ArrayBuffer | ArrayBufferView | null | undefined,
): string {
	const bytes =
		typeof data === "string"
			? new TextEncoder().encode(data)
			: ArrayBuffer.isView(data)
				? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
				: new Uint8Array(data ?? []);
	let text = "";
	// A call takes no more than some ten thousand arguments.
	for (let at = 0; at < bytes.length; at += 8192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(text);
}

/**
 * The bytes of a text in base64, also in its alphabet for URLs (RFC 4648, section 5), padded or not; white space is passed
 * over. Throws a `TypeError` for any other text, which it does not show.
 */
export function fromBase64(
	text: string,
): Uint8Array & { readonly buffer: ArrayBuffer } {
	try {
		const bytes = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
		return Uint8Array.from(bytes, (byte) =>
			byte.charCodeAt(0),
		) as Uint8Array & {
			readonly buffer: ArrayBuffer;
		};
	} catch {
		throw new TypeError("the text is not base64");
	}
}
