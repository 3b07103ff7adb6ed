import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { createReporter } from "./diagnostics/reporter.ts";
import { dialects } from "./dialects/index.ts";
import { readDocument } from "./dialects/read-document.ts";
import type { Emitter } from "./emitters/emitter.ts";
import type { EmitOptions } from "./emitters/index.ts";
import { parseDocument } from "./markdown/sections.ts";
import { redactModel } from "./model/redact.ts";
import type { ApiModel } from "./model/types.ts";
import { assemble } from "./passes/assemble.ts";
import type { DocumentCoverage } from "./reading/coverage.ts";
import { gather } from "./reading/fragment.ts";
import type { OutputFile } from "./text/output-file.ts";
import { openSource, type SourceText } from "./text/source.ts";

/** What the user says about the API, over what the docs say. */
export interface ReadOptions {
	readonly title?: string;
	/** The base URL, without a trailing slash; it wins over what the docs show. */
	readonly baseURL?: string;
}

/** What a set of documents says, what is wrong with it, and what became of each block. */
export interface Reading {
	readonly model: ApiModel;
	readonly diagnostics: readonly Diagnostic[];
	readonly coverage: readonly DocumentCoverage[];
}

/** Reads documents into one model. Their order makes no difference; nothing is thrown for a fault in them. */
export function readDocs(
	docs: readonly SourceText[],
	options: ReadOptions = {},
): Reading {
	const reporter = createReporter();
	const sorted = [...docs].sort((a, b) => (a.file < b.file ? -1 : 1));
	const readings = sorted.map((doc) =>
		readDocument(parseDocument(openSource(doc)), dialects, reporter.report),
	);
	const findings = gather(readings.map(({ fragment }) => fragment));
	const documents = sorted.map(({ file }) => file);
	const model = assemble({ ...findings, documents }, options, reporter.report);
	return {
		model,
		diagnostics: reporter.diagnostics(),
		coverage: readings.map(({ coverage }) => coverage),
	};
}

/** Emits all files for a model, sorted by path. What looks like a live secret in it is replaced first, and reported. */
export function emitFiles(
	{ model }: Pick<Reading, "model">,
	emitters: readonly Emitter[],
): {
	readonly files: readonly OutputFile[];
	readonly diagnostics: readonly Diagnostic[];
} {
	const reporter = createReporter();
	const { model: redacted, found } = redactModel(model);
	for (const { span, name } of found)
		reporter.report("sample/secret", span, { name });
	const files = emitters
		.flatMap((emitter) => emitter.emit(redacted, reporter.report))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
	return { files, diagnostics: reporter.diagnostics() };
}

/** All outputs of the generator; loaded when something is emitted, since printing TypeScript takes a compiler. */
export async function defaultEmitters(
	options: EmitOptions,
): Promise<readonly Emitter[]> {
	const emitters = await import("./emitters/index.ts");
	return emitters.defaultEmitters(options);
}
