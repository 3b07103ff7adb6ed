import { openTarget, writeTarget } from "../output/target.ts";
import type { OutputFile } from "../text/output-file.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes, UsageError } from "./exit.ts";
import type { ExportFormat } from "./export-formats.ts";
import { writeForeign } from "./io.ts";
import { writeDiagnostics } from "./messages.ts";
import { openSettings } from "./open-settings.ts";
import { makeFiles, type Project, readProject } from "./project.ts";
import type { Settings } from "./settings.ts";
import { printSummary, type WrittenFile } from "./summary.ts";

export interface ExportFlags {
	readonly config?: string;
	readonly strict?: boolean;
	/** The file to write; stdout when there is none. */
	readonly out?: string;
	readonly quiet?: boolean;
}

/** `docwright export`: writes one description of the API to a file or to stdout. */
export async function exportModel(
	format: ExportFormat,
	patterns: readonly string[],
	{ out, quiet, ...flags }: ExportFlags,
	context: Context,
): Promise<ExitCode> {
	const started = performance.now();
	const { io } = context;
	const settings = await openSettings(patterns, flags, io);
	const read = await readProject(settings, context);
	const docs = [...read.docs.paths.values()];
	const target = out === undefined ? undefined : openTarget(io.cwd, out, docs);
	if (target !== undefined && "message" in target) throw new UsageError(target);

	const { file, project } = await makeFile(format, read, settings, context);
	await writeDiagnostics(project, io, quiet === true);
	let output: WrittenFile | "nothing" | undefined;
	if (file === undefined) output = "nothing";
	else if (target === undefined) writeForeign(io.stdout, file.text);
	else {
		const isNew = await writeTarget(target, file.text);
		output = { file: target.shown, isNew };
	}
	if (quiet !== true) {
		const milliseconds = performance.now() - started;
		io.stderr.write(printSummary({ project, output, milliseconds }));
	}
	return file === undefined ? exitCodes.docs : exitCodes.ok;
}

async function makeFile(
	{ emitter, path }: ExportFormat,
	read: Project,
	settings: Settings,
	context: Context,
): Promise<{ readonly file?: OutputFile; readonly project: Project }> {
	const { files, ...project } = await makeFiles(
		read,
		{ ...settings, outputs: { ...settings.outputs, [emitter]: true } },
		context,
		{ emitter },
	);
	if (files === undefined) return { project };
	const file = files.find((one) => one.path === path);
	if (file === undefined) throw new Error(`No emitter makes ${path}`);
	return { file, project };
}
