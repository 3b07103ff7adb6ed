import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Ask } from "../../generator/cli/ask.ts";
import { init } from "../../generator/cli/init.ts";
import manifest from "../../package.json" with { type: "json" };
import { filesIn, folderWith, stateOf, write } from "../output/folder.ts";
import { docwright } from "./command.ts";
import { fakePipeline } from "./fake-pipeline.ts";

const workflow = ".github/workflows/docwright.yml";

function textIn(cwd: string, path: string): string {
	return readFileSync(join(cwd, path), "utf8");
}

test("finds the docs, writes what is needed, and says what to do next", async () => {
	const cwd = folderWith({
		"docs/api/a.md": "# Hives\nGET /a\nGET /b\n",
		"docs/guide.md": "? nothing\n",
		"README.md": "GET /example\n",
		"package.json": '{\n    "name": "x"\n}\n',
		"package-lock.json": "{}",
	});
	expect(await docwright({ cwd }, "init")).toEqual({
		status: 0,
		stderr: "",
		stdout: `Found 2 operations of Hives in docs/api (fake)
wrote docwright.config.ts
wrote the script generate in package.json
wrote .github/workflows/docwright.yml
Next:
  1. npm install --save-dev docwright
  2. npm run generate
  3. commit generated, and generate again when the docs change
`,
	});
	expect(
		textIn(cwd, "docwright.config.ts"),
	).toBe(`import { defineConfig } from "docwright";

export default defineConfig({
	docs: "docs/api",
	out: "generated",
	package: { version: "0.1.0" },
});
`);
	expect(textIn(cwd, "package.json")).toBe(
		'{\n    "name": "x",\n    "scripts": {\n        "generate": "docwright generate"\n    }\n}\n',
	);
	const generated = await docwright({ cwd }, "generate");
	expect(generated).toMatchObject({ status: 0 });
	expect(generated.stderr).toContain("Read 1 document: 2 operations");
});

test("the second time it refuses, and --force writes again", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /a\n", "package.json": "{}" });
	await docwright({ cwd }, "init");
	write(cwd, { "docwright.config.ts": "export default {};\n" });
	write(cwd, { [workflow]: "mine\n" });
	const before = stateOf(cwd);
	const again = await docwright({ cwd }, "init");
	expect(again).toMatchObject({ status: 2, stdout: "" });
	expect(again.stderr).toContain(
		"There is a config already, docwright.config.ts",
	);
	expect(stateOf(cwd)).toEqual(before);
	const forced = await docwright({ cwd }, "init", "--force");
	expect(forced.status).toBe(0);
	expect(forced.stdout).toContain("kept package.json: it has the script");
	expect(textIn(cwd, "docwright.config.ts")).toContain('docs: "spec"');
	expect(textIn(cwd, workflow)).toContain("generate --check");
});

test("a config of another name is never doubled", async () => {
	const cwd = folderWith({ "docwright.config.json": "{}" });
	const { status, stderr } = await docwright({ cwd }, "init", "--force");
	expect(status).toBe(2);
	expect(stderr).toContain("There is a config already, docwright.config.json");
	expect(filesIn(cwd)).toEqual(["docwright.config.json"]);
});

test("a script and a job that are there stay", async () => {
	const cwd = folderWith({
		"spec/a.md": "GET /a\n",
		"package.json": '{"scripts": {"generate": "protoc"}}',
		[workflow]: "mine\n",
	});
	const { status, stdout } = await docwright({ cwd }, "init");
	expect(status).toBe(0);
	expect(stdout).toContain("kept package.json: it has another script");
	expect(stdout).toContain(`kept ${workflow}: it is another`);
	expect(stdout).toContain("npx docwright generate\n");
	expect(textIn(cwd, "package.json")).toContain("protoc");
	expect(textIn(cwd, workflow)).toBe("mine\n");
});

