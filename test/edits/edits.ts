import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { runDocwright } from "../bench/process.ts";

/** What a person does to a folder of docs; numbers choose a document, a place in it and how much of it. */
export interface Edit {
	readonly kind: (typeof kinds)[number];
	readonly file: number;
	readonly at: number;
	readonly length: number;
}

const kinds = ["cut", "repeat", "word", "rename", "delete", "add"] as const;

/** A few edits, one after another. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
	fc.record({
		kind: fc.constantFrom(...kinds),
		file: fc.nat(),
		at: fc.nat(),
		length: fc.integer({ min: 1, max: 12 }),
	}),
	{ minLength: 2, maxLength: 5 },
);

/** How a sequence came out. */
export interface Told {
	readonly steps: number;
	/** Files that a run with a cache did not write anew, of those in the output. */
	readonly kept: number;
	readonly files: number;
	/** What differs from a run that knows nothing; empty where nothing does. */
	readonly differences: readonly string[];
}

/**
 * Makes the edits in a copy of `docs`, and after each one brings one output up to date with a cache and makes another
 * anew. Both have to hold the same bytes, and both runs have to say the same.
 */
export async function follow(
	docs: string,
	sequence: readonly Edit[],
): Promise<Told> {
	const folder = mkdtempSync(join(tmpdir(), "docwright-edits-"));
	try {
		cpSync(docs, join(folder, "docs"), { recursive: true });
		const differences: string[] = [];
		let [kept, files] = [0, 0];
		await generate(folder, "kept", ["--cache-dir", join(folder, "cache")]);
		for (const edit of sequence) {
			apply(join(folder, "docs"), edit);
			rmSync(join(folder, "anew"), { recursive: true, force: true });
			const [warm, cold] = [
				await generate(folder, "kept", ["--cache-dir", join(folder, "cache")]),
				await generate(folder, "anew", ["--no-cache"]),
			];
			if (warm.said !== cold.said)
				differences.push(`${edit.kind}: they do not say the same`);
			kept += warm.unchanged;
			// Docs with errors change nothing; the next edit may mend them.
			if (cold.status !== 0) continue;
			const [is, should] = [
				contents(join(folder, "kept")),
				contents(join(folder, "anew")),
			];
			files += should.size;
			for (const path of new Set([...is.keys(), ...should.keys()]))
				if (is.get(path) !== should.get(path))
					differences.push(`${edit.kind}: ${path}`);
		}
		return { steps: sequence.length, kept, files, differences };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function generate(folder: string, out: string, args: readonly string[]) {
	const { status, stdout } = await runDocwright(
		...["generate", join(folder, "docs"), "--out", join(folder, out)],
		...["--json", ...args],
	);
	const { milliseconds: _, output, ...said } = JSON.parse(stdout);
	return {
		status,
		said: JSON.stringify(said),
		unchanged: output?.unchanged.length ?? 0,
	};
}

function apply(docs: string, { kind, file, at, length }: Edit): void {
	const files = filesIn(docs);
	const path = files[file % files.length] ?? "";
	const text = readFileSync(path, "utf8");
	const lines = text.split("\n");
	const start = at % lines.length;
	const part = lines.slice(start, start + length);
	switch (kind) {
		case "cut":
			lines.splice(start, length);
			writeFileSync(path, lines.join("\n"));
			break;
		case "repeat":
			lines.splice(start, 0, ...part);
			writeFileSync(path, lines.join("\n"));
			break;
		case "word": {
			const words = text.match(/[A-Za-z_]{4,}/g) ?? ["docs"];
			const word = words[at % words.length] ?? "docs";
			writeFileSync(path, text.replaceAll(word, `${word}x`));
			break;
		}
		case "rename":
			renameSync(path, join(dirname(path), `renamed-${at}.md`));
			break;
		case "delete":
			if (files.length > 1) rmSync(path);
			break;
		case "add":
			mkdirSync(join(docs, "added"), { recursive: true });
			writeFileSync(join(docs, `added/${at}.md`), text);
			break;
	}
}

function filesIn(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

function contents(folder: string): ReadonlyMap<string, string> {
	return new Map(
		filesIn(folder).map((path) => [
			path.slice(folder.length),
			readFileSync(path, "latin1"),
		]),
	);
}
