import { openTarget, writeTarget } from "../output/target.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes, UsageError } from "./exit.ts";
import { writeForeign } from "./io.ts";
import { writeDiagnostics } from "./messages.ts";
import { openSettings } from "./open-settings.ts";
import { isFailed } from "./project.ts";
import { makePage } from "./report-page.ts";
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
	const { project, html } = await makePage(settings, context, {
		...(compare !== undefined && { compare }),
	});
	const { docs, diagnostics } = project;
	const target =
		out === undefined
			? undefined
			: openTarget(io.cwd, out, [...docs.paths.values()]);
	if (target !== undefined && "message" in target) throw new UsageError(target);

	await writeDiagnostics(project, io, quiet === true);
	const failed = isFailed(diagnostics, settings.strict);
	let output: WrittenFile | "nothing" = "nothing";
	if (html !== undefined) {
		if (target === undefined) writeForeign(io.stdout, html);
		else {
			const isNew = await writeTarget(target, html);
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
