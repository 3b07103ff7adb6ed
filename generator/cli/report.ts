import { loadAssets } from "../output/assets.ts";
import { loadPage } from "../output/page.ts";
import { openTarget, writeTarget } from "../output/target.ts";
import { type Method, makeReport, printPage } from "../report/index.ts";
import { compareForReport } from "./compare-for-report.ts";
import { type Context, staged } from "./context.ts";
import { type ExitCode, exitCodes, UsageError } from "./exit.ts";
import { writeForeign } from "./io.ts";
import { writeDiagnostics } from "./messages.ts";
import { openSettings } from "./open-settings.ts";
import { isFailed, type Project, readProject } from "./project.ts";
import type { Settings } from "./settings.ts";
import { printSummary, type WrittenFile } from "./summary.ts";

export interface ReportFlags {
	readonly config?: string;
	readonly strict?: boolean;
	/** The file to write; stdout when there is none. */
	readonly out?: string;
	/** Docs, a `model.json` or a git revision. */
	readonly compare?: string;
	readonly quiet?: boolean;
}

/** `docwright report`: writes a page that shows the docs line by line with what became of them. */
export async function report(
	patterns: readonly string[],
	{ out, compare, quiet, ...flags }: ReportFlags,
	context: Context,
): Promise<ExitCode> {
	const started = performance.now();
	const { io } = context;
	const settings = await openSettings(patterns, flags, io);
	const project = await readProject(settings, context);
	const { reading, docs, diagnostics } = project;
	const target =
		out === undefined
			? undefined
			: await openTarget(io.cwd, out, [...docs.paths.values()]);
	if (target !== undefined && "message" in target) throw new UsageError(target);

	writeDiagnostics(project, io, quiet === true);
	const failed = isFailed(diagnostics, settings.strict);
	let output: WrittenFile | "nothing" = "nothing";
	if (reading !== undefined) {
		const methods = await methodsOf(project, settings, context);
		const changes =
			compare === undefined
				? undefined
				: await compareForReport(compare, project, settings, context);
		const { documents } = docs;
		const source = { documents, reading, diagnostics };
		const page = await loadPage();
		const text = staged(context, "print the page", () =>
			printPage(
				makeReport({
					...source,
					...(methods !== undefined && { methods }),
					...(changes !== undefined && { changes }),
				}),
				page,
			),
		);
		if (target === undefined) writeForeign(io.stdout, text);
		else {
			const isNew = await writeTarget(target, text);
			output = { file: target.shown, isNew };
		}
	}
	if (quiet !== true) {
		const milliseconds = performance.now() - started;
		const written = target === undefined ? {} : { output };
		io.stderr.write(printSummary({ project, ...written, milliseconds }));
	}
	return failed ? exitCodes.docs : exitCodes.ok;
}

/** How the client declares operations; nothing where the docs have errors, since there is no client then. */
async function methodsOf(
	{ reading, diagnostics }: Project,
	{ className }: Settings,
	context: Context,
): Promise<ReadonlyMap<string, Method> | undefined> {
	if (reading === undefined || isFailed(diagnostics, false)) return undefined;
	const { printMethods } = await context.pipeline();
	const assets = await loadAssets();
	const methods = await staged(context, "print methods", () =>
		printMethods(reading, { className, assets }),
	);
	return new Map(
		methods.map(({ id, name, signature, call }) => [
			id,
			{ name, signature, call },
		]),
	);
}
