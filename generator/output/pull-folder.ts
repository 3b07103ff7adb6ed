import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { OutputFile } from "../text/output-file.ts";
import { countChangedLines, type LineChange } from "./diff.ts";
import { digestOf } from "./digest.ts";
import { type Disk, readDisk } from "./disk.ts";
import { isLink, isWithin, lookAt, realPathOf } from "./look-at.ts";
import {
	type PulledDocument,
	type PullLock,
	parsePullLock,
	printPullLock,
	pullLockPath,
} from "./pull-lock.ts";
import type { Refusal } from "./refusal.ts";

/** A folder that documents may be pulled into, and what the last run left in it. */
export interface PullFolder {
	/** Absolute. */
	readonly path: string;
	readonly lock: PullLock;
	readonly disk: Disk;
}

/** A document as it is published now; without text it is the one that is here. */
export interface Pulled {
	readonly path: string;
	readonly document: PulledDocument;
	readonly text?: string;
}

export interface PullPlan {
	/** Documents, and the lock as the last; empty when all is as it should be. */
	readonly files: readonly OutputFile[];
	/** In the order of what was pulled. */
	readonly changes: readonly PullChange[];
	/** Pulled once, and no longer asked for; the files stay. */
	readonly unlisted: readonly string[];
	/** Files that would be lost; while there is one, nothing is to be done. */
	readonly conflicts: readonly Refusal[];
}

export interface PullChange {
	readonly path: string;
	readonly became: "added" | "changed" | "unchanged";
	/** Missing when nearly all of them are others. */
	readonly lines?: LineChange;
}

export interface PullFolderRequest {
	/** Absolute. */
	readonly path: string;
	/** The folder as a person knows it, for messages. */
	readonly shown: string;
	/** Absolute: the project's folder; between it and `path` there is no link. */
	readonly root: string;
	/** The documents' paths in the folder. */
	readonly paths: readonly string[];
}

/** Checks that documents may be written, and reads the lock. Changes nothing. */
export async function openPullFolder({
	path,
	shown,
	root,
	paths,
}: PullFolderRequest): Promise<
	PullFolder | { readonly refusals: readonly Refusal[] }
> {
	const refuse = (message: string, help: string) => ({
		refusals: [{ path: shown, message, help }],
	});
	const { kind } = lookAt(path);
	if (kind === "file" || kind === "error")
		return refuse(
			`The docs' folder ${shown} is not a folder`,
			"Name a folder with pull.folder in the config",
		);
	if (hasLink(root, path))
		return refuse(
			`The docs' folder ${shown} is, or lies behind, a symbolic link`,
			"Name the folder that it leads to with pull.folder in the config",
		);
	const disk = await readDisk(path, [...paths, pullLockPath]);
	const refusals: Refusal[] = [];
	for (const [at, entry] of disk)
		if (entry.kind === "blocked")
			refusals.push({
				path: at,
				message: `${at} cannot be written in ${shown}: ${entry.by}`,
				help: "Move it away; nothing is written through links",
			});
	if (refusals.length > 0) return { refusals };
	if (!disk.has(pullLockPath)) return { path, lock: new Map(), disk };
	const lock = parsePullLock(await readFile(join(path, pullLockPath), "utf8"));
	if (lock === undefined)
		return refuse(
			`${pullLockPath} in ${shown} cannot be read`,
			"Restore it; or delete it, and pull again with --force",
		);
	return { path, lock, disk };
}

function hasLink(root: string, path: string): boolean {
	if (!isWithin(root, path)) return isLink(path);
	const straight = join(realPathOf(root), relative(root, path));
	return realPathOf(path) !== straight;
}

/** What the last run left at a path, if it came from this URL and nobody touched it since. */
export function knownAt(
	{ lock, disk }: PullFolder,
	path: string,
	url: string,
): PulledDocument | undefined {
	const known = lock.get(path);
	const there = disk.get(path);
	const same = there?.kind === "file" && there.digest === known?.sha256;
	return same && known?.url === url ? known : undefined;
}

/** Compares what is published with what is here. `force` gives up what was edited by hand. */
export async function planPull(
	folder: PullFolder,
	pulled: readonly Pulled[],
	force: boolean,
): Promise<PullPlan> {
	const files: OutputFile[] = [];
	const changes: PullChange[] = [];
	const conflicts: Refusal[] = [];
	for (const { path, text } of pulled) {
		const there = folder.disk.get(path);
		const digest = there?.kind === "file" ? there.digest : undefined;
		if (text === undefined || digest === digestOf(text)) {
			changes.push({ path, became: "unchanged" });
			continue;
		}
		files.push({ path, text });
		const before =
			digest === undefined
				? undefined
				: await readFile(join(folder.path, path), "utf8");
		const lines = countChangedLines(before ?? "", text);
		changes.push({
			path,
			became: before === undefined ? "added" : "changed",
			...(lines && { lines }),
		});
		if (digest !== undefined && !force) {
			const conflict = conflictAt(path, digest, folder.lock);
			if (conflict !== undefined) conflicts.push(conflict);
		}
	}
	const lock = new Map(pulled.map(({ path, document }) => [path, document]));
	const unlisted = [...folder.lock.keys()].filter((path) => !lock.has(path));
	const wanted = printPullLock(lock);
	const there = folder.disk.get(pullLockPath);
	if (there?.kind !== "file" || there.digest !== digestOf(wanted.text))
		files.push(wanted);
	return { files, changes, unlisted, conflicts };
}

function conflictAt(
	path: string,
	digest: string,
	lock: PullLock,
): Refusal | undefined {
	const known = lock.get(path);
	if (known?.sha256 === digest) return undefined;
	return known === undefined
		? {
				path,
				message: `${path} is in the way, and was not pulled`,
				help: "Move the file away, or give it up with --force",
			}
		: {
				path,
				message: `${path} was edited by hand since it was pulled`,
				help: "Keep the change elsewhere, then run again with --force to give it up",
			};
}
