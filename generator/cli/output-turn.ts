import {
	type Change,
	changeOutput,
	isCutOff,
	recoverOutput,
} from "../output/commit/change-output.ts";
import { LockedError } from "../output/commit/lock.ts";
import { UnreadableError } from "../output/commit/recover.ts";
import type { Plan } from "../output/plan.ts";
import { type Problem, UsageError } from "./exit.ts";
import type { Io } from "./io.ts";
import { writeProblems } from "./messages.ts";
import { shownFrom } from "./settings.ts";

/** An output folder, and who hears about it. */
export interface Turn {
	/** Absolute. */
	readonly out: string;
	readonly io: Io;
	readonly quiet: boolean;
}

/** Ends what a run before began and was cut off in, so that the output is old or new, and never a mixture. */
export async function endCutOff({ out, io, quiet }: Turn): Promise<void> {
	const recovery = await explained(out, io, () => recoverOutput(out));
	if (recovery === "nothing" || quiet) return;
	const how = {
		finished: "what it was about to write is there now",
		"taken back": "the output is what it was before it",
	}[recovery];
	const shown = shownFrom(io.cwd, out);
	io.stderr.write(`A run was cut off while it wrote ${shown}: ${how}\n`);
}

/** For a run that may not write: waits for those who do, and says whether a run was cut off that somebody has to end. */
export async function tellCutOff({ out, io, quiet }: Turn): Promise<boolean> {
	const cutOff = await explained(out, io, () => isCutOff(out));
	const problem: Problem = {
		message: `A run was cut off while it wrote ${shownFrom(io.cwd, out)}`,
		help: "Run docwright generate, which ends what it began",
	};
	if (cutOff && !quiet) writeProblems([problem], io);
	return cutOff;
}

/** Changes the output when it is our turn. */
export function changeInTurn(
	{ out, io }: Turn,
	change: Omit<Change, "out">,
): Promise<Plan | undefined> {
	return explained(out, io, () => changeOutput({ ...change, out }));
}

async function explained<T>(
	out: string,
	io: Io,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const shown = shownFrom(io.cwd, out);
		if (error instanceof LockedError)
			throw new UsageError({
				message: `Another run, process ${error.pid}, is writing ${shown} all the time`,
				help: "Wait for it to end, or end it; then run again",
			});
		if (error instanceof UnreadableError)
			throw new UsageError({
				message: `A run was cut off while it wrote ${shown}, and nobody can read what it left in ${shownFrom(io.cwd, error.path)}`,
				help: "Look whether files of yours are in that folder, then delete it and run again",
			});
		throw error;
	}
}
