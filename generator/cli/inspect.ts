import type { Context } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { writeAnnotations, writeUnheeded } from "./github.ts";
import { writeJson } from "./io.ts";
import { writeDiagnostics } from "./messages.ts";
import { openSettings } from "./open-settings.ts";
import { isResultsStyle, type StyleFlags, styleOf } from "./output-style.ts";
import { printReading } from "./print-reading.ts";
import { isFailed, readProject } from "./project.ts";
import type { Flags } from "./settings.ts";
import { printSummary } from "./summary.ts";
import { writeResults } from "./write-results.ts";

export interface InspectFlags extends Flags, StyleFlags {
	readonly quiet?: boolean;
}

/** `docwright inspect`: shows what was read, where, and what was not. */
export async function inspect(
	patterns: readonly string[],
	flags: InspectFlags,
	context: Context,
): Promise<ExitCode> {
	const started = performance.now();
	const { io } = context;
	const { quiet = false } = flags;
	const settings = await openSettings(patterns, flags, io);
	const project = await readProject(settings, context);
	const { reading, docs, diagnostics } = project;
	const { strict } = settings;
	const failed = isFailed(diagnostics, strict);
	const exitCode = failed ? exitCodes.docs : exitCodes.ok;
	const milliseconds = performance.now() - started;
	const style = styleOf(flags);
	if (style === "json") {
		const { model, coverage } = reading ?? {};
		writeJson(io.stdout, { model, coverage, diagnostics });
		return exitCode;
	}
	const read = reading && printReading(reading, docs, io.cwd);
	if (isResultsStyle(style)) {
		const results = { docs, diagnostics, strict, quiet, milliseconds };
		await writeResults(style, { ...results, exitCode }, io);
	} else if (style === "github") {
		writeAnnotations(project, io, quiet);
		if (read !== undefined) writeUnheeded(read, io);
	} else {
		await writeDiagnostics(project, io, quiet);
		if (read !== undefined) io.stdout.write(read);
	}
	if (!quiet) io.stderr.write(printSummary({ project, milliseconds }));
	return exitCode;
}
