import {
	type Change,
	changesJson,
	compareModels,
	countChanges,
	printChangesText,
	toldOf,
} from "../changes/index.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { writeForeign, writeJson } from "./io.ts";
import { writeDiagnostics } from "./messages.ts";
import { openSettings } from "./open-settings.ts";
import { paletteFor } from "./palette.ts";
import { isFailed } from "./project.ts";
import { readOfProject, readSide, type Side } from "./side.ts";

export interface DiffFlags {
	readonly config?: string;
	readonly format?: "text" | "markdown" | "json";
	readonly json?: boolean;
	readonly failOn?: FailOn;
	readonly quiet?: boolean;
}

type FailOn = "breaking" | "addition" | "any";

/** `docwright diff`: says what changed for those who use the API, from one set of docs to another. */
export async function diff(
	old: string,
	now: string | undefined,
	flags: DiffFlags,
	context: Context,
): Promise<ExitCode> {
	const { io } = context;
	const { config, failOn, quiet } = flags;
	const settings = await openSettings(
		now === undefined ? [] : [old, now],
		config === undefined ? {} : { config },
		io,
	);
	const before = await readSide(old, settings, context);
	const after =
		now === undefined
			? await readOfProject("the docs", settings, context)
			: await readSide(now, settings, context);
	const models = await modelsOf(before, after, context, false);
	if (models === undefined) return exitCodes.docs;
	const changes = compareModels(models.before, models.after);
	const format = flags.json === true ? "json" : (flags.format ?? "text");
	const failed = failOn !== undefined && changes.some(fails(failOn));
	const exitCode = failed ? exitCodes.docs : exitCodes.ok;
	if (format === "json")
		writeJson(io.stdout, {
			exitCode,
			before: before.shown,
			after: after.shown,
			changes: changesJson(changes),
		});
	else if (format === "markdown") {
		const { printChangesMarkdown } = await import(
			"../changes/print-markdown.ts"
		);
		writeForeign(io.stdout, printChangesMarkdown(changes));
	} else {
		const paths = { before: before.pathOf, after: after.pathOf };
		const palette = paletteFor(io.stdout, io.env);
		io.stdout.write(printChangesText(changes, paths, palette));
	}
	if (failed && quiet !== true)
		io.stderr.write(
			`docwright diff --fail-on ${failOn}: ${countChanges(toldOf(changes))}\n`,
		);
	return exitCode;
}

/** The two models; nothing when docs of either side have errors, which are printed. */
export async function modelsOf(
	before: Side,
	after: Side,
	{ io }: Context,
	strict: boolean,
) {
	let sound = true;
	for (const { project } of [before, after]) {
		if (project === undefined || !isFailed(project.diagnostics, strict))
			continue;
		await writeDiagnostics(project, io, !strict);
		sound = false;
	}
	return sound && before.model !== undefined && after.model !== undefined
		? { before: before.model, after: after.model }
		: undefined;
}

function fails(on: FailOn): (change: Change) => boolean {
	const impacts = {
		breaking: ["breaking"],
		addition: ["breaking", "addition"],
		any: ["breaking", "addition", "wording"],
	}[on];
	return ({ impact }) => impacts.includes(impact);
}
