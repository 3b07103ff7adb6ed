import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { folderWith, stateOf, write } from "../output/folder.ts";

const bin = fileURLToPath(
	new URL("../../generator/cli/docwright.mjs", import.meta.url),
);

interface Run {
	/** As a shell tells it: 128 and the signal's number for a process that a signal ended. */
	readonly status: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs the command as a user does; `onOutput` may send it signals. */
function run(
	cwd: string,
	args: readonly string[],
	onOutput?: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Run> {
	return start(cwd, [bin, ...args], onOutput);
}

function start(
	cwd: string,
	args: readonly string[],
	onOutput?: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Run> {
	const child = spawn(process.execPath, args, {
		cwd,
		env: { ...process.env, NO_COLOR: "1" },
	});
	const printed = { stdout: "", stderr: "" };
	for (const name of ["stdout", "stderr"] as const)
		child[name].on("data", (part) => {
			printed[name] += part;
			onOutput?.((signal) => child.kill(signal));
		});
	return new Promise((resolve) => {
		child.on("close", (code, signal) => {
			const numbers: Partial<Record<string, number>> = {
				SIGINT: 2,
				SIGTERM: 15,
			};
			const status = code ?? 128 + (numbers[signal ?? ""] ?? 0);
			resolve({ status, ...printed });
		});
	});
}

const docs =
	"# Things\n\n## List things\n\n**GET** `/things`\n\nLists things.\n";

test("generates, finds nothing to do, and finds what is out of date", async () => {
	const cwd = folderWith({ "spec/a.md": docs });
	expect(await run(cwd, ["generate"])).toMatchObject({ status: 0, stdout: "" });
	expect(existsSync(join(cwd, "generated/src/client.ts"))).toBe(true);
	const before = stateOf(cwd);
	const again = await run(cwd, ["generate"]);
	expect(again.stderr).toContain("Wrote 0 files");
	expect(stateOf(cwd)).toEqual(before);
	expect(await run(cwd, ["generate", "--check"])).toMatchObject({ status: 0 });
	write(cwd, { "spec/a.md": docs.replace("Lists", "Counts") });
	const check = await run(cwd, ["generate", "--check"]);
	expect(check.status).toBe(3);
	expect(check.stdout).toMatch(/^\+.*Counts things/m);
}, 120_000);

test.each([
	[["generate", "nowhere"], 1],
	[["generate", "--nope"], 2],
	[["generate", "-o", "spec"], 2],
	[["--version"], 0],
])("docwright %j exits with %i", async (args, status) => {
	const cwd = folderWith({ "spec/a.md": docs });
	const before = stateOf(cwd);
	const done = await run(cwd, args);
	expect(done.status).toBe(status);
	expect(done.stderr).not.toMatch(/^\s+at /m);
	expect(stateOf(cwd)).toEqual(before);
});

test("what lies in the working folder does not change how the command runs", async () => {
	const cwd = folderWith({
		"spec/a.md": docs,
		"tsconfig.json": '{ "compilerOptions": { "paths": { "*": ["./evil/*"] } } ',
		"package.json": '{ "type": "commonjs" }',
		".npmrc": "broken",
	});
	expect(await run(cwd, ["generate"])).toMatchObject({ status: 0 });
});

test("a reader that goes away is no fault", () => {
	const cwd = folderWith({ "spec/a.md": docs.repeat(200) });
	const command = `"$0" "$1" inspect --json --quiet | head -c 1; echo " \${PIPESTATUS[0]}"`;
	const printed = execFileSync("bash", ["-c", command, process.execPath, bin], {
		cwd,
		encoding: "utf8",
	});
	expect(printed).toBe("{ 0\n");
});

test("interrupted before it writes: 130, and nothing was touched", async () => {
	const cwd = folderWith({
		"spec/a.md": docs,
		"docwright.config.mjs":
			"console.error('waiting'); await new Promise((done) => setTimeout(done, 20_000)); export default {};",
	});
	const before = stateOf(cwd);
	const done = await run(cwd, ["generate"], (kill) => kill("SIGINT"));
	expect(done).toMatchObject({ status: 130, stdout: "" });
	expect(stateOf(cwd)).toEqual(before);
});

test.each([
	["SIGINT", 130],
	["SIGTERM", 143],
] as const)(
	"%s while files are written: they are finished first, then %i",
	async (signal, status) => {
		const cwd = folderWith();
		const script = fileURLToPath(new URL("hold-signals.ts", import.meta.url));
		const args = ["--import", "tsx", script, join(cwd, "done")];
		const root = fileURLToPath(new URL("../..", import.meta.url));
		let sent = false;
		const done = await start(root, args, (kill) => {
			if (!sent) kill(signal);
			sent = true;
		});
		expect(done.status).toBe(status);
		expect(readFileSync(join(cwd, "done"), "utf8")).toBe("whole");
	},
);

test("a second signal does not wait", async () => {
	const cwd = folderWith();
	const script = fileURLToPath(new URL("hold-signals.ts", import.meta.url));
	const args = ["--import", "tsx", script, join(cwd, "done"), "20000"];
	const root = fileURLToPath(new URL("../..", import.meta.url));
	const done = await start(root, args, (kill) => {
		kill("SIGINT");
		setTimeout(() => kill("SIGINT"), 200);
	});
	expect(done.status).toBe(130);
	expect(existsSync(join(cwd, "done"))).toBe(false);
});
