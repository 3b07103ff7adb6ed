import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { createReporter } from "./diagnostics/reporter.ts";
import {
	type DocsLimits,
	limitsOf,
	reportLimit,
} from "./dialects/docs-limits.ts";
import { dialects } from "./dialects/index.ts";
import {
	type KnownReading,
	type LazyDocument,
	type Memory,
	openDocument,
} from "./dialects/memory.ts";
import type { Emitter } from "./emitters/emitter.ts";
import type { EmitOptions, PrintedMethod } from "./emitters/index.ts";
import type { PassedLimit } from "./markdown/limits.ts";
import { redactModel } from "./model/redact.ts";
import type { ApiModel } from "./model/types.ts";
import { assemble } from "./passes/assemble.ts";
import type { RenameFault, Renames } from "./passes/rename.ts";
import { type DocumentCoverage, unreadCoverage } from "./reading/coverage.ts";
import { gather } from "./reading/fragment.ts";
import type { PartRole } from "./reading/part-role.ts";
import { partRoleOf, partWords } from "./reading/part-words.ts";
import type { Silence } from "./reading/silence.ts";
import { statusBehind, statusOf } from "./reading/status-line.ts";
import type { OutputFile } from "./text/output-file.ts";
import { openSource, type Source, type SourceText } from "./text/source.ts";
import { finish, type Steps } from "./text/steps.ts";
import { TimeOver } from "./text/time-limit.ts";

export type { PrintMemory } from "./code/file.ts";
export type { DocsLimits } from "./dialects/docs-limits.ts";
export type { Known, KnownReading, Memory } from "./dialects/memory.ts";

/** What the user says about the API, over what the docs say. */
export interface ReadOptions {
	readonly title?: string;
	/** The base URL, without a trailing slash; it wins over what the docs show. */
	readonly baseURL?: string;
	/** Names over those that the docs or the rules give. */
	readonly rename?: Renames;
	/** Words of paths that everything else hangs under, `orgs` of `/orgs/{org}/hives`: they are no part of names. */
	readonly scopes?: readonly string[];
	/** How far a document may go before it is refused; each has a default that no docs of people come near. */
	readonly limits?: DocsLimits;
}

/** What a set of documents says, what is wrong with it, and what became of each block. */
export interface Reading {
	readonly model: ApiModel;
	readonly diagnostics: readonly Diagnostic[];
	readonly coverage: readonly DocumentCoverage[];
	/** Where the docs' authors want to hear nothing of some diagnostics; those are left out of `diagnostics` already. */
	readonly silences: readonly Silence[];
	/** Renames that were asked for and cannot be done. */
	readonly faults?: readonly RenameFault[];
}

/** What reading may have besides, which makes no difference to what is read. */
export interface ReadAids {
	/** What it knows of a document is not read again. */
	readonly memory?: Memory | undefined;
	/** Hears how far it is. */
	readonly onStep?: ((step: ReadStep) => void) | undefined;
}

/** So many of all documents are parsed, or read; or all are, and the model is put together. */
export interface ReadStep {
	readonly name: "parse" | "read" | "assemble";
	readonly done: number;
	readonly total: number;
}

/** Reads documents into one model. Their order makes no difference; nothing is thrown for a fault in them. */
export function readDocs(
	docs: readonly SourceText[],
	options: ReadOptions = {},
	aids: ReadAids = {},
): Reading {
	const apart = readApart(docs, options, aids);
	const { length: total } = apart.readings;
	aids.onStep?.({ name: "assemble", done: total, total });
	return readTogether(apart, options);
}

/** What each document says by itself, before anybody asks what they say together. */
export interface Apart {
	/** Sorted by name. */
	readonly documents: readonly SourceText[];
	/** Those that go beyond the limits. */
	readonly refused: readonly Source[];
	/** Of the others. */
	readonly readings: readonly KnownReading[];
	readonly silences: readonly Silence[];
	/** What reading told; what nobody wants to hear is left out. */
	readonly diagnostics: readonly Diagnostic[];
}

/** The first half of `readDocs`, which is done for each document by itself. */
export function readApart(
	docs: readonly SourceText[],
	options: Pick<ReadOptions, "limits"> = {},
	aids: ReadAids = {},
): Apart {
	const reporter = createReporter();
	const sorted = [...docs].sort((a, b) => (a.file < b.file ? -1 : 1));
	const { silences, readings, refused } = readEach(
		sorted,
		limitsOf(options.limits),
		aids,
	);
	for (const { source, passed } of refused)
		reportLimit(source, passed, reporter.report);
	for (const { diagnostics } of readings) reporter.add(diagnostics);
	return {
		documents: sorted,
		refused: refused.map(({ source }) => source),
		readings,
		silences,
		diagnostics: heard(reporter.diagnostics(), silences),
	};
}

