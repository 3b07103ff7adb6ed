import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installPeers } from "../bench/install-peers.ts";
import { areas } from "./areas.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const tool = fileURLToPath(new URL("tool", import.meta.url));
const { values } = parseArgs({
	options: {
		area: { type: "string", multiple: true },
		// Files or globs in place of those of the area, with lines if need be: `generator/code/names.ts:10-40`.
		mutate: { type: "string", multiple: true },
		// The few files of each area that a run of minutes looks at.
		sample: { type: "boolean", default: false },
		concurrency: { type: "string", default: "1" },
		// Where results are kept, so that the next run tries only what changed.
		keep: { type: "string", default: join(root, "dist/mutation") },
	},
});
const chosen = Object.entries(areas).filter(
	([name]) => values.area?.includes(name) ?? true,
);
const failure = await installPeers(tool);
if (failure !== undefined || chosen.length === 0) {
	console.error(failure ?? `There are ${Object.keys(areas).join(", ")}`);
	process.exit(1);
}
mkdirSync(values.keep, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "docwright-mutation-"));
let failed = false;
try {
	for (const [name, { sources, tests, sample }] of chosen) {
		console.log(`== ${name}`);
		const usual = values.sample ? sample : sources;
		const mutate = values.mutate ?? usual;
		if (!(await mutateArea(name, mutate, tests))) failed = true;
	}
} finally {
	rmSync(folder, { recursive: true });
}
process.exitCode = failed ? 1 : 0;

/** Mutates files and prints the mutants that no test noticed; false when there was no result. */
async function mutateArea(
	name: string,
	mutate: readonly string[],
	tests: readonly string[],
): Promise<boolean> {
	const config = join(folder, `${name}.json`);
	const settings = {
		mutate,
		testRunner: "vitest",
		plugins: [
			join(
				tool,
				"node_modules/@stryker-mutator/vitest-runner/dist/src/index.js",
			),
		],
		vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
		// Vitest strips types, and what Stryker would put into files to silence the compiler is not needed.
		disableTypeChecks: false,
		// Stryker would rewrite it with the compiler's API, which TypeScript 7 has not; nothing here needs it.
		tsconfigFile: "none.json",
		// What is made once, when a module is loaded, would take all tests anew.
		ignoreStatic: true,
		incremental: true,
		incrementalFile: join(values.keep, `${name}.json`),
		// Within the project, so that the copy finds its packages.
		tempDirName: join(values.keep, "copies"),
		ignorePatterns: ["dist", "test/*/tool", "test/corpus/.*"],
		reporters: ["clear-text"],
		clearTextReporter: { allowColor: false, logTests: false },
		concurrency: Number(values.concurrency),
		timeoutMS: 20_000,
		allowEmpty: false,
		checkers: [],
	};
	writeFileSync(config, JSON.stringify(settings));
	const stryker = join(
		tool,
		"node_modules/@stryker-mutator/core/bin/stryker.js",
	);
	const child = spawn(process.execPath, [stryker, "run", config], {
		cwd: root,
		env: { ...process.env, MUTATION_TESTS: tests.join() },
		stdio: "inherit",
	});
	const code = await new Promise((resolve) => child.once("close", resolve));
	return code === 0;
}
