import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

/** What the built form was made from is written here, last of all. */
export const stamp = new URL("dist/built-from", root);

/** True when `dist` holds what the sources give; a digest of all of them tells, since times of files are often wrong. */
export function isCurrent() {
	try {
		return readFileSync(stamp, "utf8") === digestOfSources();
	} catch {
		return false;
	}
}

/** A digest of every file that goes into the built form, names included. */
export function digestOfSources() {
	const hash = createHash("sha256");
	for (const file of [
		...sourcesIn("generator/"),
		"templates/precompiled.js",
		"templates/runtime/status-names.ts",
	])
		hash.update(`${file}\0`).update(readFileSync(new URL(file, root)));
	return hash.digest("hex");
}

function sourcesIn(folder) {
	return readdirSync(fileURLToPath(new URL(folder, root)), {
		withFileTypes: true,
	})
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const path = folder + entry.name;
			if (entry.isDirectory()) return sourcesIn(`${path}/`);
			return /\.(?:m?ts|css)$|^(?:build|page)\.mjs$/.test(entry.name)
				? [path]
				: [];
		});
}