describe("package.json", () => {
	test.each([
		[
			'{\n\t"a": 1,\n\t"scripts": {\n\t\t"test": "x"\n\t},\n\t"z": [1,2]\n}',
			'{\n\t"a": 1,\n\t"scripts": {\n\t\t"test": "x",\n\t\t"generate": "docwright generate"\n\t},\n\t"z": [1,2]\n}',
		],
		[
			'{\r\n  "a": "\\u00e4"\r\n}\r\n',
			'{\r\n  "a": "\\u00e4",\r\n  "scripts": {\r\n    "generate": "docwright generate"\r\n  }\r\n}\r\n',
		],
	])("%j keeps its form", async (before, after) => {
		const cwd = folderWith({ "package.json": before });
		await docwright({ cwd }, "init");
		expect(textIn(cwd, "package.json")).toBe(after);
	});

	test.each(["", "[]", "{", '{"scripts": "x"}', '{"scripts": []}', "// a\n{}"])(
		"%j is left alone",
		async (text) => {
			const cwd = folderWith({ "package.json": text });
			const { status, stdout } = await docwright({ cwd }, "init");
			expect(status).toBe(0);
			expect(stdout).toContain("kept package.json: it is not what npm reads");
			expect(textIn(cwd, "package.json")).toBe(text);
		},
	);

	test("none is made: npx runs this version", async () => {
		const cwd = folderWith({ "spec/a.md": "GET /a\n" });
		const { stdout } = await docwright({ cwd }, "init");
		const command = `npx --yes docwright@${manifest.version} generate`;
		expect(stdout).toContain(`1. ${command}\n`);
		expect(textIn(cwd, workflow)).toContain(
			`- run: ${command} --check --reporter github\n`,
		);
		expect(filesIn(cwd)).not.toContain("package.json");
	});

	test.each([
		["pnpm-lock.yaml", "pnpm install --frozen-lockfile", "pnpm exec docwright"],
		["yarn.lock", "yarn install --immutable", "yarn run docwright"],
	])("with %s", async (lock, install, run) => {
		const cwd = folderWith({ "package.json": "{}", [lock]: "" });
		await docwright({ cwd }, "init");
		const commands = stepsOf(cwd).map(({ run }) => run);
		expect(commands).toContain(install);
		expect(commands).toContain(`${run} generate --check --reporter github`);
	});
});

function stepsOf(cwd: string): readonly { readonly run?: string }[] {
	return parse(textIn(cwd, workflow)).jobs.check.steps;
}

test("the job's last step is a command of ours that finds nothing to do", async () => {
	const cwd = folderWith({
		"spec/a.md": "GET /a\n! odd type\n",
		"package.json": "{}",
	});
	await docwright({ cwd }, "init");
	await docwright({ cwd }, "generate");
	const [run = ""] = stepsOf(cwd)
		.map(({ run }) => run ?? "")
		.slice(-1);
	expect(run).toMatch(/^npx docwright /);
	const { status, stdout } = await docwright(
		{ cwd },
		...run.split(" ").slice(2),
	);
	expect(status).toBe(0);
	expect(stdout).toMatch(/^::warning file=spec\/a\.md,line=2,/);
});

describe("candidates", () => {
	test("the folder with the most operations wins, of two alike the inner one", async () => {
		const cwd = folderWith({
			"a/x.md": "GET /1\n",
			"b/one/x.md": "GET /1\nGET /2\n",
			"b/two/x.md": "GET /3\n",
			"node_modules/m/x.md": "GET /1\nGET /2\nGET /3\nGET /4\nGET /5\n",
			"generated/x.md": "GET /1\nGET /2\nGET /3\nGET /4\nGET /5\n",
			"client/x.md": "GET /1\nGET /2\nGET /3\nGET /4\nGET /5\n",
			"client/.docwright.json": "{}",
		});
		await docwright({ cwd }, "init");
		expect(textIn(cwd, "docwright.config.ts")).toContain('docs: "b"');
		// Files of others are in the folder that is the default.
		expect(textIn(cwd, "docwright.config.ts")).toContain(
			'out: "generated-client"',
		);
	});

	test("documents right in the folder are named one by one", async () => {
		const cwd = folderWith({
			"API.md": "GET /1\n",
			"CHANGELOG.md": "# Changes\n",
		});
		await docwright({ cwd }, "init");
		expect(textIn(cwd, "docwright.config.ts")).toContain('docs: ["API.md"]');
	});

	test("without docs the config names spec", async () => {
		const cwd = folderWith({ "README.md": "# Nothing\n" });
		const { status, stdout } = await docwright({ cwd }, "init");
		expect(status).toBe(0);
		expect(stdout).toContain("No document states an endpoint\n");
		expect(stdout).toContain("1. put your docs into spec/\n");
		expect(textIn(cwd, "docwright.config.ts")).toContain('docs: "spec"');
	});

	test("text of the docs and names of folders are escaped", async () => {
		const cwd = folderWith({
			'a"\u202e\u001b[2J/x.md': "# T\u001b]0;x\u0007\u202e\nGET /1\n",
		});
		const { stdout } = await docwright({ cwd }, "init");
		expect(stdout).toContain("of T\\x1b]0;x\\x07\\u202e in a");
		expect(stdout).not.toMatch(/[^\P{C}\n]/u);
		const config = textIn(cwd, "docwright.config.ts");
		expect(config).toContain('docs: "a\\"\\u202e\\u001b[2J",');
		const { stderr } = await docwright({ cwd }, "generate");
		expect(stderr).toContain("Read 1 document: 1 operation");
	});
});

