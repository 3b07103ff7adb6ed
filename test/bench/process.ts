import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a process ended, what it printed, and what it took. */
export interface Ended {
	readonly status: number;
	readonly stdout: string;
	readonly stderr: string;
	readonly seconds: number;
}

/** Runs a program to its end. */
export function runProcess(
	command: string,
	args: readonly string[],
	cwd: string = process.cwd(),
): Promise<Ended> {
	const started = performance.now();
	const child = spawn(command, args, {
		cwd,
		stdio: ["ignore", "pipe", "pipe"],
	});
	const printed = { stdout: "", stderr: "" };
	for (const name of ["stdout", "stderr"] as const)
		child[name].setEncoding("utf8").on("data", (text) => {
			printed[name] += text;
		});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => {
			const seconds = (performance.now() - started) / 1000;
			resolve({ status: code ?? 1, ...printed, seconds });
		});
	});
}

/** Runs the command line as a person does, in a process of its own. */
export function runDocwright(...args: readonly string[]): Promise<Ended> {
	const bin = new URL("../../generator/cli/docwright.mjs", import.meta.url);
	return runProcess(process.execPath, [fileURLToPath(bin), ...args]);
}
