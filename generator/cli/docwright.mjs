#!/usr/bin/env node
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// A published package holds `dist`. A clone does not: there the sources run as they are.
const built = new URL("../../dist/generator/cli/main.js", import.meta.url);
const { run } = existsSync(built) ? await import(built.href) : await source();
await run();

async function source() {
	const { register } = await import("tsx/esm/api");
	// Ours, whatever lies in the folder that the command is run in.
	const tsconfig = new URL("../../tsconfig.json", import.meta.url);
	register({ tsconfig: fileURLToPath(tsconfig) });
	return import("./main.ts");
}
