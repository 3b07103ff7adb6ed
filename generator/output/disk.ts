import { lstatSync, readFileSync } from "node:fs";
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
	const folders = new Map<string, Step>();
	await inBatches([...paths], (path) => {
		const entry = readEntry(out, path, folders);
		if (entry !== undefined) disk.set(path, entry);
	});
	return disk;
}

type Step = "folder" | "file" | "link" | "missing" | "other";

function readEntry(
	out: string,
	path: string,
	folders: Map<string, Step>,
): DiskEntry | undefined {
	const parts = path.split("/");
	for (let length = 1; length < parts.length; length++) {
		const folder = parts.slice(0, length).join("/");
		const kind = folders.get(folder) ?? stepAt(out, folder);
		folders.set(folder, kind);
		if (kind === "missing") return undefined;
		if (kind === "link")
			return { kind: "blocked", by: `${folder} is a symbolic link` };
		if (kind !== "folder")
			return { kind: "blocked", by: `${folder} is not a folder` };
	}
	const kind = stepAt(out, path);
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
			return { kind: "file", digest: digestAt(out, path) };
	}
}

function stepAt(out: string, path: string): Step {
	try {
		const found = lstatSync(join(out, path), { throwIfNoEntry: false });
		if (found === undefined) return "missing";
		if (found.isSymbolicLink()) return "link";
		if (found.isDirectory()) return "folder";
		return found.isFile() ? "file" : "other";
	} catch (error) {
		throw new OutputError(path, errnoOf(error), "read");
	}
}

function digestAt(out: string, path: string): string {
	try {
		return digestOf(readFileSync(join(out, path)));
	} catch (error) {
		throw new OutputError(path, errnoOf(error), "read");
	}
}
