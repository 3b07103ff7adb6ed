import { createHash } from "node:crypto";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";

/** A folder for one test with these files in it; removed when the test is over. */
export function folderWith(
	files: Readonly<Record<string, string | Uint8Array>> = {},
): string {
	const made = mkdtempSync(join(realpathSync(tmpdir()), "docwright-"));
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
	write(made, files);
	return made;
}

/** Adds files to a folder, with the folders they need. */
export function write(
	folder: string,
	files: Readonly<Record<string, string | Uint8Array>>,
): void {
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
}

/** Everything below a folder: what it is, what it holds and when it was written. Equal before and after: nothing was touched. */
export function stateOf(folder: string): Readonly<Record<string, string>> {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.map((entry) => {
				const path = join(entry.parentPath, entry.name);
				return [relative(folder, path), entryState(path, entry)] as const;
			})
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

function entryState(
	path: string,
	entry: { isSymbolicLink(): boolean; isFile(): boolean },
): string {
	if (entry.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
	if (!entry.isFile()) return "folder";
	const digest = createHash("sha256").update(readFileSync(path)).digest("hex");
	return `${digest} ${statSync(path).mtimeMs}`;
}

/** The paths of the files below a folder. */
export function filesIn(folder: string): readonly string[] {
	return Object.entries(stateOf(folder))
		.filter(([, state]) => state !== "folder")
		.map(([path]) => path);
}
