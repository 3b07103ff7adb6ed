import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentOf, largest, type Outcome, type Round } from "./engine.ts";
import { longest } from "./targets.ts";

const jazzer = fileURLToPath(
	new URL("tool/node_modules/@jazzer.js/core/dist/cli.js", import.meta.url),
);
const words = fileURLToPath(new URL("words.dict", import.meta.url));

/** A round of libFuzzer, by way of Jazzer.js, in the Node that is given. */
export async function libFuzzer(node: string, round: Round): Promise<Outcome> {
	const finds = mkdtempSync(join(tmpdir(), "docwright-finds-"));
	const flags = [
		`-max_total_time=${Math.ceil(round.seconds)}`,
		`-timeout=${longest}`,
		`-max_len=${largest}`,
		`-dict=${words}`,
		`-artifact_prefix=${finds}/`,
	];
	const counted = ["-i", round.bundle, round.corpus, "--sync", "--"];
	const args = [jazzer, round.bundle, ...counted, ...flags];
	const log = await logOf(node, args, environmentOf(round));
	const [name] = readdirSync(finds);
	const find =
		name === undefined
			? undefined
			: { bytes: readFileSync(join(finds, name)), fault: faultIn(log, name) };
	rmSync(finds, { recursive: true });
	const { executions, covered } = countsIn(log);
	if (executions === 0 && find === undefined)
		throw new Error(`The fuzzer did not run:\n${log.slice(-2000)}`);
	return { executions, covered, ...(find && { find }) };
}

/** Whether the fuzzer's binary can be loaded in a Node: the one for Linux needs glibc 2.38. */
export async function runsIn(node: string): Promise<boolean> {
	const log = await logOf(node, [jazzer, "--version"], process.env);
	return /^\d+\.\d+\.\d+\s*$/m.test(log);
}

/** The figures that libFuzzer printed last. */
export function countsIn(log: string): Omit<Outcome, "find"> {
	const last = (pattern: RegExp) =>
		Number([...log.matchAll(pattern)].at(-1)?.[1] ?? 0);
	const executions = Math.max(last(/^#(\d+)\s/gm), last(/^Done (\d+) runs/gm));
	return { executions, covered: last(/\scov: (\d+)/g) };
}

function faultIn(log: string, name: string): string {
	if (name.startsWith("timeout-")) return `more than ${longest} s`;
	return /Uncaught Exception: (?:Error: )?(.*)/.exec(log)?.[1] ?? name;
}

function logOf(
	node: string,
	args: readonly string[],
	env: NodeJS.ProcessEnv,
): Promise<string> {
	const child = spawn(node, args, { env, stdio: ["ignore", "pipe", "pipe"] });
	let log = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text) => {
			log += text;
		});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", () => resolve(log));
	});
}
