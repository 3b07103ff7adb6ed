import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { sortDiagnostics } from "./diagnostics/sort.ts";
import type { Emitter } from "./emitters/emitter.ts";
import { loadAssets } from "./output/assets.ts";
import type { Outputs } from "./output/config.ts";
import {
	defaultEmitters,
	emitFiles,
	type Reading,
	type ReadOptions,
	readDocs,
} from "./pipeline.ts";
import type { OutputFile } from "./text/output-file.ts";
import type { SourceText } from "./text/source.ts";

export type { Code } from "./code/code.ts";
export type * from "./code/views.ts";
export type {
	Diagnostic,
	Related,
	Severity,
} from "./diagnostics/diagnostic.ts";
export type { Report } from "./diagnostics/reporter.ts";
export { toVFileMessage } from "./diagnostics/vfile.ts";
export type { Dialect } from "./dialects/dialect.ts";
export type { Emitter } from "./emitters/emitter.ts";
export type * from "./model/types.ts";
export { type Config, defineConfig, type Outputs } from "./output/config.ts";
export type { RenameFault, Renames } from "./passes/rename.ts";
export { type Reading, type ReadOptions, readDocs } from "./pipeline.ts";
export type { DocumentCoverage } from "./reading/coverage.ts";
export type { CoveredBlock } from "./reading/covered-block.ts";
export type { OutputFile } from "./text/output-file.ts";
export type { SourceText } from "./text/source.ts";
export type { Point, Span } from "./text/span.ts";

/** How docs are read and what is made of them. */
export interface GenerateOptions extends ReadOptions {
	readonly package: {
		readonly name: string;
		readonly version: string;
		/** The repository's page: a URL. */
		readonly repository?: string;
		/** As SPDX writes it: `MIT`. */
		readonly license?: string;
		/** Whose words the descriptions are, and on what terms. */
		readonly attribution?: string;
	};
	/** The name of the client's class; `Client` unless stated. */
	readonly className?: string;
	/** The way from the package to the folder that documents are named from (`..`); definitions of methods then lead to the docs. */
	readonly definitions?: string;
	/** Outputs to switch on or off. */
	readonly outputs?: Outputs;
	/** Templates in place of ours, the text by the name: `README`. */
	readonly templates?: ReadonlyMap<string, string>;
	/** More outputs, after the generator's own. */
	readonly emitters?: readonly Emitter[];
}

/** All that one run gives: what was read, and the files that it makes. */
export interface Generated extends Reading {
	/** Sorted by path; empty when a diagnostic is an error or a rename cannot be done. */
	readonly files: readonly OutputFile[];
	/** Those of reading and those of the outputs. */
	readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads documents and makes all files of the output, without writing anything. Rejects with a `TemplateError` for a template
 * that cannot be compiled or filled.
 */
export async function generate(
	docs: readonly SourceText[],
	options: GenerateOptions,
): Promise<Generated> {
	const reading = readDocs(docs, options);
	const failed = reading.diagnostics.some(
		({ severity }) => severity === "error",
	);
	if (failed || reading.faults !== undefined) return { ...reading, files: [] };
	const own = await defaultEmitters({
		package: options.package,
		className: options.className ?? "Client",
		definitions: options.definitions,
		...(options.outputs && { outputs: options.outputs }),
		...(options.templates && { templates: options.templates }),
		assets: await loadAssets(),
	});
	const emitted = emitFiles(reading, [...own, ...(options.emitters ?? [])]);
	return {
		...reading,
		files: emitted.files,
		diagnostics: sortDiagnostics(reading.diagnostics, emitted.diagnostics),
	};
}