/** The second half, which needs what all documents say. */
export function readTogether(apart: Apart, options: ReadOptions = {}): Reading {
	return finish(readingTogether(apart, options));
}

/** The same, step by step. */
export function* readingTogether(
	{ documents: sorted, refused, readings, silences, diagnostics }: Apart,
	options: ReadOptions = {},
): Steps<Reading> {
	const reporter = createReporter();
	reporter.add(diagnostics);
	yield;
	const findings = gather(readings.map(({ fragment }) => fragment));
	yield;
	const documents = sorted.map(({ file }) => file);
	const faults: RenameFault[] = [];
	const model = yield* assemble(
		{ ...findings, documents },
		options,
		reporter.report,
		(fault) => faults.push(fault),
	);
	yield;
	return {
		model,
		diagnostics: heard(reporter.diagnostics(), silences),
		coverage: [
			...readings.map(({ coverage }) => coverage),
			...refused.map(unreadCoverage),
		].sort((a, b) => (a.file < b.file ? -1 : 1)),
		silences,
		...(faults.length > 0 && { faults }),
	};
}

/** What the part of an operation is about that a heading or label opens: `path` of "Path parameters", `responses` of "Response 200". */
export function roleOfPart(title: string): PartRole | undefined {
	const role = partRoleOf(partWords, title);
	if (role !== undefined) return role;
	const status = statusOf(title) ?? statusBehind(title);
	return status === undefined ? undefined : "responses";
}

/** Reads documents one by one; their trees, which are large, are not needed any more after that. */
function readEach(
	docs: readonly SourceText[],
	{ seconds, ...limits }: Readonly<Record<PassedLimit["limit"], number>>,
	{ memory, onStep }: ReadAids,
) {
	const opened: { doc: SourceText; document: LazyDocument }[] = [];
	const refused: { source: Source; passed: PassedLimit }[] = [];
	const unlessOver = <T>(doc: SourceText, run: () => T): T | undefined => {
		try {
			return run();
		} catch (error) {
			if (!(error instanceof TimeOver)) throw error;
			const passed = { limit: "seconds", offset: 0 } as const;
			refused.push({
				source: openSource(doc),
				passed: { ...passed, found: seconds, allowed: seconds },
			});
			return undefined;
		}
	};
	for (const [done, doc] of docs.entries()) {
		onStep?.({ name: "parse", done, total: docs.length });
		const document = unlessOver(doc, () =>
			openDocument(doc, { dialects, limits, seconds, memory }),
		);
		if (document === undefined) continue;
		if ("read" in document) opened.push({ doc, document });
		else refused.push({ source: openSource(doc), passed: document });
	}
	const manner = opened.some(({ document }) => document.statesEndpoint)
		? "all"
		: "calls";
	return {
		silences: opened.flatMap(({ document }) => document.silences),
		readings: opened.flatMap(({ doc, document }, done) => {
			onStep?.({ name: "read", done, total: opened.length });
			return unlessOver(doc, () => document.read(manner)) ?? [];
		}),
		refused,
	};
}

/** Emits all files for a model, sorted by path. What looks like a live secret in it is replaced first, and reported. */
export function emitFiles(
	{ model, silences }: Pick<Reading, "model" | "silences">,
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
	return { files, diagnostics: heard(reporter.diagnostics(), silences) };
}

/** What nobody silenced. Errors cannot be: what they stand for would be missing in the output without a word. */
function heard(
	diagnostics: readonly Diagnostic[],
	silences: readonly Silence[],
): readonly Diagnostic[] {
	return diagnostics.filter(({ severity, code, span: { file, start } }) => {
		if (severity === "error") return true;
		return !silences.some(
			({ codes, span }) =>
				span.file === file &&
				span.start.offset <= start.offset &&
				start.offset < span.end.offset &&
				(codes.length === 0 || codes.includes(code)),
		);
	});
}

/** All outputs of the generator that are wanted; loaded when something is emitted, since printing TypeScript takes a compiler. */
export async function defaultEmitters(
	options: EmitOptions,
): Promise<readonly Emitter[]> {
	const emitters = await import("./emitters/index.ts");
	return emitters.defaultEmitters(options);
}

/** The names of all templates that a project may have in place of ours. */
export async function templateNames(): Promise<readonly string[]> {
	const template = await import("./code/template.ts");
	return template.templateNames();
}

/** How the client declares its methods, and a call of each. What looks like a live secret in the model is replaced first. */
export async function printMethods(
	{ model }: Pick<Reading, "model">,
	options: Pick<EmitOptions, "className" | "assets">,
): Promise<readonly PrintedMethod[]> {
	const emitters = await import("./emitters/index.ts");
	return emitters.printMethods(redactModel(model).model, options);
}
