import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { digestOf } from "../digest.ts";
import { errnoOf } from "../look-at.ts";
import { OutputError } from "../output-error.ts";
import { clear } from "./clear.ts";
import { takeBack, takeSteps } from "./commit.ts";
import { type Journal, readJournal } from "./journal.ts";
import { removeTree } from "./remove-tree.ts";
import { at, lookOf, type Staging } from "./staging.ts";
import { isDone, placesOf, type Step } from "./step.ts";

/** What became of a run that was cut off: all of what it was about to do, or nothing of it. */
export type Recovery = "finished" | "taken back" | "nothing";

/**
 * Ends what a run began that was cut off. Without a journal it had changed nothing. With one its steps are taken to the
 * end, if everything that they bring is what the journal says, and else those that it had taken are taken back. A file that
 * somebody edited since is not replaced.
 */
export function recover(staging: Staging): Recovery {
	const left = readJournal(staging);
	switch (left.kind) {
		case "nothing":
			for (const name of ["new", "old"]) removeTree(join(staging.path, name));
			return "nothing";
		case "unreadable":
			throw new UnreadableError(staging.path);
		case "done":
			clear(staging, left.journal);
			return "nothing";
		case "pending":
			return end(staging, left.journal);
	}
}

/** Somebody changed the journal of a run that was cut off. */
export class UnreadableError extends Error {
	readonly path: string;

	constructor(path: string) {
		super(`the journal in ${path} cannot be read`);
		this.name = "UnreadableError";
		this.path = path;
	}
}

function end(staging: Staging, journal: Journal): Recovery {
	const pending = journal.steps.filter((step) => !isDone(staging, step));
	try {
		for (const step of journal.steps) checkWay(staging, step);
		if (pending.every((step) => isSound(staging, journal, step))) {
			takeSteps(staging, journal);
			return "finished";
		}
	} catch (error) {
		if (error instanceof OutputError) throw error;
		throw new OutputError(basename(staging.out), errnoOf(error));
	}
	takeBack(staging, journal);
	return "taken back";
}

/** A journal may come from anywhere: nothing is moved through a link. */
function checkWay({ out, path: staging }: Staging, { path }: Step): void {
	const parts = path.split("/");
	for (const base of [out, join(staging, "new"), join(staging, "old")])
		for (let length = 0; length < parts.length; length++) {
			const folder = join(base, ...parts.slice(0, length));
			const found = lookOf(folder);
			if (found !== undefined && !found.isDirectory())
				throw new OutputError(
					path,
					found.isSymbolicLink() ? "ELOOP" : "ENOTDIR",
				);
		}
}

/** Whether a step brings what the journal says, in place of what it says. */
function isSound(staging: Staging, journal: Journal, step: Step): boolean {
	const { here, fresh, former } = placesOf(staging, step.path);
	const { before, after, unchanged } = journal;
	if (step.new && !holds(fresh, step, after, unchanged, true)) return false;
	if (!step.old && lookOf(here) !== undefined) return false;
	// Of a folder that is away already `old/` has what was before.
	const away = step.old && step.folder && lookOf(former) !== undefined;
	return (
		away || lookOf(here) === undefined || holds(here, step, before, unchanged)
	);
}

/** Whether at a path there are the files that are meant to be below it, and no file of ours that was changed. */
function holds(
	place: string,
	{ path, folder }: Step,
	digests: ReadonlyMap<string, string>,
	unchanged: ReadonlySet<string>,
	andNothingElse = false,
): boolean {
	if (!folder) return digestAt(place) === digests.get(path);
	const inside = (each: string) => path === "" || each.startsWith(`${path}/`);
	const meant = [...digests.keys(), ...unchanged].filter(inside);
	const found = new Set(filesBelow(place));
	if (andNothingElse && found.size !== meant.length) return false;
	return meant.every((each) => {
		const below = path === "" ? each : each.slice(path.length + 1);
		if (!found.has(below)) return false;
		const digest = digests.get(each);
		return digest === undefined || digestAt(at(place, below)) === digest;
	});
}

function filesBelow(folder: string, prefix = ""): readonly string[] {
	if (!lookOf(folder)?.isDirectory()) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory()
			? filesBelow(join(folder, entry.name), `${prefix}${entry.name}/`)
			: [`${prefix}${entry.name}`],
	);
}

function digestAt(path: string): string | undefined {
	return lookOf(path)?.isFile() ? digestOf(readFileSync(path)) : undefined;
}
