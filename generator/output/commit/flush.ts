import { execFile } from "node:child_process";
import { closeSync, fsync, fsyncSync, openSync } from "node:fs";
import { promisify } from "node:util";
import { errnoOf } from "../look-at.ts";
import type { Staged } from "./stage.ts";

/** Up to here each file is brought to the disk by a call of its own; each waits for the disk. */
const few = 64;
/** Calls that wait for the disk at the same time. */
const atOnce = 16;

/**
 * Brings what was staged from the system's memory to the disk, so that a loss of power after it finds it there. Thousands
 * of files go there in one call for the whole disk, which Linux has and Node has not, in a tenth of the time.
 */
export async function flush(
	folder: string,
	{ files, folders }: Staged,
): Promise<void> {
	if (files.length + folders.length <= few) {
		for (const path of files) flushPath(path);
		for (const path of folders) flushFolder(path);
		return;
	}
	if (process.platform !== "linux" || (await flushDisk(folder))) return;
	let next = 0;
	const work = async () => {
		for (let at = next++; at < files.length; at = next++)
			await flushLater(files[at] ?? folder);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	for (const path of folders) flushFolder(path);
}

/** Brings a file, or what it is called, to the disk. */
export function flushPath(path: string): void {
	const handle = openSync(path, "r");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Brings the names in a folder to the disk, where the system has a call for that. */
export function flushFolder(path: string): void {
	try {
		flushPath(path);
	} catch (error) {
		// Windows opens no folder; some disks of networks know no such call.
		if (!["EISDIR", "EPERM", "EINVAL", "ENOTSUP"].includes(errnoOf(error)))
			throw error;
	}
}

async function flushLater(path: string): Promise<void> {
	const handle = openSync(path, "r");
	try {
		await promisify(fsync)(handle);
	} finally {
		closeSync(handle);
	}
}

/** False where there is no such program, or it takes too long. */
async function flushDisk(folder: string): Promise<boolean> {
	try {
		await promisify(execFile)("sync", ["-f", folder], { timeout: 10_000 });
		return true;
	} catch {
		return false;
	}
}
