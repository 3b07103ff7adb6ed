import { mkdir, rmdir, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { OutputFile } from "../text/output-file.ts";
import { inBatches } from "./batches.ts";
import { errnoOf } from "./look-at.ts";
import { manifestPath } from "./manifest.ts";
import { OutputError } from "./output-error.ts";
import type { Plan } from "./plan.ts";

/**
 * Carries out a plan without conflicts. Each file is replaced at once, never seen half written, and the manifest comes
 * last: a run that is cut off leaves files that the next one recognises by their digests.
 */
export async function writeOutput(out: string, plan: Plan): Promise<void> {
	const manifest = plan.written.filter(({ path }) => path === manifestPath);
	const files = plan.written.filter(({ path }) => path !== manifestPath);
	await inBatches(files, (file) => writeFile(out, file));
	for (const path of plan.removed) await remove(out, path);
	for (const file of manifest) await writeFile(out, file);
}

/** Writes one file whole or not at all, with the folders it needs. */
export async function writeFile(
	folder: string,
	{ path, text }: OutputFile,
): Promise<void> {
	const target = join(folder, path);
	try {
		await mkdir(dirname(target), { recursive: true });
		await writeFileAtomic(target, text);
	} catch (error) {
		throw new OutputError(path, errnoOf(error));
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
