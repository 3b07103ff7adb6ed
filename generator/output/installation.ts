import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the installed package, found from this file: it runs from source and from `dist` alike. */
export function packageFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "package.json"))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error("The package.json is missing");
		folder = parent;
	}
	return folder;
}

/** The version of the generator that is running: `0.1.0`. */
export async function generatorVersion(): Promise<string> {
	const text = await readFile(join(packageFolder(), "package.json"), "utf8");
	const manifest: unknown = JSON.parse(text);
	const version =
		typeof manifest === "object" && manifest !== null && "version" in manifest
			? manifest.version
			: undefined;
	if (typeof version !== "string")
		throw new Error("The package has no version");
	return version;
}
