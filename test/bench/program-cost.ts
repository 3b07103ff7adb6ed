import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "./process.ts";

/** What one run of a program took, from its start to its end. */
export interface Cost {
	readonly seconds: number;
	/** Of the processor. */
	readonly cpu: number;
	/** Of memory, at the most, of the largest of its processes. */
	readonly megabytes: number;
}

/** A program for Node and what it is given. */
export interface Program {
	/** The Node to run it with; the one of this process unless stated. */
	readonly node?: string;
	readonly args: readonly string[];
}

/** Runs a program to its end, in a process of its own; it and every Node that it starts tell what they took. */
export async function costOf({
	node = process.execPath,
	args,
}: Program): Promise<Cost> {
	const folder = mkdtempSync(join(tmpdir(), "docwright-bench-"));
	const teller = `data:text/javascript,${encodeURIComponent(tellInto(folder))}`;
	try {
		const options = `NODE_OPTIONS=--import=${teller}`;
		const ended = await runProcess("env", [options, node, ...args]);
		const { status, stdout, stderr, seconds } = ended;
		if (status !== 0)
			throw new Error(`${args.join(" ")} failed:\n${stdout}${stderr}`);
		const used = readdirSync(folder).map((file) =>
			JSON.parse(readFileSync(join(folder, file), "utf8")),
		);
		return {
			seconds,
			cpu: used.reduce((sum, one) => sum + micros(one), 0) / 1e6,
			megabytes: Math.max(...used.map(({ maxRSS }) => maxRSS)) / 1024,
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** The command line, as a person starts it. */
export function docwright(...args: readonly string[]): Program {
	const bin = new URL("../../generator/cli/docwright.mjs", import.meta.url);
	return { args: [fileURLToPath(bin), ...args] };
}

function micros({ userCPUTime, systemCPUTime }: NodeJS.ResourceUsage): number {
	return userCPUTime + systemCPUTime;
}

function tellInto(folder: string): string {
	return `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(${JSON.stringify(`${folder}/`)} + process.pid, JSON.stringify(process.resourceUsage())));`;
}
