import { basename } from "node:path";
import { errnoOf, realPathOf } from "../look-at.ts";
import { OutputError } from "../output-error.ts";
import type { Plan } from "../plan.ts";
import { commit } from "./commit.ts";
import { type Left, readJournal } from "./journal.ts";
import {
	type Lock,
	livingOwner,
	lockStaging,
	removeScraps,
	untilSettled,
} from "./lock.ts";
import { type Recovery, recover } from "./recover.ts";
import {
	chooseStaging,
	type Staging,
	stagingInside,
	stagingsThere,
} from "./staging.ts";

export interface Change {
	/** Absolute. */
	readonly out: string;
	/** Says what is to be done. Nobody else changes the output from then on. */
	readonly plan: () => Promise<Plan>;
	/** Asks for an end, which is heeded as long as nothing is done. */
	readonly asked?: AbortSignal;
	/** Has the time of what follows the plan taken. */
	readonly timed?: (work: () => Promise<boolean>) => Promise<boolean>;
	/** Hears how many files are written, of how many. */
	readonly onStep?: (done: number, total: number) => void;
}

/**
 * Does what a plan says, all of it or nothing, one process after the other. A plan with conflicts is given back and nothing
 * is done; nothing is given where the end was asked for in time.
 */
export async function changeOutput(change: Change): Promise<Plan | undefined> {
	const out = realPathOf(change.out);
	try {
		return await named(out, () => changeBy(chooseStaging(out), change, true));
	} catch (error) {
		if (!(error instanceof OutputError) || !isHeld.has(error.errno))
			throw error;
		return named(out, () => changeBy(stagingInside(out), change, false));
	}
}

/** What the disk refuses is told with a name, if only that of the output. */
async function named<T>(out: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Error && "code" in error)
			throw new OutputError(basename(out), errnoOf(error));
		throw error;
	}
}

/** What is said of a folder that cannot be moved: something is mounted on it, or on Windows somebody has it open. */
const isHeld: ReadonlySet<string> = new Set(
	process.platform === "win32"
		? ["EXDEV", "EBUSY", "EPERM", "EACCES"]
		: ["EXDEV", "EBUSY"],
);

async function changeBy(
	staging: Staging,
	{ plan, asked, onStep, timed = (work) => work() }: Change,
	swaps: boolean,
): Promise<Plan | undefined> {
	const lock = await lockStaging(staging, asked);
	if (lock === undefined) return undefined;
	return holding(lock, async () => {
		recover(staging);
		const planned = await plan();
		const { written, removed, conflicts } = planned;
		const nothing = written.length + removed.length === 0;
		if (nothing || conflicts.length > 0) return planned;
		const done = await timed(() =>
			commit(staging, planned, { swaps, asked, onStep }),
		);
		return done ? planned : undefined;
	});
}

/**
 * Ends what a run began that was cut off. A run that is at work is left alone. Nothing where no folder of such a run is
 * there, which is told by a look.
 */
export async function recoverOutput(out: string): Promise<Recovery> {
	const recoveries: Recovery[] = [];
	const real = realPathOf(out);
	removeScraps(real);
	for (const staging of stagingsThere(real))
		await named(out, async () => {
			if (livingOwner(staging) !== undefined) return;
			const lock = await lockStaging(staging);
			if (lock !== undefined)
				recoveries.push(await holding(lock, async () => recover(staging)));
		});
	return recoveries.find((recovery) => recovery !== "nothing") ?? "nothing";
}

/** Waits until nobody is at work on an output, and says whether a run was cut off that the next one has to end. Changes nothing. */
export async function isCutOff(out: string): Promise<boolean> {
	const real = realPathOf(out);
	await untilSettled(real);
	return stagingsThere(real)
		.map((staging) => leftIn(staging))
		.some((left) => left === "pending" || left === "unreadable");
}

async function holding<T>(lock: Lock, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} finally {
		// Steps that could not be taken back, or cleared up after, are for the next run, which finds them in the journal.
		if (leftIn(lock.staging) === "nothing") lock.release();
		else lock.leave();
	}
}

function leftIn(staging: Staging, tries = 2): Left["kind"] {
	try {
		return readJournal(staging).kind;
	} catch (error) {
		errnoOf(error);
		return tries > 1 ? leftIn(staging, tries - 1) : "unreadable";
	}
}
