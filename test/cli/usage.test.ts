import { join } from "node:path";
import { expect, test } from "vitest";
import { readDocs } from "../../generator/pipeline.ts";
import manifest from "../../package.json" with { type: "json" };
import { filesIn, folderWith } from "../output/folder.ts";
import { docwright } from "./command.ts";

const docs = { "spec/a.md": "GET /one\n" };

test("--version and --help are no faults", async () => {
	const cwd = folderWith();
	const version = await docwright({ cwd }, "--version");
	expect(version).toEqual({
		status: 0,
		stdout: `${manifest.version}\n`,
		stderr: "",
	});
	for (const args of [["--help"], ["generate", "--help"], ["help", "export"]]) {
		const help = await docwright({ cwd }, ...args);
		expect(help).toMatchObject({ status: 0, stderr: "" });
		expect(help.stdout).toMatch(/^Usage: docwright /);
	}
});

test.each([
	[[], "Usage: docwright"],
	[["generat"], "Did you mean generate?"],
	[["generate", "--forse"], "Did you mean --force?"],
	[["generate", "--forse"], "(docwright generate --help lists what there is)"],
	[["diff"], "(docwright diff --help lists what there is)"],
	[["generate", "-o"], "argument missing"],
	[["export"], "Usage: docwright export"],
	[["export", "openapy"], "Did you mean openapi?"],
	[["generate", "--check", "--dry-run"], "cannot be used with"],
])("docwright %j is misused: exit 2", async (args, advice) => {
	const { status, stdout, stderr } = await docwright(
		{ cwd: folderWith() },
		...args,
	);
	expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
	expect(stderr).toContain(advice);
	expect(stderr).not.toMatch(/^\s+at /m);
});

test.each([
	['{"outt": "x"}', "outt is not a key that is known here (docs, out, title, "],
	[
		'{"client": {"nmae": "X"}}',
		"client.nmae is not a key that is known here (name, definitions)",
	],
	['{"client": {"name": "not one"}}', "client.name must be a class name"],
	[
		'{"client": {"definitions": "code"}}',
		"client.definitions must be types or docs",
	],
	['{"package": {"name": "../x"}}', "package.name must be a package name"],
	['{"package": {"version": "1;rm"}}', "package.version must be a version"],
	[
		'{"package": {"repository": "http://example.com/a"}}',
		"package.repository must be an https URL",
	],
	['{"package": {"license": "see file"}}', "package.license must be a licence"],
	['{"package": {"attribution": 1}}', "package.attribution must be text"],
	['{"package": []}', "package must be an object"],
	['{"docs": []}', "docs must not be empty"],
	['{"docs": ["a", 5]}', "docs.1 must be text"],
	['{"docs": 5}', "docs must be a file, folder or glob, or a list of them"],
	['{"out": ""}', "out must not be empty"],
	['{"baseURL": "file:///etc"}', "baseURL must be an http or https URL"],
	['{"baseURL": "https://me:pw@x.io"}', "baseURL must be an http or https URL"],
	[
		'{"rename": {"operations": {"GET /a": "a b"}}}',
		"rename.operations.GET /a must be names joined by dots",
	],
	['{"rename": {"shapes": {"A": "b"}}}', "rename.shapes.A must be a type's"],
	['{"outputs": {"openapi": 1}}', "outputs.openapi must be true or false"],
	['{"outputs": {"pdf": true}}', "outputs.pdf is not a key that is known here"],
	['{"emitters": [{"name": "x"}]}', "emitters.0 must be an emitter"],
	['{"templates": ""}', "templates must not be empty"],
	['{"strict": "yes"}', "strict must be true or false"],
	["[]", "the config must be an object"],
	["{", "could not be loaded: "],
])(
	"a config that says %s: exit 2, the file and the key's path",
	async (text, message) => {
		const cwd = folderWith({ ...docs, "docwright.config.json": text });
		const { status, stdout, stderr } = await docwright({ cwd }, "generate");
		expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
		expect(stderr).toMatch(/^docwright: docwright\.config\.json\b/);
		expect(stderr).toContain(message);
		expect(stderr).toContain("\n  help: ");
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(filesIn(cwd)).toEqual(["docwright.config.json", "spec/a.md"]);
	},
);

test("every fault of a config is told at once", async () => {
	const text = '{"outt": "x", "client": {"nmae": "X"}, "strict": 1}';
	const cwd = folderWith({ ...docs, "docwright.config.json": text });
	const { stderr } = await docwright({ cwd }, "inspect");
	expect(stderr.match(/^docwright: /gm)).toHaveLength(3);
});

