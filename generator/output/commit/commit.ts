import { basename, dirname } from "node:path";
import { errnoOf } from "../look-at.ts";
import { OutputError } from "../output-error.ts";
import type { Plan } from "../plan.ts";
import { clear } from "./clear.ts";
import { divide, type Means } from "./divide.ts";
import { flush, flushFolder } from "./flush.ts";
import {
	closeJournal,
	type Journal,
	journalOf,
	writeJournal,
} from "./journal.ts";
import { removeTree } from "./remove-tree.ts";
import { NoLinksError, type StageOptions, stage } from "./stage.ts";
import { at, type Staging } from "./staging.ts";
import { forward, type Step, undo } from "./step.ts";

export interface CommitOptions extends Pick<Means, "swaps">, StageOptions {}

/**
 * Carries out a plan without conflicts, all of it or nothing. What changes is staged, brought to the disk, and written
 * down in a journal; from then on it is done, and before that it never was. Where the disk refuses a step, those before it
 * are taken back. False where the end is asked for before the journal is written.
 */
export async function commit(
	staging: Staging,
	plan: Plan,
	options: CommitOptions,
): Promise<boolean> {
	const prepared = await prepare(staging, plan, true, options);
	if (prepared === undefined) return false;
	naming(basename(staging.path), () => writeJournal(staging, prepared));
	takeSteps(staging, prepared);
	return true;
}

async function prepare(
	staging: Staging,
	plan: Plan,
	links: boolean,
	options: CommitOptions,
): Promise<Journal | undefined> {
	try {
		const steps = divide(plan, staging, { links, swaps: options.swaps });
		const staged = await stage(staging, steps, plan, options);
		if (staged === undefined) return undefined;
		await flush(staging.path, staged);
		return options.asked?.aborted ? undefined : journalOf(steps, plan);
	} catch (error) {
		if (!(error instanceof NoLinksError)) {
			if (error instanceof OutputError) throw error;
			throw new OutputError(basename(staging.out), errnoOf(error));
		}
		removeTree(at(staging.path, "new"));
		removeTree(at(staging.path, "old"));
		return prepare(staging, plan, false, options);
	}
}

/** Takes all steps of a journal that is on the disk, or what is left of them, and clears up. */
export function takeSteps(staging: Staging, journal: Journal): void {
	let path = "";
	try {
		for (const step of journal.steps) {
			path = step.path;
			forward(staging, step);
		}
		for (const folder of foldersOf(journal.steps)) {
			path = folder;
			if (folder !== "..") flushFolder(at(staging.out, folder));
			else flushFolder(dirname(staging.out));
		}
	} catch (error) {
		const errno = errnoOf(error);
		takeBack(staging, journal);
		throw new OutputError(path || basename(staging.out), errno);
	}
	closeJournal(staging);
	clear(staging, journal);
}

/** Takes back what was done of a journal, and clears up. Where the disk refuses that too, the journal stays. */
export function takeBack(staging: Staging, journal: Journal): void {
	const undone = journal.steps
		.toReversed()
		.filter((step) =>
			naming(step.path || basename(staging.out), () => undo(staging, step)),
		);
	closeJournal(staging);
	clear(staging, journal, undone);
}

/** The folders in which names changed; `..` for the one that the output is in. */
function foldersOf(steps: readonly Step[]): ReadonlySet<string> {
	return new Set(
		steps.map(({ path }) => {
			if (path === "") return "..";
			const folder = dirname(path);
			return folder === "." ? "" : folder;
		}),
	);
}

function naming<T>(path: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw new OutputError(path, errnoOf(error));
	}
}
