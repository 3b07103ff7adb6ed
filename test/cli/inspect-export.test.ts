import { mkdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, stateOf } from "../output/folder.ts";
import { docwright } from "./command.ts";

const docs = {
	"spec/a.md": "# Magic tunnels\nGET /one first\n? a table\n",
	"spec/b.md": "\nGET /second/path second\n",
};

test("inspect lists the operations with their places, and what was not read", async () => {
	const cwd = folderWith(docs);
	const before = stateOf(cwd);
	const { status, stdout, stderr } = await docwright({ cwd }, "inspect");
	expect(status).toBe(0);
	expect(
		stdout,
	).toBe(`Operations  Fields  Lines  Read  Prose  Unread  Blank  Document
         1       0      3     1      1       1      0  spec/a.md
         1       0      2     1      0       0      1  spec/b.md

5 lines: 2 read, 1 prose, 1 unread, 1 blank

Operation         Name            Place
GET /one          all.one         spec/a.md:2:1
GET /second/path  all.secondpath  spec/b.md:2:1

Not read:
spec/a.md:3:1: a table
  ? a table
`);
	expect(stderr).toContain("2 operations, 0 shapes, 1 section unread");
	expect(stateOf(cwd)).toEqual(before);
});

test("--quiet leaves the results of inspect and export alone, and silences all else but errors", async () => {
	const cwd = folderWith({ "spec/a.md": `${docs["spec/a.md"]}! strnig\n` });
	for (const command of [["inspect"], ["export", "openapi"]]) {
		const whole = await docwright({ cwd }, ...command);
		expect(whole.stderr).toContain("warning type/unknown");
		expect(whole.stdout).not.toBe("");
		const quiet = await docwright({ cwd }, ...command, "--quiet");
		expect(quiet).toEqual({ ...whole, stderr: "" });
	}
});

test("inspect keeps to 80 columns where it can, and counts in thousands", async () => {
	const path = `/${"long/".repeat(12)}path`;
	const cwd = folderWith({
		"spec/a.md": `GET ${path}\n${"# title\n".repeat(1200)}? ${"word ".repeat(40)}\n`,
	});
	const { stdout } = await docwright({ cwd }, "inspect");
	expect(stdout).toContain(
		"1,202 lines: 1 read, 1,200 prose, 1 unread, 0 blank",
	);
	expect(stdout).toContain(`Operation\n  Name`);
	expect(stdout).toContain(`GET ${path}\n  all.long`);
	const shown = stdout.split("\n").find((line) => line.startsWith("  ? word"));
	expect(shown).toHaveLength(80);
	expect(shown?.endsWith("…")).toBe(true);
});

test("inspect --json gives the model, the coverage and the diagnostics", async () => {
	const cwd = folderWith({ ...docs, "spec/c.md": "\0" });
	const { status, stdout, stderr } = await docwright(
		{ cwd },
		"inspect",
		"--json",
	);
	expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
	expect(JSON.parse(stdout)).toMatchObject({
		model: { title: "Magic tunnels", operations: [{ id: "GET /one" }, {}] },
		coverage: [{ file: "spec/a.md" }, { file: "spec/b.md" }],
		diagnostics: [{ code: "docs/nul", span: { file: "spec/c.md" } }],
	});
});

test("nothing from the docs reaches a terminal as an order", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /\x1b[2J\u202e\n? \x07bell\n" });
	const { stdout } = await docwright({ cwd, isTerminal: true }, "inspect");
	expect(stdout).toContain("GET /\\x1b[2J\\u202e");
	expect(stdout).toContain("\\x07bell");
	expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
});

test("export prints to stdout, or writes the file that -o names", async () => {
	const cwd = folderWith(docs);
	const printed = await docwright({ cwd }, "export", "openapi");
	expect(printed).toMatchObject({
		status: 0,
		stdout: '["Magic tunnels","GET /one","GET /second/path"]\n',
	});
	const written = await docwright(
		{ cwd },
		"export",
		"openapi",
		"spec",
		"-o",
		"new/api.json",
	);
	expect(written).toMatchObject({ status: 0, stdout: "" });
	expect(readFileSync(join(cwd, "new/api.json"), "utf8")).toBe(printed.stdout);
	utimesSync(join(cwd, "new/api.json"), 1e9, 1e9);
	const before = stateOf(cwd);
	await docwright({ cwd }, "export", "openapi", "-o", "new/api.json");
	expect(stateOf(cwd)).toEqual(before);
});

test("export writes no folder, no document, and nothing when the docs have errors", async () => {
	const cwd = folderWith(docs);
	mkdirSync(join(cwd, "folder"));
	const before = stateOf(cwd);
	const refused = {
		folder: "is a folder",
		"spec/a.md": "is one of the documents",
	};
	for (const [out, reason] of Object.entries(refused)) {
		const run = await docwright({ cwd }, "export", "openapi", "-o", out);
		expect(run).toMatchObject({ status: 2, stdout: "" });
		expect(run.stderr).toContain(`docwright: ${out} ${reason}`);
	}
	const failed = await docwright(
		{ cwd },
		"export",
		"openapi",
		"nowhere",
		"-o",
		"x.json",
	);
	expect(failed).toMatchObject({ status: 1, stdout: "" });
	expect(stateOf(cwd)).toEqual(before);
});
