import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile } from "../text/output-file.ts";
import { refuseFolder } from "./check-folder.ts";
import { readDisk, type Seen } from "./disk.ts";
import { generatorVersion } from "./installation.ts";
import { errnoOf } from "./look-at.ts";
import {
	manifestPath,
	type Owned,
	parseManifest,
	printManifest,
} from "./manifest.ts";
import { OutputError } from "./output-error.ts";
import { type Plan, planOutput } from "./plan.ts";
import type { Refusal } from "./refusal.ts";
import { checkPaths } from "./safe-path.ts";

/** An output folder that may be written to, and what the last run left in it. */
export interface OutputFolder {
	/** Absolute. */
	readonly path: string;
	readonly owned: Owned;
	readonly force: boolean;
}

export interface OpenRequest {
	readonly out: string;
	readonly shown: string;
	readonly docs: readonly string[];
	readonly force: boolean;
	/** Nothing is going to be written. */
	readonly looksOnly?: boolean;
}

/** Checks that a folder is fit for the output and reads its manifest. Changes nothing. */
export async function openOutput(
	request: OpenRequest,
): Promise<OutputFolder | Refusal> {
	const { out, shown, force } = request;
	const text = await manifestAt(out);
	const owned = text === undefined ? undefined : parseManifest(text);
	const refusal = await refuseFolder({
		...request,
		owned: owned !== undefined,
	});
	if (refusal !== undefined) {
		const broken = text !== undefined && owned === undefined;
		return broken ? brokenManifest(shown, refusal) : refusal;
	}
	return { path: out, owned: owned ?? new Map(), force };
}

/** Plans what makes the folder hold `files` and their manifest. Looks at the disk and changes nothing. */
export async function planFolder(
	{ path, owned, force }: OutputFolder,
	files: readonly OutputFile[],
	seen?: Seen,
): Promise<Plan> {
	const wanted = await withManifest(files);
	checkPaths(wanted);
	const paths = new Set([...wanted.map(({ path }) => path), ...owned.keys()]);
	const disk = await readDisk(path, paths, seen);
	return planOutput({ wanted, owned, disk, force });
}

/** Every file of an output: those that were made, and the manifest of them. */
export async function withManifest(
	files: readonly OutputFile[],
): Promise<readonly OutputFile[]> {
	return [...files, printManifest(files, await generatorVersion())];
}

async function manifestAt(out: string): Promise<string | undefined> {
	try {
		return await readFile(join(out, manifestPath), "utf8");
	} catch (error) {
		const errno = errnoOf(error);
		if (["ENOENT", "ENOTDIR", "EISDIR"].includes(errno)) return undefined;
		// Without it all that is there would look like that of others.
		throw new OutputError(manifestPath, errno, "read");
	}
}

function brokenManifest(shown: string, refusal: Refusal): Refusal {
	return {
		...refusal,
		message: `${refusal.message}; its ${manifestPath} cannot be read`,
		help: `Restore ${manifestPath}, or delete ${shown} and generate it anew`,
	};
}
