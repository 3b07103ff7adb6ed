import { lstatSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { inBatches } from "./batches.ts";
import { digestOf } from "./digest.ts";
import { errnoOf } from "./look-at.ts";
import { OutputError } from "./output-error.ts";

/** What stands where a file of ours would be; `blocked` says in words what keeps us from writing there. */
type DiskEntry =
	| { readonly kind: "file"; readonly digest: string }
	| { readonly kind: "blocked"; readonly by: string };

/** What is on disk by path; a path where nothing stands is not in it. */
export type Disk = ReadonlyMap<string, DiskEntry>;

/** Knows the digests of files that look as they did when they were read before. */
export interface Seen {
	readonly digestOf: (path: string, found: Stats, take: () => string) => string;
}

/** Looks at each path below `out`. No link is followed: what a link leads to is not ours. */
export async function readDisk(
	out: string,
	paths: Iterable<string>,
	seen?: Seen,
): Promise<Disk> {
	const disk = new Map<string, DiskEntry>();
	const folders = new Map<string, Way>();
	await inBatches([...paths], (path) => {
		const way = wayTo(out, folderOf(path), folders);
		const entry = way === "open" ? entryAt(out, path, seen) : way;
		if (entry !== "missing") disk.set(path, entry);
	});
	return disk;
}

/** True when every path is that of a regular file, reached through no link, with the digest that goes with it. */
export async function isAllThere(
	out: string,
	digests: readonly (readonly [path: string, digest: string])[],
	seen: Seen,
): Promise<boolean> {
	try {
		const paths = digests.map(([path]) => path);
		const disk = await readDisk(out, paths, seen);
		return digests.every(([path, digest]) => {
			const entry = disk.get(path);
			return entry?.kind === "file" && entry.digest === digest;
		});
	} catch (error) {
		if (error instanceof OutputError) return false;
		throw error;
	}
}

/** Whether a folder below `out` leads to files: all folders down to it are there and none is a link. */
type Way = "open" | "missing" | DiskEntry;

function wayTo(out: string, folder: string, known: Map<string, Way>): Way {
	if (folder === "") return "open";
	const before = known.get(folder);
	if (before !== undefined) return before;
	const above = wayTo(out, folderOf(folder), known);
	const way = above === "open" ? wayThrough(out, folder) : above;
	known.set(folder, way);
	return way;
}

function wayThrough(out: string, folder: string): Way {
	const found = statsAt(out, folder);
	if (found === undefined) return "missing";
	if (found.isSymbolicLink())
		return { kind: "blocked", by: `${folder} is a symbolic link` };
	return found.isDirectory()
		? "open"
		: { kind: "blocked", by: `${folder} is not a folder` };
}

function entryAt(
	out: string,
	path: string,
	seen: Seen | undefined,
): "missing" | DiskEntry {
	const found = statsAt(out, path);
	if (found === undefined) return "missing";
	if (found.isSymbolicLink())
		return { kind: "blocked", by: "it is a symbolic link" };
	if (found.isDirectory()) return { kind: "blocked", by: "it is a folder" };
	if (!found.isFile())
		return { kind: "blocked", by: "it is not a regular file" };
	const take = () => digestAt(out, path);
	const digest = seen === undefined ? take() : seen.digestOf(path, found, take);
	return { kind: "file", digest };
}

/** The folder that a path is in; nothing for one right below the output folder. */
function folderOf(path: string): string {
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function statsAt(out: string, path: string): Stats | undefined {
	try {
		return lstatSync(`${out}/${path}`, { throwIfNoEntry: false });
	} catch (error) {
		throw new OutputError(path, errnoOf(error), "read");
	}
}

function digestAt(out: string, path: string): string {
	try {
		return digestOf(readFileSync(join(out, path)));
	} catch (error) {
		throw new OutputError(path, errnoOf(error), "read");
	}
}
