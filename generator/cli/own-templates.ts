import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { OutputFile } from "../text/output-file.ts";
import { UsageError } from "./exit.ts";

/** Reads the templates that a project has in place of ours; a file of another name stands in place of none. */
export async function readOwnTemplates(
	folder: string | undefined,
	root: string,
): Promise<readonly OutputFile[]> {
	if (folder === undefined) return [];
	const path = resolve(root, folder);
	const names = await readdir(path).catch((error) => {
		throw new UsageError({
			message: `The folder of templates, ${folder}, cannot be read (${error.code})`,
			help: "Name a folder that is there in the config's templates",
		});
	});
	// Loaded when it is needed, as it is large.
	const { templateNames } = await import("../pipeline.ts");
	const known = await templateNames();
	const files = names
		.filter((name) => !name.startsWith("."))
		.sort()
		.map((name) => [name, name.replace(/\.hbs$/, "")] as const);
	const unknown = files.filter(
		([file, name]) => file === name || !known.includes(name),
	);
	if (unknown.length > 0) {
		const list = known.map((name) => `${name}.hbs`).join(", ");
		throw new UsageError(
			...unknown.map(([file]) => ({
				message: `${file} in ${folder} stands in place of no template`,
				help: `The templates are ${list}`,
			})),
		);
	}
	return Promise.all(
		files.map(async ([file, name]) => ({
			path: name,
			text: await readFile(join(path, file), "utf8"),
		})),
	);
}
