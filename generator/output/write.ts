import { randomBytes } from "node:crypto";
import {
	chmodSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { rmdir, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "../text/output-file.ts";
import { errnoOf } from "./look-at.ts";
import { OutputError } from "./output-error.ts";

/**
 * Writes all files, one after the other, or none: when the disk refuses one, those before it become what they were. A run
 * that is killed between two leaves whole files.
 */
export async function writeAll(
	out: string,
	files: readonly OutputFile[],
): Promise<void> {
	const undo: (() => Promise<void> | void)[] = [];
	try {
		for (const file of files) {
			const { path } = file;
			const before = bytesAt(join(out, path));
			writeFile(out, file);
			undo.unshift(() =>
				before === undefined
					? remove(out, path)
					: writeFile(out, { path, text: before }),
			);
		}
	} catch (error) {
		for (const step of undo) await step();
		throw error;
	}
}

function bytesAt(path: string): Uint8Array | undefined {
	try {
		return readFileSync(path);
	} catch {
		return undefined;
	}
}

/** Writes one file whole or not at all, with the folders it needs, and keeps the permissions of a file that it replaces. */
export function writeFile(
	out: string,
	{ path, text }: { readonly path: string; readonly text: string | Uint8Array },
): void {
	const target = join(out, path);
	const part = `${target}.${randomBytes(6).toString("hex")}`;
	try {
		mkdirSync(dirname(target), { recursive: true });
		const { mode } = statSync(target, { throwIfNoEntry: false }) ?? {};
		// "x": nothing that is there is written to, nor what a link leads to.
		writeFileSync(part, text, { flag: "wx" });
		if (mode !== undefined) chmodSync(part, mode & 0o7777);
		renameSync(part, target);
	} catch (error) {
		discard(part);
		throw new OutputError(path, errnoOf(error));
	}
}

function discard(part: string): void {
	try {
		rmSync(part, { force: true });
	} catch {
		// Where it cannot be, it is not.
	}
}

async function remove(out: string, path: string): Promise<void> {
	try {
		await unlink(join(out, path));
	} catch (error) {
		if (errnoOf(error) !== "ENOENT")
			throw new OutputError(path, errnoOf(error));
	}
	await removeEmpty(out, dirname(path));
}

/** Removes a folder that nothing is left in, and those above it that it leaves empty. */
async function removeEmpty(out: string, folder: string): Promise<void> {
	if (folder === ".") return;
	try {
		await rmdir(join(out, folder));
	} catch {
		return;
	}
	await removeEmpty(out, dirname(folder));
}
