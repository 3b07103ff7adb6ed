import { join } from "node:path";
import { expect, test } from "vitest";
import { parseWorkflowCommand } from "../diagnostics/parse-workflow-command.ts";
import { folderWith, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const github = ["--reporter", "github"];

/** What the runner heeds of an output; between `stop-commands` and the word that it names, nothing. */
function heeded(stdout: string) {
	let word: string | undefined;
	return stdout.split("\n").flatMap((line) => {
		const command = parseWorkflowCommand(line);
		if (word !== undefined) {
			if (command?.name === word) word = undefined;
			return [];
		}
		if (command?.name === "stop-commands") word = command.data;
		return command ? [command] : [];
	});
}

test("--reporter github puts annotations at the lines of the docs", async () => {
	const cwd = folderWith({ "api/spec/a.md": "GET /one\n! strnig\n" });
	const at = join(cwd, "api");
	const env = { GITHUB_WORKSPACE: cwd };
	const args = ["generate", "--dry-run", ...github] as const;
	const { status, stdout, stderr } = await docwright({ cwd: at, env }, ...args);
	expect(status).toBe(0);
	expect(heeded(stdout)).toMatchObject([
		{
			name: "warning",
			properties: { file: "api/spec/a.md", line: "2", title: "type/unknown" },
		},
	]);
	expect(stderr).toMatch(/^Read 1 document/);
	const elsewhere = await docwright({ cwd: at, env: {} }, ...args);
	expect(heeded(elsewhere.stdout)).toMatchObject([
		{ properties: { file: "spec/a.md" } },
	]);
	const quiet = await docwright({ cwd: at, env }, ...args, "--quiet");
	expect(heeded(quiet.stdout)).toEqual([]);
});

test("output that is out of date is an error, and the runner heeds nothing of the difference", async () => {
	const cwd = folderWith({ "spec/a.md": "# T\nGET /one first\n" });
	await docwright({ cwd }, "generate");
	write(cwd, {
		"spec/a.md": "# T\nGET /one ::error::mine ##[error]mine\n",
	});
	const check = ["generate", "--check", ...github];
	const { status, stdout } = await docwright({ cwd }, ...check);
	expect(status).toBe(3);
	expect(stdout).toContain("##[error]mine");
	const [error, stop, ...more] = heeded(stdout);
	expect(error).toMatchObject({
		name: "error",
		data: "The output is out of date\nhelp: run docwright generate",
	});
	expect(stop?.name).toBe("stop-commands");
	expect(more).toEqual([]);
	expect(stdout.endsWith(`\n::${stop?.data}::\n`)).toBe(true);
	const again = await docwright({ cwd }, ...check);
	expect(heeded(again.stdout)[1]?.data).not.toBe(stop?.data);
	await docwright({ cwd }, "generate");
	expect(await docwright({ cwd }, ...check)).toMatchObject({
		status: 0,
		stdout: "",
	});
});

test.each([
	{ args: ["--reporter", "github"], message: "The output folder spec is " },
	{ args: ["--reporter=github"], message: "The output folder spec is " },
])("wrong use is an annotation, too: $args", async ({ args, message }) => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n" });
	const run = await docwright({ cwd }, "generate", "-o", "spec", ...args);
	expect(run).toMatchObject({ status: 2, stderr: "" });
	const [error, ...more] = heeded(run.stdout);
	expect(more).toEqual([]);
	expect(error).toMatchObject({
		name: "error",
		properties: { title: "docwright" },
	});
	expect(error?.data).toContain(message);
});

test("--reporter json is --json, and says one or the other", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n" });
	const json = await docwright({ cwd }, "generate", "--reporter", "json");
	expect(JSON.parse(json.stdout)).toMatchObject({ exitCode: 0, operations: 1 });
	const args = ["generate", "-o", "spec", "--reporter", "json"] as const;
	const wrong = await docwright({ cwd }, ...args);
	expect(JSON.parse(wrong.stdout)).toMatchObject({ exitCode: 2 });
	const both = await docwright({ cwd }, "generate", "--json", ...github);
	expect(both.status).toBe(2);
});
