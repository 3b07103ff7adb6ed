import {
	accessSync,
	constants,
	lstatSync,
	readdirSync,
	type Stats,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { errnoOf } from "../look-at.ts";

/**
 * Where a run puts together what it changes: a folder on the disk of the output, where a rename is all that it takes to
 * bring it there. While it is there, its run is at work, or was cut off.
 */
export interface Staging {
	/** Absolute. */
	readonly path: string;
	/** Absolute, with no link in it. */
	readonly out: string;
	/** It lies beside the output folder, which may be swapped whole then. */
	readonly beside: boolean;
}

/** The name of the folder where it lies inside of the output. */
export const insideName = ".docwright";

/** Where staging may lie, the better place first: beside the output nobody who reads that sees it. */
export function stagingsOf(out: string): readonly Staging[] {
	const name = `.${basename(out)}.docwright`;
	const beside = { path: join(dirname(out), name), out, beside: true };
	const inside = stagingInside(out);
	return Buffer.byteLength(name) > 200 || basename(out) === ""
		? [inside]
		: [beside, inside];
}

/** Staging for an output that cannot be swapped whole. */
export function stagingInside(out: string): Staging {
	return { path: join(out, insideName), out, beside: false };
}

/** The place for the staging of this run. */
export function chooseStaging(out: string): Staging {
	const fit = stagingsOf(out).find(
		({ beside }) => !beside || mayLieBeside(out),
	);
	return fit ?? stagingInside(out);
}

/** The folder beside may be written to and is on the same disk; an output that is a disk of its own cannot be moved. */
function mayLieBeside(out: string): boolean {
	const above = lookOf(dirname(out));
	const here = lookOf(out);
	if (above === undefined) return here === undefined;
	try {
		accessSync(dirname(out), constants.W_OK | constants.X_OK);
	} catch {
		return false;
	}
	return here === undefined || here.dev === above.dev;
}

/** Staging folders of this output that are there. */
export function stagingsThere(out: string): readonly Staging[] {
	return stagingsOf(out).filter(({ path }) => lookOf(path)?.isDirectory());
}

/** Where a run makes a staging folder, before it takes its place. */
export function makingOf({ path }: Staging, owner: string): string {
	return `${path}.${owner}`;
}

/** What is there of staging folders in the making, and whose they are. */
export function makingsThere(
	out: string,
): readonly { readonly path: string; readonly owner: string }[] {
	return stagingsOf(out).flatMap((staging) => {
		const folder = dirname(staging.path);
		const start = basename(makingOf(staging, ""));
		return namesIn(folder)
			.filter((name) => name.startsWith(start))
			.map((name) => ({
				path: join(folder, name),
				owner: name.slice(start.length),
			}));
	});
}

/** The names in a folder; none where it cannot be read. */
export function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}

/** What is at a path, links not followed; nothing where nothing is. That nobody can tell is an error. */
export function lookOf(path: string): Stats | undefined {
	try {
		return lstatSync(path, { throwIfNoEntry: false });
	} catch (error) {
		if (errnoOf(error) === "ENOTDIR") return undefined;
		throw error;
	}
}

/** A path below a folder; the empty one is the folder itself. */
export function at(folder: string, path: string): string {
	return path === "" ? folder : join(folder, path);
}
