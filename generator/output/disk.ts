import { lstat, readFile } from "node:fs/promises";
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

/** Looks at each path below `out`. No link is followed: what a link leads to is not ours. */
export async function readDisk(
	out: string,
	paths: Iterable<string>,
): Promise<Disk> {
	const disk = new Map<string, DiskEntry>();
	const folders = new Map<string, Promise<Step>>();
	await inBatches([...paths], async (path) => {
		const entry = await readEntry(out, path, folders);
		if (entry !== undefined) disk.set(path, entry);
	});
	return disk;
}

type Step = "folder" | "file" | "link" | "missing" | "other";

async function readEntry(
	out: string,
	path: string,
	folders: Map<string, Promise<Step>>,
): Promise<DiskEntry | undefined> {
	const parts = path.split("/");
	for (let length = 1; length < parts.length; length++) {
		const folder = parts.slice(0, length).join("/");
		const step = folders.get(folder) ?? stepAt(join(out, folder));
		folders.set(folder, step);
		const kind = await step;
		if (kind === "missing") return undefined;
		if (kind === "link")
			return { kind: "blocked", by: `${folder} is a symbolic link` };
		if (kind !== "folder")
			return { kind: "blocked", by: `${folder} is not a folder` };
	}
	const kind = await stepAt(join(out, path));
	switch (kind) {
		case "missing":
			return undefined;
		case "link":
			return { kind: "blocked", by: "it is a symbolic link" };
		case "folder":
			return { kind: "blocked", by: "it is a folder" };
		case "other":
			return { kind: "blocked", by: "it is not a regular file" };
		case "file":
			return { kind: "file", digest: await digestAt(out, path) };
	}
}

async function stepAt(path: string): Promise<Step> {
	try {
		const found = await lstat(path);
		if (found.isSymbolicLink()) return "link";
		if (found.isDirectory()) return "folder";
		return found.isFile() ? "file" : "other";
	} catch {
		return "missing";
	}
}

async function digestAt(out: string, path: string): Promise<string> {
	try {
		return digestOf(await readFile(join(out, path)));
	} catch (error) {
		throw new OutputError(path, errnoOf(error));
	}
}
