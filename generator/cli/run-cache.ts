import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Cache, openCache } from "../output/cache/cache-folder.ts";
import { keyOfFiles } from "../output/cache/entry-forms.ts";
import { type KeptSeen, openSeen } from "../output/cache/seen.ts";
import { digestOf, digestOfFile } from "../output/digest.ts";
import type { Docs } from "../output/docs.ts";
import { generatorDigest } from "../output/generator-digest.ts";
import { withManifest } from "../output/output-folder.ts";
import type { Known, Memory, PrintMemory } from "../pipeline.ts";
import { groupBy } from "../text/group.ts";
import { lazily, once } from "../text/once.ts";
import type { OutputFile } from "../text/output-file.ts";
import type { SourceText } from "../text/source.ts";
import type { Io } from "./io.ts";
import { type Outcome, type Read, wayToDocs } from "./project.ts";
import type { Settings } from "./settings.ts";

/** What a command line says about the cache. */
export interface CacheFlags {
	/** `false` for `--no-cache`. */
	readonly cache?: boolean;
	readonly cacheDir?: string;
}

/** A run as it is kept. */
export interface KeptRun {
	readonly read?: Read;
	readonly diagnostics: readonly Diagnostic[];
	/** Of every file that it made, the manifest among them; missing where the docs were not fit for any. */
	readonly digests?: readonly (readonly [path: string, digest: string])[];
	/** The keys of the parts that the files, without the manifest, are kept in. */
	readonly parts?: readonly string[];
}

/** What earlier runs of this very generator found out. */
export interface RunCache {
	/** How the files of the output folder looked. */
	readonly seen: () => KeptSeen;
	/** Stands for all that a run depends on. */
	readonly keyOf: (settings: Settings, docs: Docs) => string;
	readonly memory: Memory;
	readonly printed: PrintMemory;
	readonly recall: (key: string) => KeptRun | undefined;
	readonly files: (run: KeptRun) => readonly OutputFile[] | undefined;
	readonly keep: (
		key: string,
		outcome: Outcome,
		files: readonly OutputFile[] | undefined,
	) => Promise<void>;
}

/**
 * Opens the cache that the command line names, or else the one in `node_modules` of the project. Where a build is
 * repeated elsewhere, under `CI`, it has to be named. A generator that runs from its sources keeps nothing, nor is anything
 * kept of what emitters of the config make: nobody can tell what that depends on.
 */
export async function openRunCache(
	{ docs: { root }, emitters, out }: Settings,
	{ cache, cacheDir }: CacheFlags,
	{ cwd, env }: Io,
): Promise<RunCache | undefined> {
	const modules = join(root, "node_modules");
	const folder =
		cacheDir !== undefined
			? resolve(cwd, cacheDir)
			: !env.CI && existsSync(modules)
				? join(modules, ".cache", "docwright")
				: undefined;
	if (cache === false || folder === undefined || emitters.length > 0)
		return undefined;
	const generator = await generatorDigest();
	return generator === undefined
		? undefined
		: runCache(openCache(folder), generator, out);
}

function runCache(cache: Cache, generator: string, out: string): RunCache {
	const keyOf = (...parts: readonly unknown[]) =>
		digestOf(JSON.stringify([generator, ...parts]));
	/** What did not change since another run is kept already. */
	const keepParts = (files: readonly OutputFile[]) =>
		[...groupBy(files, partOf).values()].map((part) => {
			const key = keyOfFiles(part);
			if (!cache.has("files", key)) cache.write("files", key, part);
			return key;
		});
	return {
		seen: lazily(() => openSeen(out, cache)),
		keyOf: (settings, { documents, diagnostics }) =>
			keyOf(
				settings.title,
				settings.baseURL,
				settings.rename,
				settings.scopes,
				settings.limits,
				settings.package,
				settings.className,
				settings.definitions && wayToDocs(settings),
				settings.strict,
				settings.outputs,
				settings.templates,
				documents.map(identityOf),
				diagnostics,
			),
		memory: {
			// Only what this generator wrote is under such a key.
			recall: (document) =>
				cache.read("docs", keyOf(identityOf(document))) as Known | undefined,
			keep: (document, known) =>
				cache.write("docs", keyOf(identityOf(document)), known),
		},
		printed: {
			recall: (structure) =>
				cache.read("printed", keyOf(structure)) as string | undefined,
			keep: (structure, text) => cache.write("printed", keyOf(structure), text),
		},
		recall: (key) => cache.read("runs", key) as KeptRun | undefined,
		files({ parts = [] }) {
			const files = parts.map(
				(part) => cache.read("files", part) as OutputFile[] | undefined,
			);
			return files.some((part) => part === undefined)
				? undefined
				: files.flatMap((part) => part ?? []);
		},
		async keep(key, { read, diagnostics }, files) {
			const digests =
				files &&
				(await withManifest(files)).map(
					(file) => [file.path, digestOfFile(file)] as const,
				);
			const run: KeptRun = {
				...(read !== undefined && { read }),
				diagnostics,
				...(digests !== undefined && { digests }),
				...(files !== undefined && { parts: keepParts(files) }),
			};
			cache.write("runs", key, run);
			cache.prune();
		},
	};
}

/** A document by its name and the digest of its text, which the key of the run and its own are both made of. */
const identityOf = once(
	({ file, text }: SourceText) => [file, digestOf(text)] as const,
);

/** Of files that mostly change together, the same: the folder of one resource where a folder has all of them by resource. */
function partOf({ path }: OutputFile): string {
	const [top, next, third] = path.split("/");
	return next === "snapshots" ? `${top}/${next}/${third}` : `${top}/${next}`;
}
