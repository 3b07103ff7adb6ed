import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { OutputFile } from "../text/output-file.ts";
import { packageFolder } from "./installation.ts";

/** TypeScript that is copied into the output as it is; paths are relative to the folder of `templates/` it comes from. */
interface Assets {
	readonly runtime: readonly OutputFile[];
	readonly testing: readonly OutputFile[];
	readonly harness: readonly OutputFile[];
}

/** Reads what `templates/` has to copy: the client's runtime, its aids for tests and the tests' harness. */
export async function loadAssets(): Promise<Assets> {
	return {
		runtime: await readTemplates("runtime"),
		testing: await readTemplates("testing"),
		harness: await readTemplates("snapshot-tests"),
	};
}

async function readTemplates(name: string): Promise<readonly OutputFile[]> {
	const folder = join(packageFolder(), "templates", name);
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	const paths = entries
		.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	return Promise.all(
		paths.map(async (path) => ({
			path: relative(folder, path).split(sep).join("/"),
			text: await readFile(path, "utf8"),
		})),
	);
}
