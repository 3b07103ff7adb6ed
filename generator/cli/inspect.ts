import { formatPlace } from "../diagnostics/format.ts";
import { visibleLine } from "../diagnostics/visible.ts";
import type { Reading } from "../pipeline.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { writeJson } from "./io.ts";
import { pathsFrom, writeDiagnostics, writeProblems } from "./messages.ts";
import { isFailed, type Project, readProject } from "./project.ts";
import { type Flags, loadSettings } from "./settings.ts";
import { printSummary } from "./summary.ts";
import { printTable } from "./table.ts";

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
	const settings = await loadSettings({
		patterns,
		flags,
		cwd: io.cwd,
		note: (problem) => writeProblems([problem], io),
	});
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
		io.stdout.write(printReading(reading, project, context));
	if (flags.quiet === true) return exitCode;
	const milliseconds = performance.now() - started;
	io.stderr.write(printSummary({ project, milliseconds }));
	return exitCode;
}

function printReading(
	{ model, coverage }: Reading,
	{ docs }: Project,
	{ io }: Context,
): string {
	const pathOf = pathsFrom(io.cwd, docs);
	const operations = model.operations.map(({ id, resource, name, origins }) => [
		id,
		[...(resource ?? []), name ?? ""].join("."),
		formatPlace(origins[0].span, { pathOf }),
	]);
	const shapes = model.shapes.map(({ name, shape, origins }) => [
		name,
		shape.kind === "object"
			? `object of ${shape.properties.length}`
			: shape.kind,
		formatPlace(origins[0].span, { pathOf }),
	]);
	const unread = coverage.flatMap(({ blocks }) =>
		blocks
			.filter(({ became }) => became === "unread")
			.map(
				({ span, what }) =>
					`${formatPlace(span, { pathOf })}: ${visibleLine(what)}\n`,
			),
	);
	const parts = [printTable(["Operation", "Name", "Place"], operations)];
	if (shapes.length > 0)
		parts.push(printTable(["Shape", "Kind", "Place"], shapes));
	if (unread.length > 0) parts.push(`Not read:\n${unread.join("")}`);
	return parts.join("\n");
}
