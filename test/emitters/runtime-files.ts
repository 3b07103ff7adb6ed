import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OutputFile } from "../../generator/text/output-file.ts";

/** The runtime as it is handed to the client's emitter. */
export function runtimeFiles(): readonly OutputFile[] {
	const folder = fileURLToPath(
		new URL("../../templates/runtime/", import.meta.url),
	);
	return readdirSync(folder)
		.sort()
		.map((path) => ({ path, text: readFileSync(folder + path, "utf8") }));
}
