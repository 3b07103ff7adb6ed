import * as v from "valibot";
import type { OutputFile } from "../text/output-file.ts";
import { digestOfFile } from "./digest.ts";
import { isSafePath } from "./safe-path.ts";

/** The manifest's place in the output folder. */
export const manifestPath = ".docwright.json";

/** What the generator owns: the digest of each file as it was written, by path. */
export type Owned = ReadonlyMap<string, string>;

const Manifest = v.object({
	version: v.literal(1),
	files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

/** The manifest of `files`, sorted, without date or place, so that equal files give an equal manifest. */
export function printManifest(
	files: readonly OutputFile[],
	generator: string,
): OutputFile {
	const digests = files
		.map((file) => [file.path, digestOfFile(file)] as const)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	const manifest = {
		version: 1,
		generator: `docwright ${generator}`,
		files: Object.fromEntries(digests),
	};
	const text = `${JSON.stringify(manifest, undefined, "\t")}\n`;
	return { path: manifestPath, text };
}

/** Reads a manifest back; nothing when it is not one, or when it claims a file outside the output folder. */
export function parseManifest(text: string): Owned | undefined {
	const parsed = v.safeParse(Manifest, parseJson(text));
	if (!parsed.success) return undefined;
	const files = Object.entries(parsed.output.files);
	return files.every(([path]) => isSafePath(path)) ? new Map(files) : undefined;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
