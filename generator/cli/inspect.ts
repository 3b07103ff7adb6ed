import type { Context } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { writeJson } from "./io.ts";
import { writeDiagnostics } from "./messages.ts";
import { openSettings } from "./open-settings.ts";
import { printReading } from "./print-reading.ts";
import { isFailed, readProject } from "./project.ts";
import type { Flags } from "./settings.ts";
import { printSummary } from "./summary.ts";

export interface InspectFlags extends Flags {
	readonly json?: boolean;
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
	const settings = await openSettings(patterns, flags, io);
	const project = await readProject(settings, context);
	const { reading, diagnostics } = project;
	const failed = isFailed(diagnostics, settings.strict);
	const exitCode = failed ? exitCodes.docs : exitCodes.ok;
	if (flags.json === true) {
		const { model, coverage } = reading ?? {};
		writeJson(io.stdout, { model, coverage, diagnostics });
		return exitCode;
	}
	writeDiagnostics(project, io, flags.quiet === true);
	if (reading !== undefined)
		io.stdout.write(printReading(reading, project.docs, io.cwd));
	if (flags.quiet === true) return exitCode;
	const milliseconds = performance.now() - started;
	io.stderr.write(printSummary({ project, milliseconds }));
	return exitCode;
}
