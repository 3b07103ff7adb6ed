import {
	chmodSync,
	constants,
	copyFileSync,
	linkSync,
	lstatSync,
	mkdirSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { inBatches } from "../batches.ts";
import { errnoOf } from "../look-at.ts";
import { OutputError } from "../output-error.ts";
import type { Plan } from "../plan.ts";
import { at, type Staging } from "./staging.ts";
import type { Step } from "./step.ts";

/** What stands in the staging folder now. Absolute paths; the folders are those that were made. */
export interface Staged {
	readonly files: readonly string[];
	readonly folders: readonly string[];
}

/** The disk has no second name for a file. */
export class NoLinksError extends Error {}

export interface StageOptions {
	readonly asked?: AbortSignal | undefined;
	/** Hears how many files are written, of how many. */
	readonly onStep?: ((done: number, total: number) => void) | undefined;
}

/**
 * Puts what the steps bring under `new/`, with links to what they take along, and links to what single files replace under
 * `old/`. Nothing in the output changes. Nothing where the end is asked for before that.
 */
export async function stage(
	staging: Staging,
	steps: readonly Step[],
	plan: Plan,
	{ asked, onStep }: StageOptions = {},
): Promise<Staged | undefined> {
	const { out, path } = staging;
	const swapped = new Set<string>();
	const single = new Map<string, Step>();
	for (const step of steps)
		if (step.folder) swapped.add(step.path);
		else single.set(step.path, step);
	const files: string[] = [];
	const folders = new Set<string>();
	const makeFolder = (folder: string) => {
		if (folders.has(folder)) return;
		if (folder !== path) makeFolder(dirname(folder));
		folders.add(folder);
		mkdirSync(folder, { recursive: true });
	};
	const end = () => asked?.aborted === true;

	await inBatches(
		plan.written,
		(file) => {
			if (end()) return;
			guard(file.path, () => {
				const target = at(join(path, "new"), file.path);
				makeFolder(dirname(target));
				writeFileSync(target, file.text, { flag: "wx" });
				files.push(target);
				if (!plan.before.has(file.path)) return;
				const here = at(out, file.path);
				const { mode } = lstatSync(here);
				if ((mode & 0o7777) !== (lstatSync(target).mode & 0o7777))
					chmodSync(target, mode & 0o7777);
				if (!single.has(file.path)) return;
				const former = at(join(path, "old"), file.path);
				makeFolder(dirname(former));
				linkOrCopy(here, former);
			});
		},
		onStep,
	);
	const along = plan.unchanged.filter((each) => isBelow(each, swapped));
	await inBatches(along, (file) => {
		if (end()) return;
		guard(file, () => {
			const target = at(join(path, "new"), file);
			makeFolder(dirname(target));
			link(at(out, file), target);
		});
	});
	if (end()) return undefined;
	keepModes(staging, steps, folders);
	return { files, folders: [...folders] };
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
	if (folders.has("")) return true;
	for (let end = path.lastIndexOf("/"); end > 0; ) {
		if (folders.has(path.slice(0, end))) return true;
		end = path.lastIndexOf("/", end - 1);
	}
	return false;
}

/** A folder that takes the place of another lets the same people in. */
function keepModes(
	{ out, path }: Staging,
	steps: readonly Step[],
	made: ReadonlySet<string>,
): void {
	const fresh = join(path, "new");
	const swapped = new Set(
		steps.filter((step) => step.folder && step.old).map((step) => step.path),
	);
	for (const folder of made) {
		if (folder !== fresh && !folder.startsWith(join(fresh, "/"))) continue;
		const below = folder.slice(fresh.length + 1).replaceAll("\\", "/");
		if (!swapped.has(below) && !isBelow(below, swapped)) continue;
		guard(below, () => {
			const before = lstatSync(at(out, below), { throwIfNoEntry: false });
			const { mode } = lstatSync(folder);
			if (before !== undefined && before.mode !== mode)
				chmodSync(folder, before.mode & 0o7777);
		});
	}
}

function link(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch (error) {
		if (isLinkless(errnoOf(error))) throw new NoLinksError();
		throw error;
	}
}

function linkOrCopy(from: string, to: string): void {
	try {
		link(from, to);
	} catch (error) {
		if (!(error instanceof NoLinksError)) throw error;
		copyFileSync(from, to, constants.COPYFILE_EXCL);
	}
}

/** What disks say that have no links, or no more of them for this file. */
function isLinkless(errno: string): boolean {
	return ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errno);
}

function guard(path: string, work: () => void): void {
	try {
		work();
	} catch (error) {
		if (error instanceof NoLinksError) throw error;
		throw new OutputError(path, errnoOf(error));
	}
}
