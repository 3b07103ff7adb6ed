import { gunzipSync, gzipSync } from "node:zlib";
import type { OutputFile } from "../../text/output-file.ts";
import { digestOf, digestOfFile } from "../digest.ts";

/** How entries of one kind are written. */
export interface EntryForm {
	readonly encode: (value: unknown, key: string) => string | Uint8Array;
	/** Nothing for what is cut off or is not what was written under this key; throws for some of it. */
	readonly decode: (content: Buffer, key: string) => unknown;
}

/** JSON with its digest in front, so that a bit that fell over is noticed. */
export const jsonForm = digested(
	(text) => Buffer.from(text),
	(bytes) => bytes,
);

/** The same, compressed: for what is read piece by piece. The rest a disk gives faster than it can be unpacked. */
export const packedForm = digested(
	(text) => gzipSync(text, { level: 1 }),
	(bytes) => gunzipSync(bytes),
);

function digested(
	pack: (text: string) => Buffer,
	unpack: (bytes: Buffer) => Buffer,
): EntryForm {
	return {
		encode(value, key) {
			const bytes = pack(JSON.stringify({ key, value }));
			return Buffer.concat([Buffer.from(`${digestOf(bytes)}\n`), bytes]);
		},
		decode(content, wanted) {
			const bytes = content.subarray(65);
			if (!isIntact(content, bytes)) return undefined;
			const { key, value } = JSON.parse(unpack(bytes).toString());
			return key === wanted ? value : undefined;
		},
	};
}

function isIntact(content: Buffer, bytes: Buffer): boolean {
	return content.subarray(0, 65).toString() === `${digestOf(bytes)}\n`;
}

/**
 * Output files as they are, one after the other, behind a line with the path and the length of each. Their key is made of
 * what they hold, which is all that it takes to notice a bit that fell over: nothing that large is digested twice.
 */
export const filesForm: EntryForm = {
	encode(value) {
		const files = value as readonly OutputFile[];
		const lengths = files.map(({ path, text }) => [path, text.length]);
		const texts = files.map(({ text }) => text);
		return [`${JSON.stringify(lengths)}\n`, ...texts].join("");
	},
	decode(content, wanted) {
		const text = content.toString();
		let at = text.indexOf("\n") + 1;
		const lengths: readonly (readonly [string, number])[] = JSON.parse(
			text.slice(0, at),
		);
		const files = lengths.map(([path, length]): OutputFile => {
			const start = at;
			at += length;
			return { path, text: text.slice(start, at) };
		});
		return at === text.length && keyOfFiles(files) === wanted
			? files
			: undefined;
	},
};

/** What a part of the output is kept under. */
export function keyOfFiles(files: readonly OutputFile[]): string {
	const lines = files.map((file) => `${file.path} ${digestOfFile(file)}`);
	return digestOf(lines.join("\n"));
}
