import type { OutputFile } from "../text/output-file.ts";
import { digestOfFile } from "./digest.ts";
import type { Disk } from "./disk.ts";
import { manifestPath, type Owned } from "./manifest.ts";
import type { Refusal } from "./refusal.ts";

/** What there is to do, so that the output folder holds what is wanted. Sorted by path. */
export interface Plan {
	/** Missing or different on disk. */
	readonly written: readonly OutputFile[];
	readonly unchanged: readonly string[];
	/** Owned, and no longer wanted. */
	readonly removed: readonly string[];
	/** The digests of files that are replaced or removed, by path. */
	readonly before: ReadonlyMap<string, string>;
	/** Files that would be lost; while there is one, nothing is to be done. */
	readonly conflicts: readonly Refusal[];
}

export interface PlanRequest {
	/** Every file of the output, the manifest among them. */
	readonly wanted: readonly OutputFile[];
	/** What the last run wrote. */
	readonly owned: Owned;
	/** What is there now, at every wanted and every owned path. */
	readonly disk: Disk;
	/** Gives up what was edited by hand in files that the generator owns. */
	readonly force: boolean;
}

/** Compares what is wanted with what is there. Files that the generator does not own are never part of a plan. */
export function planOutput(request: PlanRequest): Plan {
	const { wanted, owned, disk } = request;
	const written: OutputFile[] = [];
	const unchanged: string[] = [];
	const removed: string[] = [];
	const before = new Map<string, string>();
	const conflicts: Refusal[] = [];
	for (const file of [...wanted].sort(byPath)) {
		const there = disk.get(file.path);
		const same = there?.kind === "file" && there.digest === digestOfFile(file);
		if (same) unchanged.push(file.path);
		else written.push(file);
		if (!same && there?.kind === "file") before.set(file.path, there.digest);
		const conflict = same ? undefined : conflictAt(file.path, request);
		if (conflict !== undefined) conflicts.push(conflict);
	}
	const kept = new Set(wanted.map(({ path }) => path));
	for (const path of [...owned.keys()].sort()) {
		const there = disk.get(path);
		if (kept.has(path) || there === undefined) continue;
		removed.push(path);
		if (there.kind === "file") before.set(path, there.digest);
		const conflict = conflictAt(path, request);
		if (conflict !== undefined) conflicts.push(conflict);
	}
	return { written, unchanged, removed, before, conflicts };
}

function conflictAt(
	path: string,
	{ owned, disk, force }: PlanRequest,
): Refusal | undefined {
	const there = disk.get(path);
	if (there === undefined) return undefined;
	if (there.kind === "blocked")
		return {
			path,
			message: `${path} cannot be written: ${there.by}`,
			help: "Move it away; nothing outside the output folder is written to",
		};
	if (path === manifestPath) return undefined;
	const digest = owned.get(path);
	if (digest === undefined)
		return {
			path,
			message: `${path} is in the way, and the generator did not write it`,
			help: "Move the file away, or choose another folder with --out",
		};
	if (digest === there.digest || force) return undefined;
	return {
		path,
		message: `${path} was edited by hand since it was generated`,
		help: "Keep the change elsewhere, then run again with --force to give it up",
	};
}

function byPath(a: OutputFile, b: OutputFile): number {
	return a.path < b.path ? -1 : 1;
}
