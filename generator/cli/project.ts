import { relative, sep } from "node:path";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { createReporter } from "../diagnostics/reporter.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { loadAssets } from "../output/assets.ts";
import { type Docs, loadDocs } from "../output/docs.ts";
import type {
	Memory,
	PrintMemory,
	Reading,
	ReadOptions,
	ReadStep,
} from "../pipeline.ts";
import type { OutputFile } from "../text/output-file.ts";
import { type Context, staged } from "./context.ts";
import { UsageError } from "./exit.ts";
import { watchEmitters } from "./own-emitters.ts";
import type { Progress } from "./progress.ts";
import { packageName, type Settings } from "./settings.ts";

/** What the docs hold, in short. */
export interface Read {
	readonly title: string;
	readonly operations: number;
	readonly shapes: number;
	/** Blocks that nothing became of. */
	readonly unread: number;
}

/** What became of the docs. */
export interface Outcome {
	readonly docs: Docs;
	/** Missing when there was no document to read. */
	readonly read?: Read;
	/** Of the files and of what is in them. */
	readonly diagnostics: readonly Diagnostic[];
}

/** The docs as they were read. */
export interface Project extends Outcome {
	/** Missing when there was no document to read. */
	readonly reading?: Reading;
}

/** Finds the documents of a project. */
export function findDocuments({ docs, out, limits }: Settings): Promise<Docs> {
	return loadDocs({ ...docs, out, ...(limits && { limits }) });
}

/** Reads what is in the documents of a project; what `memory` knows of them is not read again. */
export async function readProject(
	settings: Settings,
	context: Context,
	{ docs, memory }: { readonly docs?: Docs; readonly memory?: Memory } = {},
): Promise<Project> {
	const found = docs ?? (await findDocuments(settings));
	const project = await readLoaded(found, settings, context, memory);
	const faults = project.reading?.faults;
	if (faults !== undefined) throw new UsageError(...faults);
	return project;
}

/** Reads what is in documents; renames that cannot be done are left to the caller. */
export async function readLoaded(
	docs: Docs,
	settings: Settings,
	context: Context,
	memory?: Memory,
): Promise<Project> {
	if (docs.documents.length === 0)
		return { docs, diagnostics: docs.diagnostics };
	const { progress } = context;
	const { readDocs } = await staged(context, "load", context.pipeline);
	const options = readOptionsOf(settings);
	const reading = staged(context, "read", () =>
		readDocs(docs.documents, options, {
			memory,
			onStep: progress && showStep(progress),
		}),
	);
	const diagnostics = sortDiagnostics(
		docs.diagnostics,
		reading.diagnostics,
		nothingRead(docs.documents, reading),
	);
	return { docs, read: inShort(reading), reading, diagnostics };
}

function showStep({ show }: Progress): (step: ReadStep) => void {
	return ({ name, done, total }) =>
		show(
			// Where the model is put together there is nothing to count.
			name === "assemble"
				? { name }
				: { name: `${name} documents`, done, total },
		);
}

/** What settings say of how docs are read. */
export function readOptionsOf({
	title,
	baseURL,
	rename,
	scopes,
	limits,
}: Settings): ReadOptions {
	return {
		...(title !== undefined && { title }),
		...(baseURL !== undefined && { baseURL }),
		...(rename !== undefined && { rename }),
		...(scopes !== undefined && { scopes }),
		...(limits !== undefined && { limits: markdownLimitsOf(limits) }),
	};
}

/** The limits that are not of files. */
function markdownLimitsOf({
	bytes: _,
	files: __,
	...limits
}: NonNullable<Settings["limits"]>) {
	return limits;
}

function inShort({ model, coverage }: Reading): Read {
	const blocks = coverage.flatMap(({ blocks }) => blocks);
	return {
		title: model.title,
		operations: model.operations.length,
		shapes: model.shapes.length,
		unread: blocks.filter(({ became }) => became === "unread").length,
	};
}

/** Docs without a single endpoint are an error: a client that can do nothing is not what anyone wants. */
export function nothingRead(
	documents: Docs["documents"],
	{ model }: Pick<Reading, "model">,
): readonly Diagnostic[] {
	const [first] = documents;
	if (first === undefined || model.operations.length > 0) return [];
	const { report, diagnostics } = createReporter();
	const start = { line: 1, column: 1, offset: 0 };
	const span = { file: first.file, start, end: start };
	report("docs/nothing-read", span, { count: documents.length });
	return diagnostics();
}

/** A project and what was made of it: no files when the docs are not fit for any. */
export interface Made extends Project {
	readonly files?: readonly OutputFile[];
}

export interface MakeAids {
	/** The only emitter whose files are wanted. */
	readonly emitter?: string;
	readonly printed?: PrintMemory | undefined;
}

/** Makes the files of a project, all or those of one emitter; what the emitters report joins what was read. */
export async function makeFiles(
	project: Project,
	settings: Settings,
	context: Context,
	{ emitter, printed }: MakeAids = {},
): Promise<Made> {
	const { reading } = project;
	if (reading === undefined || isFailed(project.diagnostics, settings.strict))
		return project;
	const { name = packageName(reading.model.title) } = settings.package;
	const { templates } = settings;
	const pipeline = await context.pipeline();
	const own = watchEmitters(settings.emitters);
	const emitters = await staged(context, "load emitters", async () =>
		pipeline.defaultEmitters({
			package: { ...settings.package, name },
			className: settings.className,
			...(settings.definitions && { definitions: wayToDocs(settings) }),
			outputs: settings.outputs,
			templates: new Map(templates.map(({ path, text }) => [path, text])),
			assets: await loadAssets(),
			printed,
		}),
	);
	const { files, diagnostics: found } = pipeline.emitFiles(
		reading,
		[...emitters, ...own.emitters]
			.filter(({ name }) => emitter === undefined || name === emitter)
			.map(({ name, emit }, done, { length: total }) => ({
				name,
				emit: (model, report) =>
					staged(context, { name: `emit ${name}`, done, total }, () =>
						emit(model, report),
					),
			})),
	);
	own.check(files);
	const diagnostics = sortDiagnostics(project.diagnostics, found);
	const made = { ...project, diagnostics };
	return isFailed(diagnostics, settings.strict) ? made : { ...made, files };
}

/** From the package to what the names of documents start at, as the package has it: `..`. */
export function wayToDocs({ docs, out }: Settings): string {
	return relative(out, docs.root).split(sep).join("/");
}

/** How many diagnostics there are of each severity. */
export function countSeverities(
	diagnostics: readonly Diagnostic[],
): Readonly<Record<Severity, number>> {
	const counts = { error: 0, warning: 0, info: 0 };
	for (const { severity } of diagnostics) counts[severity]++;
	return counts;
}

/** True when nothing may be made of the docs: there is an error, or under `strict` a warning. */
export function isFailed(
	diagnostics: readonly Diagnostic[],
	strict: boolean,
): boolean {
	const { error, warning } = countSeverities(diagnostics);
	return error > 0 || (strict && warning > 0);
}