test.each([
	["ts", "const title: string = 'Typed';\nexport default { title } as const;"],
	["mts", "export default { title: 'Typed' satisfies string };"],
	["js", "export default { title: 'Typed' };"],
	["mjs", "export default { title: 'Typed' };"],
	["json", '{"title": "Typed"}'],
	[
		"ts",
		"import { defineConfig } from 'docwright';\nexport default defineConfig({ title: 'Typed' });",
	],
])("a config in .%s: %s", async (extension, text) => {
	const cwd = folderWith({ ...docs, [`docwright.config.${extension}`]: text });
	const { stdout } = await docwright({ cwd }, "inspect", "--json");
	expect(JSON.parse(stdout)).toMatchObject({ model: { title: "Typed" } });
});

test("two configs are one too many", async () => {
	const cwd = folderWith({
		...docs,
		"docwright.config.json": "{}",
		"docwright.config.js": "export default {}",
	});
	const { status, stderr } = await docwright({ cwd }, "generate");
	expect(status).toBe(2);
	expect(stderr).toContain(
		"two config files, docwright.config.js and docwright.config.json",
	);
});

test("-c names a config, and its folder is the project's", async () => {
	const root = folderWith({
		"project/spec/a.md": "GET /one\n",
		"project/my.config.mjs": "export default { out: 'made' };",
		"here/x.md": "",
	});
	const cwd = join(root, "here");
	const run = await docwright(
		{ cwd },
		"generate",
		"-c",
		"../project/my.config.mjs",
	);
	expect(run.status).toBe(0);
	expect(filesIn(join(root, "project/made"))).toContain("src/one.ts");
	const missing = await docwright({ cwd }, "generate", "-c", "nowhere.json");
	expect(missing.status).toBe(2);
	expect(missing.stderr).toContain("There is no config file nowhere.json");
});

test.each([
	["throw new Error('boom')", "docwright.config.ts could not be loaded: boom"],
	[
		"export default {",
		"docwright.config.ts could not be loaded: ParseError: Unexpected token docwright.config.ts:1:16",
	],
	[
		"import './nope.ts'",
		"docwright.config.ts could not be loaded: Cannot find module './nope.ts'",
	],
	[
		"export default () => ({})",
		"docwright.config.ts: the config must be an object",
	],
])("a config that runs wild, %s: exit 2 and one line", async (text, line) => {
	const cwd = folderWith({ ...docs, "docwright.config.ts": text });
	const { status, stderr } = await docwright({ cwd }, "generate");
	expect(status).toBe(2);
	expect(stderr.split("\n")[0]).toBe(`docwright: ${line}`);
	expect(filesIn(cwd)).toEqual(["docwright.config.ts", "spec/a.md"]);
});

test("a config that lies in the docs is not run, unless it is named", async () => {
	const root = folderWith({
		"docs/a.md": "GET /one\n",
		"docs/docwright.config.ts": "export default { title: 'Hostile' };",
	});
	const cwd = join(root, "docs");
	const run = async (...args: string[]) => {
		const { stdout, stderr } = await docwright(
			{ cwd },
			"inspect",
			"--json",
			...args,
		);
		return { title: JSON.parse(stdout).model.title, stderr };
	};
	const passed = await run(".");
	expect(passed.title).toBe("Untitled");
	expect(passed.stderr).toContain(
		"docwright.config.ts was not loaded, because it lies in the docs",
	);
	expect((await run("..")).title).toBe("Untitled");
	expect((await run(".", "-c", "docwright.config.ts")).title).toBe("Hostile");
	const above = await docwright({ cwd: root }, "inspect", "docs", "--json");
	expect(JSON.parse(above.stdout)).toMatchObject({
		model: { title: "Untitled" },
	});
});

test("a rename that matches nothing: exit 2 with advice, nothing written", async () => {
	const config = { rename: { operations: { "GET /two": "two.fetch" } } };
	const cwd = folderWith({
		...docs,
		"docwright.config.json": JSON.stringify(config),
	});
	const { status, stdout, stderr } = await docwright(
		{ cwd, pipeline: { readDocs } },
		"generate",
	);
	expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
	expect(stderr).toContain("the docs have no operation GET /two\n  help: ");
	expect(filesIn(cwd)).toEqual(["docwright.config.json", "spec/a.md"]);
});
