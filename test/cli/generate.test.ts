import { mkdirSync, readFileSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { digestOf } from "../../generator/output/digest.ts";
import { filesIn, folderWith, stateOf, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const docs = {
	"spec/a.md": "# Magic tunnels\nGET /one first\n? a table\n",
	"spec/b.md": "GET /two second\n",
};

test("reads spec and writes generated where nothing else is said", async () => {
	const cwd = folderWith(docs);
	const { status, stdout, stderr } = await docwright({ cwd }, "generate");
	expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
	expect(stderr.replace(/[\d.]+ s$/m, "T s")).toBe(
		`Read 2 documents: 2 operations, 0 shapes, 1 section unread
Wrote 5 files to generated, 0 unchanged, 0 removed
0 errors, 0 warnings, 0 notes in T s
`,
	);
	expect(filesIn(join(cwd, "generated"))).toEqual([
		".docwright.json",
		"openapi.json",
		"package.json",
		"src/one.ts",
		"src/two.ts",
	]);
	expect(readFileSync(join(cwd, "generated/package.json"), "utf8")).toBe(
		"magic-tunnels-client@0.1.0 Client\n",
	);
});

test("a second run writes nothing and says so", async () => {
	const cwd = folderWith(docs);
	await docwright({ cwd }, "generate");
	for (const path of filesIn(cwd)) utimesSync(join(cwd, path), 1e9, 1e9);
	const before = stateOf(cwd);
	const { status, stderr } = await docwright({ cwd }, "generate");
	expect(status).toBe(0);
	expect(stderr).toContain(
		"Wrote 0 files to generated, 5 unchanged, 0 removed",
	);
	expect(stateOf(cwd)).toEqual(before);
});

test("--out and documents stand before the config", async () => {
	const cwd = folderWith({
		...docs,
		"other/c.md": "GET /three\n",
		"docwright.config.json": JSON.stringify({
			docs: "spec/a.md",
			out: "made",
			title: "Named here",
			package: { name: "@acme/tunnels", version: "2.0.0" },
			client: { name: "Tunnels" },
		}),
	});
	expect((await docwright({ cwd }, "generate")).status).toBe(0);
	expect(readFileSync(join(cwd, "made/package.json"), "utf8")).toBe(
		"@acme/tunnels@2.0.0 Tunnels\n",
	);
	expect(readFileSync(join(cwd, "made/openapi.json"), "utf8")).toBe(
		'["Named here","GET /one"]\n',
	);
	await docwright({ cwd }, "generate", "other", "-o", "elsewhere");
	expect(filesIn(join(cwd, "elsewhere"))).toContain("src/three.ts");
});

test("definitions lead from the output folder to what documents are named from", async () => {
	const cwd = folderWith({
		...docs,
		"docwright.config.json": JSON.stringify({
			out: "made/client",
			package: { name: "tunnels" },
			client: { definitions: "docs" },
		}),
	});
	expect((await docwright({ cwd }, "generate")).status).toBe(0);
	expect(readFileSync(join(cwd, "made/client/package.json"), "utf8")).toBe(
		"tunnels@0.1.0 Client ../..\n",
	);
});

test("--check passes on what was generated", async () => {
	const cwd = folderWith(docs);
	await docwright({ cwd }, "generate");
	const { status, stdout } = await docwright({ cwd }, "generate", "--check");
	expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});

test("--check shows what would change, and writes nothing", async () => {
	const cwd = folderWith(docs);
	await docwright({ cwd }, "generate");
	write(cwd, { "spec/a.md": "# Magic tunnels\nGET /one changed\n" });
	write(cwd, { "spec/b.md": "GET /three third\n" });
	write(cwd, { "generated/openapi.json": "edited\n" });
	const before = stateOf(cwd);
	const { status, stdout, stderr } = await docwright(
		{ cwd },
		"generate",
		"--check",
	);
	expect(status).toBe(3);
	expect(stdout).toContain(`--- a/openapi.json
+++ b/openapi.json
@@ -1,1 +1,1 @@
-edited
+["Magic tunnels","GET /one","GET /three"]
--- a/src/one.ts
+++ b/src/one.ts
@@ -1,2 +1,2 @@
 GET /one
-first
+changed
--- /dev/null
+++ b/src/three.ts
@@ -0,0 +1,2 @@
+GET /three
+third
--- a/src/two.ts
+++ /dev/null
@@ -1,2 +0,0 @@
-GET /two
-second
`);
	expect(stderr).toContain("out of date");
	expect(stateOf(cwd)).toEqual(before);
});

test("--check of an output that a run was cut off in says so, exits 3 and writes nothing; a run ends it", async () => {
	const cwd = folderWith(docs);
	await docwright({ cwd }, "generate");
	const file = "generated/openapi.json";
	const text = readFileSync(join(cwd, file), "utf8");
	const staging = "generated/../.generated.docwright";
	write(cwd, {
		[`${staging}/owner-0-0-0000000000000000-000000000000`]: "",
		[`${staging}/old/openapi.json`]: text,
		[`${staging}/journal.json`]: JSON.stringify({
			version: 1,
			steps: [{ path: "openapi.json", folder: false, old: true, new: true }],
			before: { "openapi.json": digestOf(text) },
			after: { "openapi.json": digestOf("of another run\n") },
			unchanged: [],
		}),
		[`${staging}/new/openapi.json`]: "of another run\n",
	});
	const before = stateOf(cwd);
	for (const flag of ["--check", "--dry-run"]) {
		const run = await docwright({ cwd }, "generate", flag);
		expect(run.status).toBe(flag === "--check" ? 3 : 0);
		expect(run.stderr).toContain(
			"docwright: A run was cut off while it wrote generated\n",
		);
		expect(stateOf(cwd)).toEqual(before);
	}
	const nothing = await docwright({ cwd }, "generate", "nowhere");
	expect(nothing.status).toBe(1);
	expect(nothing.stderr).toContain(
		"A run was cut off while it wrote generated: what it was about to write is there now\n",
	);
	expect(readFileSync(join(cwd, file), "utf8")).toBe("of another run\n");
	expect(Object.keys(stateOf(cwd)).some((path) => path.startsWith("."))).toBe(
		false,
	);
});

test("--dry-run lists what would be done, and writes nothing", async () => {
	const cwd = folderWith(docs);
	await docwright({ cwd }, "generate");
	write(cwd, { "spec/b.md": "GET /three third\n" });
	const before = stateOf(cwd);
	const { status, stdout, stderr } = await docwright(
		{ cwd },
		"generate",
		"--dry-run",
	);
	expect({ status, stdout }).toEqual({
		status: 0,
		stdout: `write .docwright.json
write openapi.json
write src/three.ts
remove src/two.ts
`,
	});
	expect(stderr).toContain(
		"Would write 3 files to generated, 2 unchanged, 1 removed",
	);
	expect(stateOf(cwd)).toEqual(before);
});

test("--json prints one object and nothing else", async () => {
	const cwd = folderWith(docs);
	write(cwd, { "spec/b.md": "GET /two second\n! \u202estrnig\x9b\n" });
	const { status, stdout, stderr } = await docwright(
		{ cwd },
		"generate",
		"--json",
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
	expect(JSON.parse(stdout)).toMatchObject({
		exitCode: 0,
		title: "Magic tunnels",
		documents: ["spec/a.md", "spec/b.md"],
		operations: 2,
		shapes: 0,
		unread: 1,
		output: {
			folder: "generated",
			written: [
				".docwright.json",
				"openapi.json",
				"package.json",
				"src/one.ts",
				"src/two.ts",
			],
			unchanged: [],
			removed: [],
		},
		severities: { error: 0, warning: 1, info: 0 },
		diagnostics: [
			{
				code: "type/unknown",
				message: "The type \u202estrnig\x9b is not known",
			},
		],
		milliseconds: expect.any(Number),
	});
	const check = await docwright({ cwd }, "generate", "--check", "--json");
	expect(JSON.parse(check.stdout)).toMatchObject({ exitCode: 0, diff: "" });
});

test("--json tells of a refusal too", async () => {
	const cwd = folderWith({ ...docs, generated: "a file" });
	const { status, stdout } = await docwright({ cwd }, "generate", "--json");
	expect(status).toBe(2);
	expect(JSON.parse(stdout)).toEqual({
		exitCode: 2,
		problems: [
			{
				path: "generated",
				message: "The output folder generated is a file",
				help: "Choose another folder with --out",
			},
		],
	});
});

test("--quiet prints nothing but errors", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n! strnig\n" });
	const quiet = await docwright({ cwd }, "generate", "--quiet");
	expect(quiet).toEqual({ status: 0, stdout: "", stderr: "" });
	write(cwd, { "spec/b.md": "\0" });
	const { status, stderr } = await docwright({ cwd }, "generate", "--quiet");
	expect(status).toBe(1);
	expect(stderr).toMatch(
		/^spec\/b\.md:1:1: error docs\/nul: .*\n {2}help: .*\n$/,
	);
});

test("--verbose tells how long each part took, in their order", async () => {
	const cwd = folderWith(docs);
	const parts = async (...args: readonly string[]) => {
		const { stderr } = await docwright({ cwd }, "generate", ...args);
		return [...stderr.matchAll(/^ {2}(\S.*?) +\d+\.\d\d s$/gm)].map(
			([, name]) => name,
		);
	};
	const told = await parts("--verbose");
	expect(told.slice(0, 2)).toEqual(["settle the config", "find documents"]);
	const emitted = told.indexOf("read") + 1;
	expect(told.slice(emitted).join()).toMatch(
		/^load emitters,emit \S+,.*compare,write$/,
	);
	expect(await parts()).toEqual([]);
});

test("warnings are printed with place and advice, and fail when they have to", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n\n! strnig\n" });
	const line = `spec/a.md:3:1: warning type/unknown: The type strnig is not known
  help: Write a type such as string, integer, array of string or object
`;
	const mild = await docwright({ cwd }, "generate");
	expect(mild.status).toBe(0);
	expect(mild.stderr).toContain(line);
	const before = stateOf(cwd);
	write(cwd, { "spec/b.md": "GET /two\n" });
	const strict = await docwright({ cwd }, "generate", "--strict");
	expect(strict.status).toBe(1);
	expect(strict.stderr).toContain(line);
	expect(strict.stderr).toContain("Nothing was written");
	expect(stateOf(cwd)).toMatchObject(before);
	expect(filesIn(cwd)).not.toContain("generated/src/two.ts");
	write(cwd, { "docwright.config.json": '{"strict": true}' });
	expect((await docwright({ cwd }, "generate")).status).toBe(1);
});

test("the place is where a person can open it, not the document's name", async () => {
	const root = folderWith({ "shared/docs/a.md": "GET /one\n! x\n" });
	const cwd = join(root, "project");
	mkdirSync(cwd);
	const { stderr } = await docwright({ cwd }, "generate", "../shared/docs");
	expect(stderr).toContain("../shared/docs/a.md:2:1: warning");
});

test("on a terminal the lines of the docs are shown, and nothing that it would obey", async () => {
	const cwd = folderWith({
		"spec/a.md": "GET /one\n\n! \x1b]8;;http://x\x07\u202e\u009b2J\nlast\n",
	});
	const setting = { cwd, isTerminal: true, env: { TERM: "xterm" } };
	const { stderr } = await docwright(setting, "generate");
	const plain = stripVTControlCharacters(stderr);
	expect(plain).not.toMatch(/[^\P{Cc}\n\t]|\p{Cf}/u);
	expect(plain).toContain(`  1 | GET /one
  2 |
> 3 | ! \\x1b]8;;http://x\\x07\\u202e\\x9b2J
    | ^`);
	expect(stderr).toContain("\x1b[33mwarning\x1b[39m");
	const bare = { ...setting, env: { TERM: "xterm", NO_COLOR: "1" } };
	expect((await docwright(bare, "generate")).stderr).not.toContain("\x1b");
});

test("an output folder that is not fit: exit 2, advice, and nothing is touched", async () => {
	const cwd = folderWith({
		...docs,
		file: "x",
		"foreign/mine.txt": "mine",
	});
	symlinkSync("nowhere", join(cwd, "dangling"));
	const before = stateOf(cwd);
	const refused = {
		file: "is a file",
		spec: "is the docs' folder",
		".": "holds the docs",
		foreign: "holds files that the generator did not write, such as mine.txt",
		dangling: "cannot be opened",
		"/": "is the root of the disk",
	};
	for (const [out, reason] of Object.entries(refused)) {
		const { status, stdout, stderr } = await docwright(
			{ cwd },
			"generate",
			"-o",
			out,
		);
		expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
		expect(stderr).toMatch(
			/^docwright: The output folder .+\n {2}help: .*--out.*\n$/,
		);
		expect(stderr).toContain(reason);
	}
	expect(stateOf(cwd)).toEqual(before);
});

test("a hand-edited file: exit 2, until --force", async () => {
	const cwd = folderWith(docs);
	await docwright({ cwd }, "generate");
	write(cwd, { "generated/src/one.ts": "mine\n" });
	const before = stateOf(cwd);
	const { status, stderr } = await docwright({ cwd }, "generate");
	expect(status).toBe(2);
	expect(stderr).toContain(
		"docwright: src/one.ts was edited by hand since it was generated\n  help: ",
	);
	expect(stateOf(cwd)).toEqual(before);
	expect((await docwright({ cwd }, "generate", "--force")).status).toBe(0);
	expect(readFileSync(join(cwd, "generated/src/one.ts"), "utf8")).toContain(
		"first",
	);
});

test("docs that cannot be read: exit 1, place and advice, and nothing is written", async () => {
	const cwd = folderWith(docs);
	await docwright({ cwd }, "generate");
	const cases: readonly [() => void, string[], string][] = [
		[() => {}, ["nowhere"], "nowhere:1:1: error docs/not-found: "],
		[
			() => symlinkSync("nowhere", join(cwd, "spec/gone.md")),
			[],
			"spec/gone.md:1:1: error docs/unreadable: The document cannot be read (ENOENT)",
		],
		[
			() => write(cwd, { "spec/latin.md": Buffer.from("caf\xe9", "latin1") }),
			["spec/latin.md"],
			"spec/latin.md:1:4: error docs/not-utf8: ",
		],
	];
	for (const [prepare, args, line] of cases) {
		prepare();
		const before = stateOf(cwd);
		const { status, stdout, stderr } = await docwright(
			{ cwd },
			"generate",
			...args,
		);
		expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
		expect(stderr).toContain(line);
		expect(stderr).toContain("\n  help: ");
		expect(stderr).toContain("Nothing was written");
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(stateOf(cwd)).toEqual(before);
	}
});

test("a fault of ours: exit 70, one line and what to do, and nothing is written", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n@ the roof\x1b fell in\n" });
	const before = stateOf(cwd);
	const { status, stdout, stderr } = await docwright({ cwd }, "generate");
	expect({ status, stdout }).toEqual({ status: 70, stdout: "" });
	expect(stderr).toMatch(
		/^internal error: the roof\\x1b fell in\n.*Report it.*\n$/,
	);
	expect(stateOf(cwd)).toEqual(before);
	const env = { DOCWRIGHT_DEBUG: "1" };
	expect((await docwright({ cwd, env }, "generate")).stderr).toMatch(
		/^\s+at /m,
	);
});

test("emitters that give one path twice are a fault of ours", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n" });
	const file = { path: "a.ts", text: "" };
	const emitFiles = () => ({ files: [file, file], diagnostics: [] });
	const run = await docwright({ cwd, pipeline: { emitFiles } }, "generate");
	expect(run.status).toBe(70);
	expect(filesIn(cwd)).toEqual(["spec/a.md"]);
});
