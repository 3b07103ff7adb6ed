#!/usr/bin/env node
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// A clone has the sources beside this file and runs them as they are, so that nothing built is ever out of date. A
// published package has `dist`.
const source = new URL("./main.ts", import.meta.url);
const built = new URL("../../dist/generator/cli/main.js", import.meta.url);
if (existsSync(source)) {
	const { register } = await import("tsx/esm/api");
	// Ours, whatever lies in the folder that the command is run in.
	const tsconfig = new URL("../../tsconfig.json", import.meta.url);
	register({ tsconfig: fileURLToPath(tsconfig) });
}
const entry = existsSync(source) ? source : built;
const { run } = await import(entry.href);
await run();
