import { lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { errnoOf } from "../look-at.ts";

/**
 * Removes a folder and all below it, no link followed, or as much of it as the disk allows; with `isGone`, of what stands
 * in the folder only what that is true for, and not the folder. On a tree of thousands of files many times as fast as `rmSync`.
 */
export function removeTree(
	folder: string,
	isGone?: (name: string) => boolean,
): void {
	// What the disk refuses once it may allow the second time.
	if (!attempt(folder, isGone)) attempt(folder, isGone);
}

function attempt(folder: string, isGone?: (name: string) => boolean): boolean {
	try {
		return !isFolder(folder) || remove(folder, isGone);
	} catch (error) {
		errnoOf(error);
		return false;
	}
}

function remove(folder: string, isGone?: (name: string) => boolean): boolean {
	let whole = true;
	const attempt = (work: () => void) => {
		try {
			work();
		} catch (error) {
			if (errnoOf(error) !== "ENOENT") whole = false;
		}
	};
	attempt(() => {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			if (isGone?.(entry.name) === false) continue;
			const path = join(folder, entry.name);
			if (entry.isDirectory()) whole = remove(path) && whole;
			else attempt(() => unlinkSync(path));
		}
	});
	if (isGone === undefined) attempt(() => rmdirSync(folder));
	return whole;
}

function isFolder(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
