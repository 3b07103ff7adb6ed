#!/usr/bin/env node
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

// Node 20 optimises what runs but for a moment: a run of any size spends a fifth of its time on that.
if (process.versions.node.startsWith("20."))
	setFlagsFromString("--interrupt-budget=500000");

// A published package has `dist` alone. A clone has the sources beside this file, and `dist` once it is built: it runs
// what is built as long as the sources still give that, and else the sources as they are.
const source = new URL("./main.ts", import.meta.url);
const built = new URL("../../dist/generator/cli/main.js", import.meta.url);
const { run } = await import((await entry()).href);
await run();

async function entry() {
	if (!existsSync(source)) return built;
	const { isCurrent } = await import("../built.mjs");
	if (isCurrent()) return built;
	const { register } = await import("tsx/esm/api");
	// Ours, whatever lies in the folder that the command is run in.
	const tsconfig = new URL("../../tsconfig.json", import.meta.url);
	register({ tsconfig: fileURLToPath(tsconfig) });
	return source;
}
