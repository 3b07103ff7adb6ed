import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Diagnostic } from "../generator/index.ts";
import { folderWith } from "./output/folder.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const program = join(root, "node_modules/.bin/remark");
const plugin = ["--use", "docwright/remark-lint"];

/** Five faults, each where it says so. */
const faulty = `# Hives

**GET** \`/hives/{hive_id\`

## Read one hive

**GET** \`/hives/{hive_id}\`

### Query parameters

| Name | Type |
| --- | --- |
| \`queen\` | boolean |
| \`age\` | \`strnig\` |

### Response 200

\`\`\`json
{ "id": "a", "id": "b" }
\`\`\`

## Remove a hive

**DELETE** \`/hives/{hive_id}\`
`;

interface Message {
	/** `3:1` */
	readonly at: string;
	readonly ruleId: string;
	readonly source: string;
	readonly reason: string;
}

/** Runs the program of remark on a file of this package, or with the package at hand, and gives what it says. */
function remark(cwd: string, ...args: readonly string[]) {
	const run = spawnSync(program, ["--no-stdout", "--no-color", ...args], {
		cwd,
		encoding: "utf8",
		env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
	});
	const messages = run.stderr.split("\n").flatMap((line): Message[] => {
		const [, at, reason = "", ruleId = "", source = ""] =
			/^(\d+:\d+)-\S+\s+\w+\s+(.*?)\s+([a-z]+\/[a-z-]+)\s+(\S+)$/.exec(line) ??
			[];
		return at === undefined ? [] : [{ at, ruleId, source, reason }];
	});
	return { ...run, messages };
}

const wanted = [
	["3:1", "path/unbalanced-brace"],
	["7:1", "path/parameter-undocumented"],
	["14:1", "type/undescribed"],
	["19:14", "sample/duplicate-key"],
	["24:1", "shape/undocumented"],
];

test("remark says of a document what inspect says, at the same places", () => {
	const cwd = folderWith({ "docs/hives.md": faulty });
	const file = join(cwd, "docs/hives.md");
	const { messages, stderr, status } = remark(root, ...plugin, file);
	expect(
		messages.map(({ at, ruleId }) => [at, ruleId]),
		stderr,
	).toEqual(wanted);
	for (const { source } of messages) expect(source).toBe("docwright");
	// An error of ours is one of remark's.
	expect(status).toBe(1);
	const program = join(root, "generator/cli/docwright.mjs");
	const inspect = spawnSync(
		process.execPath,
		[program, "inspect", "--json", file],
		{ cwd, encoding: "utf8" },
	);
	const { diagnostics }: { diagnostics: readonly Diagnostic[] } = JSON.parse(
		inspect.stdout,
	);
	expect(messages.map(({ at, ruleId }) => [at, ruleId])).toEqual(
		diagnostics.map(({ code, span: { start } }) => [
			`${start.line}:${start.column}`,
			code,
		]),
	);
	for (const [index, { reason }] of messages.entries())
		expect(reason).toBe(diagnostics[index]?.message);
});

test("a package that has it as a dependency uses it by name, and its config counts", () => {
	const cwd = folderWith({
		"package.json": "{}",
		"docwright.config.json": '{ "docs": ["api"] }',
		"api/hives.md": `${faulty}\nThe box is a [Box](boxes.md#box).\n`,
		"api/boxes.md": "# Types\n\n## strnig\n\n- `a` (string): b\n",
	});
	mkdirSync(join(cwd, "node_modules"));
	symlinkSync(root, join(cwd, "node_modules/docwright"));
	const { messages, stderr } = remark(cwd, ...plugin, "api/hives.md");
	expect(
		messages.map(({ ruleId }) => ruleId),
		stderr,
	).toContain("path/unbalanced-brace");
	expect(stderr).toContain("api/hives.md");
	const broken = folderWith({
		"docwright.config.json": "{ nope",
		"a.md": "# A\n",
	});
	mkdirSync(join(broken, "node_modules"));
	symlinkSync(root, join(broken, "node_modules/docwright"));
	const { stderr: said, status } = remark(broken, ...plugin, "a.md");
	expect(said).toContain("docwright.config.json could not be loaded");
	expect(status).toBe(1);
});

test("hostile text reaches no terminal", () => {
	const cwd = folderWith({
		"a.md":
			"# A\n\n**GET** `/a`\n\n### Query parameters\n\n| Name | Type |\n| --- | --- |\n| `a` | \u001b[2J\u202e::error::x |\n",
	});
	const { messages, stderr } = remark(root, ...plugin, join(cwd, "a.md"));
	expect(messages.length).toBeGreaterThan(0);
	expect(stderr).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
});
