import { readFileSync } from "node:fs";
import { errnoOf, lookAt } from "./look-at.ts";

/** A document's text, or why there is none. */
export type ReadDocument =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "unreadable"; readonly errno: string }
	| {
			readonly kind: "too-large";
			readonly bytes: number;
			readonly limit: number;
	  }
	/** `before` is the text up to the byte that cannot be decoded. */
	| {
			readonly kind: "not-utf8";
			readonly offset: number;
			readonly before: string;
	  };

/** The most bytes a document may have: far above any page that people write, and far below what hurts us. */
export const largestDocument = 32 * 1024 * 1024;

/** Reads one document as UTF-8; a byte order mark is dropped. Whatever happens to the file, it does not throw. */
export function readDocument(
	path: string,
	most = largestDocument,
): ReadDocument {
	const sight = lookAt(path);
	if (sight.kind === "error") return { kind: "unreadable", errno: sight.errno };
	if (sight.kind === "folder") return { kind: "unreadable", errno: "EISDIR" };
	if (sight.kind === "missing") return { kind: "unreadable", errno: "ENOENT" };
	if (sight.bytes > most)
		return { kind: "too-large", bytes: sight.bytes, limit: most };
	try {
		return decodeDocument(readFileSync(path));
	} catch (error) {
		return { kind: "unreadable", errno: errnoOf(error) };
	}
}

/** The text of a document's bytes; a byte order mark is dropped. */
export function decodeDocument(bytes: Uint8Array): ReadDocument {
	const text = decodePart(bytes, false);
	if (text !== undefined) return { kind: "text", text };
	const before = decodePart(bytes.subarray(0, soundLength(bytes)), true) ?? "";
	const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const offset = new TextEncoder().encode(before).length + (mark ? 3 : 0);
	return { kind: "not-utf8", offset, before };
}

/** The length of the longest start of `bytes` that could still become UTF-8, found by bisection. */
function soundLength(bytes: Uint8Array): number {
	let sound = 0;
	let broken = bytes.length + 1;
	while (broken - sound > 1) {
		const middle = (sound + broken) >> 1;
		if (decodePart(bytes.subarray(0, middle), true) === undefined)
			broken = middle;
		else sound = middle;
	}
	return sound;
}

/** `open` lets the last character be incomplete; it is left out then. */
function decodePart(bytes: Uint8Array, open: boolean): string | undefined {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes, {
			stream: open,
		});
	} catch {
		return undefined;
	}
}
