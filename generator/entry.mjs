import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Where to find a part of the generator, `cli/main`. A published package has `dist` alone. A clone has the sources beside
 * this file, and `dist` once it is built: it runs what is built as long as the sources still give that, and else the sources
 * as they are.
 */
export async function entry(name) {
	const source = new URL(`${name}.ts`, import.meta.url);
	const built = new URL(`../dist/generator/${name}.js`, import.meta.url);
	if (!existsSync(source)) return built.href;
	const { isCurrent } = await import("./built.mjs");
	if (isCurrent()) return built.href;
	const { register } = await import("tsx/esm/api");
	// Ours, whatever lies in the folder that the command is run in.
	const tsconfig = new URL("../tsconfig.json", import.meta.url);
	register({ tsconfig: fileURLToPath(tsconfig) });
	return source.href;
}
