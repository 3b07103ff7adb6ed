import {
	type Change,
	changesJson,
	compareModels,
	countChanges,
	toldOf,
} from "../changes/index.ts";
import { writeTarget } from "../output/target.ts";
import type { Context } from "./context.ts";
import { modelsOf } from "./diff.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { holdSignals, type Interrupted } from "./interrupt.ts";
import { type Io, writeForeign, writeJson } from "./io.ts";
import { openSettings } from "./open-settings.ts";
import { planRelease, type Release } from "./plan-release.ts";
import { type Previous, readPrevious } from "./previous-model.ts";
import { type Flags, packageName } from "./settings.ts";
import { readOfProject } from "./side.ts";

export interface ReleaseFlags extends Flags {
	/** A `model.json`, or a git revision. */
	readonly since?: string;
	readonly dryRun?: boolean;
	readonly json?: boolean;
	readonly quiet?: boolean;
}

/** `docwright release`: raises the package's version as far as the docs changed, and says what changed. */
export async function release(
	patterns: readonly string[],
	{ since, dryRun, json, quiet, ...flags }: ReleaseFlags,
	context: Context,
): Promise<ExitCode | Interrupted> {
	const { io } = context;
	const settings = await openSettings(patterns, flags, io);
	const now = await readOfProject("the docs", settings, context);
	const title = now.model?.title ?? "";
	const name = settings.package.name ?? packageName(title);
	const previous = await readPrevious(since, name, settings, io);
	const before = { ...previous, pathOf: (file: string) => file };
	const models = await modelsOf(before, now, context, settings.strict);
	if (models === undefined) return exitCodes.docs;
	const changes = compareModels(models.before, models.after);
	const docs = [...(now.project?.docs.paths.values() ?? [])];
	const planned = await planRelease(previous, changes, {
		name,
		docs,
		settings,
		io,
	});
	const interrupted =
		dryRun === true || planned === undefined
			? undefined
			: await holdSignals(async () => {
					for (const file of planned.files) await writeTarget(file, file.text);
				});
	const exitCode = interrupted ?? exitCodes.ok;
	if (json === true) {
		const { files = [], ...rest } = planned ?? { since: previous.shown };
		const shown = files.map((file) => file.shown);
		const told = changesJson(changes);
		writeJson(io.stdout, { exitCode, ...rest, files: shown, changes: told });
	} else
		present(
			planned,
			previous,
			changes,
			{ dryRun: dryRun === true, quiet: quiet === true },
			io,
		);
	return exitCode;
}

function present(
	planned: Release | undefined,
	previous: Previous,
	changes: readonly Change[],
	flags: { readonly dryRun: boolean; readonly quiet: boolean },
	io: Io,
): void {
	if (planned !== undefined) writeForeign(io.stdout, planned.entry);
	if (flags.quiet) return;
	const say = (line: string) => writeForeign(io.stderr, `${line}\n`);
	say(`Compared with ${previous.shown}: ${countChanges(toldOf(changes))}`);
	if (planned === undefined) {
		say("Nothing to release");
		return;
	}
	const { from, to, bump, files, notes } = planned;
	const verb = flags.dryRun ? "Would write" : "Wrote";
	say(`${from} → ${to} (${bump})`);
	for (const { shown } of files) say(`${verb} ${shown}`);
	for (const note of notes) say(note);
	if (!flags.dryRun) say("Run docwright generate, so that the package has it");
}
