import { lstatSync, readFileSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { digestOf } from "../digest.ts";
import type { Cache } from "./cache-folder.ts";

/** How each file looked when its digest was taken: a file that looks the same is not read again. */
const Seen = v.record(v.string(), v.tuple([v.string(), v.string()]));

/** Milliseconds in which a file may change without looking different: clocks of disks have steps. */
const step = 100;

/**
 * True when every file of `digests` stands in a folder as it should be: a regular file, reached through no link, with
 * that digest. How the files look is kept in the cache, so that most are not read a second time.
 */
export function isAllThere(
	folder: string,
	digests: Iterable<readonly [path: string, digest: string]>,
	cache: Cache,
): boolean {
	const key = digestOf(folder);
	const before = v.safeParse(Seen, cache.read("seen", key));
	const known = before.success ? before.output : {};
	const seen: Record<string, readonly [look: string, digest: string]> = {};
	const folders = new Set<string>();
	const started = Date.now() - step;
	let anew = false;
	for (const [path, digest] of digests) {
		if (!isReached(folder, dirname(path), folders)) return false;
		const found = lookOf(`${folder}/${path}`);
		if (!found?.isFile()) return false;
		const { size, mtimeMs, ctimeMs, ino } = found;
		const look = `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
		const old = known[path];
		const same = old?.[0] === look;
		if (!same) anew = true;
		const is = same ? old[1] : digestAt(join(folder, path));
		if (is !== digest) return false;
		if (mtimeMs < started && ctimeMs < started) seen[path] = [look, digest];
	}
	if (anew) cache.write("seen", key, seen);
	return true;
}

/** Whether a folder below `root` is one, and so are those above it. */
function isReached(root: string, folder: string, known: Set<string>): boolean {
	if (folder === "." || known.has(folder)) return true;
	if (!isReached(root, dirname(folder), known)) return false;
	if (!lookOf(join(root, folder))?.isDirectory()) return false;
	known.add(folder);
	return true;
}

function lookOf(path: string): Stats | undefined {
	try {
		return lstatSync(path, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}

function digestAt(path: string): string | undefined {
	try {
		return digestOf(readFileSync(path));
	} catch {
		return undefined;
	}
}