test("a folder below the top of a repository gets no job", async () => {
	const top = folderWith({ "inner/spec/a.md": "GET /a\n" });
	mkdirSync(join(top, ".git"));
	const { stdout } = await docwright({ cwd: join(top, "inner") }, "init");
	expect(stdout).toContain(`left ${workflow} out: the repository starts above`);
	expect(filesIn(top)).not.toContain(`inner/${workflow}`);
	const atTop = await docwright({ cwd: top }, "init");
	expect(atTop.stdout).toContain(`wrote ${workflow}`);
});

test.each([".github", "package.json", "docwright.config.ts"])(
	"a link at %s is not written through",
	async (at) => {
		const victim = folderWith({ "package.json": "{}" });
		const cwd = folderWith({ "spec/a.md": "GET /a\n" });
		const to = at === ".github" ? victim : join(victim, "package.json");
		symlinkSync(to, join(cwd, at));
		const before = stateOf(victim);
		const { status } = await docwright({ cwd }, "init", "--force");
		expect(status).toBe(2);
		expect(stateOf(victim)).toEqual(before);
		expect(filesIn(cwd)).toEqual([at, "spec/a.md"]);
	},
);

describe("questions", () => {
	const files = { "a/x.md": "GET /1\nGET /2\n", "b/x.md": "GET /1\n" };

	async function answer(cwd: string, ask: Ask, yes = false) {
		let stdout = "";
		const out = {
			isTerminal: true,
			write(text: string) {
				stdout += text;
			},
		};
		const io = { cwd, env: {}, stdout: out, stderr: out };
		const context = { io, pipeline: async () => fakePipeline };
		const status = await init({ yes }, context, ask);
		return { status, stdout };
	}

	test("which folder, and whether there is to be a job", async () => {
		const cwd = folderWith(files);
		const asked: unknown[] = [];
		const done = await answer(cwd, {
			async choose(message, choices) {
				asked.push(message, choices);
				return 1;
			},
			async confirm(message) {
				asked.push(message);
				return false;
			},
		});
		expect(done.status).toBe(0);
		expect(asked).toEqual([
			"Which folder has the docs of the API?",
			["a: 2 operations in 1 document", "b: 1 operation in 1 document"],
			"Add a job for GitHub Actions?",
		]);
		expect(textIn(cwd, "docwright.config.ts")).toContain('docs: "b"');
		expect(filesIn(cwd)).not.toContain(workflow);
	});

	test("none with --yes", async () => {
		const cwd = folderWith(files);
		const never = async (): Promise<never> => {
			throw new Error("asked");
		};
		const ask = { choose: never, confirm: never };
		expect(await answer(cwd, ask, true)).toMatchObject({ status: 0 });
	});

	test.each(["choose", "confirm"])(
		"leaving at %s writes nothing",
		async (at) => {
			const cwd = folderWith(files);
			const before = stateOf(cwd);
			const done = await answer(cwd, {
				choose: async () => (at === "choose" ? undefined : 0),
				confirm: async () => (at === "confirm" ? undefined : true),
			});
			expect(done.status).toBe(130);
			expect(stateOf(cwd)).toEqual(before);
		},
	);
});
