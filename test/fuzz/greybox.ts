import { spawn } from "node:child_process";
import {
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentOf, type Outcome, type Round } from "./engine.ts";
import { longest } from "./targets.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * A round without libFuzzer, where its binary cannot be loaded: inputs are changed at random, and kept when counters that
 * Jazzer.js puts into the code tell that they ran something new.
 */
export async function greybox(round: Round): Promise<Outcome> {
	const told = mkdtempSync(join(tmpdir(), "docwright-greybox-"));
	const counting = countedBundle(round.bundle);
	const args = [counting, round.corpus, `${round.seconds}`, file("words.dict")];
	const child = spawn(
		process.execPath,
		["--import", "tsx", file("greybox-child.ts"), ...args, told],
		{ env: environmentOf(round), stdio: "inherit" },
	);
	const current = join(told, "current");
	const watch = setInterval(() => {
		if (!existsSync(current)) return;
		const { mtimeMs } = statSync(current);
		if (Date.now() - mtimeMs < longest * 1000) return;
		writeFileSync(join(told, "fault"), `more than ${longest} s`);
		child.kill("SIGKILL");
	}, 500);
	await new Promise((resolve) => child.once("close", resolve));
	clearInterval(watch);
	const counts = join(told, "counts");
	const { executions, covered } = existsSync(counts)
		? (JSON.parse(readFileSync(counts, "utf8")) as Outcome)
		: { executions: 0, covered: 0 };
	const find = findIn(told);
	rmSync(told, { recursive: true });
	return { executions, covered, ...(find && { find }) };
}

function findIn(told: string): Outcome["find"] {
	const fault = join(told, "fault");
	if (!existsSync(fault)) return undefined;
	const current = readFileSync(join(told, "current"));
	const bytes = current.subarray(4, 4 + current.readUInt32LE());
	return { bytes, fault: readFileSync(fault, "utf8") };
}

/** The bundle with a counter at each branch, in an array that it exports. */
function countedBundle(bundle: string): string {
	const made = bundle.replace(/\.js$/, ".counted.js");
	if (existsSync(made)) return made;
	const load = createRequire(file("tool/package.json"));
	const { transformSync } = load("@babel/core");
	const { esmCodeCoverage } = load(
		"@jazzer.js/instrumentor/dist/plugins/esmCodeCoverage.js",
	);
	const { plugin, edgeCount } = esmCodeCoverage();
	const { code } = transformSync(readFileSync(bundle, "utf8"), {
		plugins: [plugin],
		configFile: false,
		babelrc: false,
		compact: false,
		sourceType: "script",
	});
	writeFileSync(
		made,
		`const __jazzer_cov = new Uint8Array(${edgeCount()});\n${code}\nexports.counters = __jazzer_cov;\n`,
	);
	return made;
}
