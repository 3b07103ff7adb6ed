import { CommanderError } from "commander";
import { visibleLine } from "../diagnostics/visible.ts";
import { writeCrashReport } from "../output/crash-report.ts";
import { generatorVersion } from "../output/installation.ts";
import { OutputError } from "../output/output-error.ts";
import { commandLine } from "./command-line.ts";
import type { Context } from "./context.ts";
import { exitCodes, type Problem, UsageError } from "./exit.ts";
import { writeProblemAnnotations } from "./github.ts";
import { type Io, processIo, writeJson } from "./io.ts";
import { writeProblems } from "./messages.ts";
import { isResultsStyle, styleOfArguments } from "./output-style.ts";
import { progressOn } from "./progress.ts";
import { writeResults } from "./write-results.ts";

/** Runs the command line of this process. The exit status is set, not forced, so that what was written gets out. */
export async function run(): Promise<void> {
	process.exitCode = await main(process.argv.slice(2), {
		io: processIo(),
		pipeline: () => import("../pipeline.ts"),
	});
}

/** Runs one command line and gives the exit status; whatever goes wrong, it does not throw. */
export async function main(
	args: readonly string[],
	context: Context,
): Promise<number> {
	let status: number = exitCodes.ok;
	const { io, progress } = progressOn(context.io);
	const shown = { ...context, io, ...(progress && { progress }) };
	try {
		const program = commandLine(shown, await generatorVersion(), (code) => {
			status = code;
		});
		await program.parseAsync(args, { from: "user" });
		return status;
	} catch (error) {
		return await fail(error, args, io);
	} finally {
		progress?.end();
	}
}

async function fail(
	error: unknown,
	args: readonly string[],
	io: Io,
): Promise<number> {
	const style = styleOfArguments(args);
	if (error instanceof CommanderError)
		return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
	const [status, problems] = explain(error);
	if (status === exitCodes.internal) await writeInternal(error, args, io);
	else if (style === "github") writeProblemAnnotations(problems, io);
	else writeProblems(problems, io);
	if (isResultsStyle(style))
		await writeResults(
			style,
			{ exitCode: status, diagnostics: [], problems },
			io,
		);
	if (style === "json") writeJson(io.stdout, { exitCode: status, problems });
	return status;
}

function explain(error: unknown): [number, readonly Problem[]] {
	if (error instanceof UsageError) return [exitCodes.usage, error.problems];
	const message = error instanceof Error ? error.message : String(error);
	if (error instanceof Error && error.name === "TemplateError") {
		const help = "Correct the template, or leave it out of the templates";
		return [exitCodes.usage, [{ message, help }]];
	}
	if (error instanceof OutputError) {
		const help = "Make room or change permissions, and run again";
		return [exitCodes.usage, [{ message, help }]];
	}
	const help = "Report it, with the docs that it happens with";
	return [
		exitCodes.internal,
		[{ message: `internal error: ${message}`, help }],
	];
}

async function writeInternal(
	error: unknown,
	args: readonly string[],
	io: Io,
): Promise<void> {
	const message = error instanceof Error ? error.message : String(error);
	const crash = { error, args, version: await generatorVersion(), cwd: io.cwd };
	const report = io.temporary && writeCrashReport(crash, io.temporary);
	io.stderr.write(`internal error: ${visibleLine(message)}\n`);
	io.stderr.write(
		`This is a fault of docwright. Report it, with the docs that it happens with${report ? ` and ${visibleLine(report)}, which quotes no more of them than the line above` : ""}; DOCWRIGHT_DEBUG=1 shows where\n`,
	);
	if (io.env.DOCWRIGHT_DEBUG && error instanceof Error)
		io.stderr.write(`${error.stack}\n`);
}
