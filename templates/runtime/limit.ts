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
	async text({ body }) {
		if (!body) return "";
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
