import {
	mkdirSync,
	renameSync,
	rmdirSync,
	unlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { errnoOf } from "../look-at.ts";
import { OutputError } from "../output-error.ts";
import { attempt } from "./attempt.ts";
import { isAlive, isOwner, nobody, ownName, pidOf } from "./owner.ts";
import { removeTree } from "./remove-tree.ts";
import {
	lookOf,
	makingOf,
	makingsThere,
	namesIn,
	type Staging,
	stagingsOf,
	stagingsThere,
} from "./staging.ts";

/** A staging folder that is ours until it is let go. */
export interface Lock {
	readonly staging: Staging;
	/** Removes the folder; what is left in it by then is lost. */
	readonly release: () => void;
	/** Leaves the folder to the next run. */
	readonly leave: () => void;
}

/** Another process kept an output for longer than anyone waits. */
export class LockedError extends Error {
	readonly pid: number;

	constructor(pid: number) {
		super(`process ${pid} is writing`);
		this.name = "LockedError";
		this.pid = pid;
	}
}

/** Milliseconds to wait for others: dozens of them may stand in line, each with seconds of work. */
const patience = 120_000;
/** Milliseconds between two looks. */
const pause = 20;
/** Milliseconds between two signs of life. */
const beat = 5_000;

/**
 * Makes a staging folder, or takes over that of a run that was cut off, and waits while another process has it: whoever
 * has the folder is the only one to change the output. Nothing where the end is asked for before that.
 */
export async function lockStaging(
	staging: Staging,
	asked?: AbortSignal,
): Promise<Lock | undefined> {
	const name = ownName();
	const last = Date.now() + patience;
	const folders: string[] = [];
	if (lookOf(staging.path)?.isDirectory() === false)
		throw new OutputError(basename(staging.path), "ENOTDIR");
	while (!isElsewhereFree(staging) || !own(staging, name, folders)) {
		if (asked?.aborted) return undefined;
		if (Date.now() > last) throw new LockedError(livingOwner(staging) ?? 0);
		await setTimeout(pause + Math.random() * pause);
	}
	const file = join(staging.path, name);
	const heart = setInterval(() => touch(file), beat).unref();
	attempt(() => removeScraps(staging.out));
	return {
		staging,
		release() {
			clearInterval(heart);
			// The owner's file goes last: until then nobody else comes in.
			removeTree(staging.path, (entry) => entry !== name);
			for (const gone of [
				() => unlinkSync(file),
				() => rmdirSync(staging.path),
			])
				if (!attempt(gone)) attempt(gone);
			for (const folder of folders) attempt(() => rmdirSync(folder));
		},
		leave() {
			clearInterval(heart);
			attempt(() => renameSync(file, join(staging.path, nobody())));
		},
	};
}

/** The process that owns a staging folder and still runs. */
export function livingOwner({ path }: Staging): number | undefined {
	const owner = ownerOf(path);
	return owner !== undefined && isAlive(owner, join(path, owner))
		? pidOf(owner)
		: undefined;
}

/** Waits, as long as for a lock, until no process is at work on an output. For those who may not write. */
export async function untilSettled(out: string): Promise<void> {
	const last = Date.now() + patience;
	for (;;) {
		const pid = stagingsThere(out).map(livingOwner).find(Boolean);
		if (pid === undefined) return;
		if (Date.now() > last) throw new LockedError(pid);
		await setTimeout(pause);
	}
}

/** Who may write in other places stages in another: a lock there counts, too. */
function isElsewhereFree(staging: Staging): boolean {
	return stagingsOf(staging.out).every(
		(other) => other.path === staging.path || livingOwner(other) === undefined,
	);
}

function own(staging: Staging, name: string, folders: string[]): boolean {
	return take(staging, name) || make(staging, name, folders);
}

function take(staging: Staging, name: string): boolean {
	const { path } = staging;
	const owner = ownerOf(path);
	if (owner === undefined) return false;
	const file = join(path, owner);
	if (isAlive(owner, file)) return false;
	touch(file);
	// Of those who saw the same owner dead, one renames its file; the others find it gone.
	return attempt(() => renameSync(file, join(path, name)));
}

/**
 * A folder that has its owner from the start takes the place, which works only where nothing is, or an empty folder.
 * `folders` get those above that had to be made for it, the lowest first.
 */
function make(staging: Staging, name: string, folders: string[]): boolean {
	const { path } = staging;
	if (ownerOf(path) !== undefined) return false;
	const made = makingOf(staging, name);
	try {
		const above = dirname(path);
		const first = mkdirSync(above, { recursive: true });
		if (first !== undefined) folders.push(...foldersUpTo(first, above));
		mkdirSync(made);
		writeFileSync(join(made, name), "", { flag: "wx" });
		// Where a run is cut off, nobody is to commit what it leaves.
		writeFileSync(join(made, ".gitignore"), "*\n", { flag: "wx" });
	} catch (error) {
		removeTree(made);
		for (const folder of folders) attempt(() => rmdirSync(folder));
		throw new OutputError(basename(path), errnoOf(error));
	}
	if (attempt(() => renameSync(made, path))) return true;
	removeTree(made);
	removeOwnerless(path);
	return false;
}

function foldersUpTo(first: string, folder: string): readonly string[] {
	return folder === first
		? [first]
		: [folder, ...foldersUpTo(first, dirname(folder))];
}

/** Where a rename replaces no empty folder, it is removed; and so is what a run could not remove when it let go. */
function removeOwnerless(path: string): void {
	if (ownerOf(path) !== undefined || attempt(() => rmdirSync(path))) return;
	const found = lookOf(path);
	// Nobody gets in where something is; so what is old and has no owner gets none now.
	if (found === undefined || Date.now() - found.mtimeMs < beat) return;
	if (ownerOf(path) === undefined) removeTree(path);
}

/** The owner's file in a folder; one that a link leads to is none of ours. */
function ownerOf(path: string): string | undefined {
	return lookOf(path)?.isDirectory() ? namesIn(path).find(isOwner) : undefined;
}

/** Removes what runs left that were cut off while they made a staging folder. */
export function removeScraps(out: string): void {
	for (const { path, owner } of makingsThere(out))
		if (isOwner(owner) && !isAlive(owner, path)) removeTree(path);
}

function touch(path: string): void {
	const now = new Date();
	attempt(() => utimesSync(path, now, now));
}
