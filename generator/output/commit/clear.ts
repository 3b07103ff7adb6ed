import { mkdirSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { attempt } from "./attempt.ts";
import { type Journal, removeJournal } from "./journal.ts";
import { removeTree } from "./remove-tree.ts";
import { at, lookOf, type Staging } from "./staging.ts";
import type { Step } from "./step.ts";

/**
 * Clears away what steps, taken or taken back, left in the staging folder. What others put into a folder just before it
 * was swapped is not ours to remove: it goes to where they put it, and so does what they put into those that were taken
 * back. What the disk refuses now stays for the next run.
 */
export function clear(
	staging: Staging,
	journal: Journal,
	undone: readonly Step[] = [],
): void {
	const work = () => {
		const { before, after, unchanged, steps } = journal;
		const old = join(staging.path, "old");
		const fresh = join(staging.path, "new");
		const swapped = steps.filter(({ folder }) => folder);
		putAllBack(staging.out, old, swapped, known(before.keys(), unchanged));
		putAllBack(staging.out, fresh, undone, known(after.keys(), unchanged));
		for (const base of [old, fresh]) removeTree(base);
		for (const { path, folder } of steps)
			if (!folder) removeEmpty(staging.out, dirname(path));
		removeJournal(staging);
	};
	// What the disk refuses once it may allow the second time.
	if (!attempt(work)) attempt(work);
}

function putAllBack(
	out: string,
	base: string,
	steps: readonly Step[],
	ours: ReadonlySet<string>,
): void {
	for (const { path } of steps) putBack(out, base, path, ours);
}

/** Paths, and those of the folders that they are in. */
function known(...lists: readonly Iterable<string>[]): ReadonlySet<string> {
	const paths = new Set<string>();
	for (const list of lists)
		for (let path of list)
			for (; path !== "." && !paths.has(path); path = dirname(path))
				paths.add(path);
	return paths;
}

function putBack(
	out: string,
	base: string,
	path: string,
	ours: ReadonlySet<string>,
): void {
	const folder = at(base, path);
	if (!lookOf(folder)?.isDirectory()) return;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const below = path === "" ? entry.name : `${path}/${entry.name}`;
		const here = lookOf(at(out, below));
		const merged = entry.isDirectory() && here?.isDirectory() === true;
		if (merged || (entry.isDirectory() && ours.has(below)))
			putBack(out, base, below, ours);
		else if (here === undefined && !ours.has(below)) move(base, out, below);
	}
}

function move(base: string, out: string, path: string): void {
	mkdirSync(dirname(at(out, path)), { recursive: true });
	renameSync(at(base, path), at(out, path));
}

/** Removes a folder that nothing is left in, and those above it that it leaves empty. */
function removeEmpty(out: string, folder: string): void {
	if (folder === ".") return;
	if (attempt(() => rmdirSync(join(out, folder))))
		removeEmpty(out, dirname(folder));
}
