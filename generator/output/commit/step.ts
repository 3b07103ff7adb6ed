import { linkSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { at, lookOf, type Staging } from "./staging.ts";

/**
 * One rename, or two, that bring a part of the output to its new state. `path` is a file or a folder below the output, or
 * empty for the whole of it. What is new waits under `new/` of the staging folder, and what was before goes to `old/`.
 */
export interface Step {
	readonly path: string;
	readonly folder: boolean;
	/** Something stands there before. */
	readonly old: boolean;
	/** Something stands there after. */
	readonly new: boolean;
}

export interface Places {
	/** In the output. */
	readonly here: string;
	/** Under `new/` and `old/` of the staging folder. */
	readonly fresh: string;
	readonly former: string;
}

export function placesOf({ path, out }: Staging, step: string): Places {
	return {
		here: at(out, step),
		fresh: at(join(path, "new"), step),
		former: at(join(path, "old"), step),
	};
}

/** Whether a step is done, as the disk has it. */
export function isDone(staging: Staging, step: Step): boolean {
	const { fresh, former } = placesOf(staging, step.path);
	return step.new ? !stands(fresh) : stands(former);
}

/**
 * Takes a step, or what is left of it. A file is replaced at once, and `old/` has it already, as a link; a folder is away
 * for the moment between two renames, as there is no call for both.
 */
export function forward(staging: Staging, step: Step): void {
	if (isDone(staging, step)) return;
	const { here, fresh, former } = placesOf(staging, step.path);
	const replaced = step.new && !step.folder;
	if (step.old && !replaced && stands(here) && !stands(former)) {
		mkdirSync(dirname(former), { recursive: true });
		renameSync(here, former);
	}
	if (!step.new) return;
	if (!step.old && stands(here)) throw new InTheWayError();
	mkdirSync(dirname(here), { recursive: true });
	renameSync(fresh, here);
}

/** Takes a step back, or what was done of it; true when a folder that stood in the output is under `new/` again. */
export function undo(staging: Staging, step: Step): boolean {
	const { here, fresh, former } = placesOf(staging, step.path);
	// Without what was before there is nothing to take back: it is where it was, or it is known to be replaced.
	if (step.old && !stands(former)) return false;
	const done = isDone(staging, step);
	if (step.new && !step.folder && step.old) {
		if (!done) return false;
		linkSync(here, fresh);
		// By way of another link, as a rename from a link to the same file does nothing.
		linkSync(former, `${former}~`);
		renameSync(`${former}~`, here);
		return false;
	}
	const moves = step.new && done && stands(here);
	if (moves) renameSync(here, fresh);
	if (step.old && !stands(here)) renameSync(former, here);
	return moves && step.folder;
}

/** Something came to stand where nothing did when the change was planned. */
class InTheWayError extends Error {
	readonly code = "EEXIST";
}

function stands(path: string): boolean {
	return lookOf(path) !== undefined;
}
