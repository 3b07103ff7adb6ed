import type { Feature } from "./feature.js";

/**
 * Refuses bodies that have more bytes than the option `maxResponseBytes` once they are decompressed, and items of streams
 * that have more.
 */
export const limitResponses: Feature = (
	_config,
	{ maxResponseBytes = 100_000_000 },
) => ({
	limit: maxResponseBytes,
	async text(response) {
		const { body, headers } = response;
		if (!body) return "";
		// A length says how much comes over the wire, which is all there is unless it is compressed.
		const length = headers.get("content-length") ?? "";
		if (
			/^\d{1,15}$/.test(length) &&
			!headers.has("content-encoding") &&
			Number(length) <= maxResponseBytes
		)
			return response.text();
		const reader = body.getReader();
		const decoder = new TextDecoder();
		let text = "";
		let size = 0;
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return text + decoder.decode();
			size += value.byteLength;
			if (size > maxResponseBytes) {
				reader.cancel().catch(() => {});
				throw new RangeError(`more than ${maxResponseBytes} bytes`);
			}
			text += decoder.decode(value, { stream: true });
		}
	},
});
