import { relative, sep } from "node:path";
import { below, documentGlobs, escaped } from "../output/document-globs.ts";
import { generatorDigest } from "../output/generator-digest.ts";
import { generatorVersion } from "../output/installation.ts";
import { outputGlobs } from "../output/output-globs.ts";
import { configNames } from "./config-file.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { environmentVariables, writeForeign, writeJson } from "./io.ts";
import { writeDiagnostics } from "./messages.ts";
import { openSettings } from "./open-settings.ts";
import { findDocuments, isFailed } from "./project.ts";
import type { Flags, Settings } from "./settings.ts";

export interface InputsFlags extends Flags {
	readonly json?: boolean;
	readonly quiet?: boolean;
}

/**
 * What `docwright generate` depends on and what it writes, for a build system that caches or spreads it. Paths and globs
 * are from the working folder, with forward slashes; a glob that begins with `!` takes away from those before it.
 */
export interface Inputs {
	readonly generator: {
		readonly version: string;
		/** SHA-256 in hexadecimal of all of it; null where it runs from its sources. */
		readonly digest: string | null;
	};
	/** Null where there is none. What it imports is not known here. */
	readonly config: string | null;
	/** Those that are there now, sorted. */
	readonly documents: readonly string[];
	/** Where documents and the config are looked for: what is added there counts, too. */
	readonly globs: readonly string[];
	/** The variables that are heeded, by what they have a say in; none has one in the output. */
	readonly environment: {
		readonly output: readonly string[];
		readonly cache: readonly string[];
		readonly printing: readonly string[];
	};
	readonly output: {
		readonly folder: string;
		/** Globs of all that is written there, and of nothing else. */
		readonly files: readonly string[];
	};
}

/** `docwright inputs`: says what `generate` depends on and what it writes. Nothing is made of the docs, nothing written. */
export async function inputs(
	patterns: readonly string[],
	flags: InputsFlags,
	context: Context,
): Promise<ExitCode> {
	const { io } = context;
	const settings = await openSettings(patterns, flags, io);
	const docs = await findDocuments(settings);
	const { diagnostics } = docs;
	const paths = docs.documents.map(({ file }) => docs.paths.get(file) ?? file);
	const found = await inputsOf(settings, paths, io.cwd);
	if (flags.json === true) writeJson(io.stdout, found);
	else writeForeign(io.stdout, print(found));
	await writeDiagnostics({ docs, diagnostics }, io, flags.quiet === true);
	return isFailed(diagnostics, settings.strict) ? exitCodes.docs : exitCodes.ok;
}

async function inputsOf(
	{ docs, out, configFile }: Settings,
	documents: readonly string[],
	cwd: string,
): Promise<Inputs> {
	const way = (path: string) => relative(cwd, path).split(sep).join("/");
	const looked = documentGlobs({ ...docs, out, from: cwd });
	const folder = escaped(cwd, out);
	return {
		generator: {
			version: await generatorVersion(),
			digest: (await generatorDigest()) ?? null,
		},
		config: configFile === undefined ? null : way(configFile),
		documents: documents.map(way).sort(),
		globs: [
			...(configFile === undefined ? configNames : [escaped(cwd, configFile)]),
			...looked,
		],
		environment: {
			output: [],
			cache: variablesFor("cache"),
			printing: variablesFor("printing"),
		},
		output: {
			folder: way(out),
			files: outputGlobs.map((glob) => below(folder, glob)),
		},
	};
}

function variablesFor(use: "cache" | "printing"): readonly string[] {
	return Object.entries(environmentVariables)
		.filter(([, other]) => other === use)
		.map(([name]) => name);
}

function print(found: Inputs): string {
	const { generator, config, documents, globs, environment, output } = found;
	const { version, digest } = generator;
	const { cache, printing } = environment;
	const parts = {
		Generator: [`docwright ${version}`, `digest ${digest ?? "none: sources"}`],
		Config: [config ?? "none"],
		Documents: documents,
		"Looked for in": globs,
		"Environment variables": [
			"none for the output",
			`${cache.join(", ")} for the cache`,
			`${printing.join(", ")} for what is printed`,
		],
		[`Written to ${output.folder}`]: output.files,
	};
	return Object.entries(parts)
		.map(([title, lines]) =>
			[title, ...lines.map((line) => `  ${line}`), ""].join("\n"),
		)
		.join("\n");
}
