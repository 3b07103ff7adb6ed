import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { write } from "../output/folder.ts";
import type { Faults } from "./faulty-fs.mjs";

/** The command as it is installed. */
export const bin = fileURLToPath(
	new URL("../../generator/cli/docwright.mjs", import.meta.url),
);

export interface Ran {
	/** Null where a signal ended it. */
	readonly status: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
	readonly milliseconds: number;
}

export interface RunOptions {
	readonly env?: NodeJS.ProcessEnv;
	/** What runs the command, before its arguments; Node by default. */
	readonly by?: readonly string[];
	/** May end the process. */
	readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the command in a process of its own. */
export function run(
	cwd: string,
	args: readonly string[],
	{ env = process.env, by = [process.execPath], onStart }: RunOptions = {},
): Promise<Ran> {
	const [program = "", ...before] = by;
	const started = performance.now();
	const child = spawn(program, [...before, bin, ...args], { cwd, env });
	const printed = { stdout: "", stderr: "" };
	for (const name of ["stdout", "stderr"] as const)
		child[name].on("data", (part) => {
			printed[name] += part;
		});
	onStart?.((signal) => child.kill(signal));
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (status, signal) =>
			resolve({
				status,
				signal,
				...printed,
				milliseconds: performance.now() - started,
			}),
		);
	});
}

/** How to run the command so that a call of the file system below a folder goes wrong. */
export function withFaults(
	under: string,
	kind: "count" | "fail" | "kill",
	at = 0,
	errno = "EIO",
	from?: Faults["from"],
): RunOptions {
	const faults = new URL("faulty-fs.mjs", import.meta.url).href;
	const wish = JSON.stringify({ under, kind, at, errno, from });
	return {
		env: { ...process.env, DOCWRIGHT_TEST_FS: wish },
		by: [process.execPath, "--import", faults],
	};
}

/** A new folder, which whoever asks removes. */
export function newFolder(): string {
	return mkdtempSync(join(realpathSync(tmpdir()), "docwright-faults-"));
}

/** Docs of an invented API; the edition shows in nearly every file of the output, and one part is not in both. */
export function docsOf(
	edition: "first" | "second",
	parts: number,
): Readonly<Record<string, string>> {
	const numbers = Array.from({ length: parts }, (_, at) => at);
	const own = edition === "first" ? parts : parts + 1;
	return Object.fromEntries(
		[...numbers, own].map((at) => [`spec/part${at}.md`, part(at, edition)]),
	);
}

function part(at: number, edition: string): string {
	const path = `/parts${at}`;
	const sample = `\`\`\`json\n{ "id": "p${at}", "edition": "${edition}", "size": ${at} }\n\`\`\``;
	return `# Parts ${at}, ${edition} edition

## List parts ${at}

**GET** \`${path}\`

Lists them, in the ${edition} edition.

### Responses

#### 200 The parts

${sample}

## Read part ${at}

**GET** \`${path}/{id}\`

Reads one, in the ${edition} edition.

### Responses

#### 200 The part

${sample}
`;
}

/** Makes a project with docs and nothing else. */
export function project(
	folder: string,
	docs: Readonly<Record<string, string>>,
): void {
	mkdirSync(folder, { recursive: true });
	write(folder, docs);
}

/** A digest of all that is below a folder: names, contents, and what may be run; "nothing" where there is no folder. */
export function digestOfTree(folder: string): string {
	if (!existsSync(folder)) return "nothing";
	const hash = createHash("sha256");
	for (const path of pathsIn(folder)) {
		const found = lstatSync(path);
		const name = relative(folder, path).split("\\").join("/");
		hash.update(`${name}\0${found.isDirectory()}\0${found.mode & 0o100}\0`);
		if (found.isFile()) hash.update(readFileSync(path));
	}
	return hash.digest("hex");
}

function pathsIn(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.sort()
		.map((path) => join(folder, path));
}

/** What a run left beside an output or in it. */
export function litterOf(out: string): readonly string[] {
	return [join(out, ".."), out]
		.filter((folder) => existsSync(folder))
		.flatMap((folder) => readdirSync(folder))
		.filter((name) => /\.docwright(?!\.json)/.test(name));
}
