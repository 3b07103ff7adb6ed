import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import type { Inputs } from "../../generator/cli/inputs.ts";
import * as pipeline from "../../generator/pipeline.ts";
import manifest from "../../package.json" with { type: "json" };
import { filesIn, folderWith, stateOf, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function inputsIn(
	cwd: string,
	...args: readonly string[]
): Promise<Inputs> {
	const { status, stdout, stderr } = await docwright(
		{ cwd },
		"inputs",
		"--json",
		...args,
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	return JSON.parse(stdout);
}

/** The files below a folder that globs stand for. */
function matches(cwd: string, globs: readonly string[]): readonly string[] {
	return globSync([...globs], {
		cwd,
		dot: true,
		expandDirectories: false,
	}).sort();
}

test("says what a run depends on and what it writes, and changes nothing", async () => {
	const cwd = folderWith({
		"spec/b.md": "GET /two\n",
		"spec/deep/a.mdx": "GET /one\n",
		"spec/picture.png": "",
	});
	const before = stateOf(cwd);
	const { output, ...found } = await inputsIn(cwd);
	expect(found).toEqual({
		// From its sources, as here, the generator may change at any time.
		generator: { version: manifest.version, digest: null },
		config: null,
		documents: ["spec/b.md", "spec/deep/a.mdx"],
		globs: [
			"docwright.config.ts",
			"docwright.config.mts",
			"docwright.config.js",
			"docwright.config.mjs",
			"docwright.config.json",
			"spec/**",
		],
		environment: {
			output: [],
			cache: ["CI"],
			printing: ["NO_COLOR", "TERM", "GITHUB_WORKSPACE", "DOCWRIGHT_DEBUG"],
		},
	});
	expect(output.folder).toBe("generated");
	expect(output.files).toContain("generated/src/**");
	expect(stateOf(cwd)).toEqual(before);
});

test("paths start at the working folder, whatever the config and the command line say", async () => {
	const cwd = folderWith({
		"api/docs/a.md": "GET /one\n",
		"api/docs [old]/b.md": "GET /two\n",
		"api/more/c.md": "GET /three\n",
		"api/docwright.config.json": JSON.stringify({
			docs: ["docs", "docs [old]/b.md", "more/*.md"],
			out: "made [here]",
		}),
		"work/d.md": "GET /four\n",
	});
	const config = ["--config", "../api/docwright.config.json"];
	const found = await inputsIn(join(cwd, "work"), ...config);
	expect(found.config).toBe("../api/docwright.config.json");
	expect(found.documents).toEqual([
		"../api/docs [old]/b.md",
		"../api/docs/a.md",
		"../api/more/c.md",
	]);
	expect(found.globs).toEqual([
		"../api/docwright.config.json",
		"../api/docs/**",
		"../api/docs \\[old\\]/b.md",
		"../api/more/*.md",
	]);
	expect(found.output.folder).toBe("../api/made [here]");
	expect(found.output.files).toContain("../api/made \\[here\\]/package.json");
	const named = await inputsIn(join(cwd, "work"), "d.md", "-o", "out");
	expect(named.documents).toEqual(["d.md"]);
	expect(named.globs.at(-1)).toBe("d.md");
	expect(named.output.folder).toBe("out");
});

test("what is written counts for no document, where the docs are all around it", async () => {
	const cwd = folderWith({
		"a.md": "GET /one\n",
		"generated/README.md": "GET /two\n",
	});
	const { globs, documents } = await inputsIn(cwd, ".");
	expect(documents).toEqual(["a.md"]);
	expect(globs.slice(-2)).toEqual(["**", "!generated/**"]);
	expect(matches(cwd, globs)).toEqual(["a.md"]);
});

test.each(["types", "docs"])(
	"the globs of the output are all that is written and nothing else (definitions: %s)",
	async (definitions) => {
		const cwd = folderWith({
			"docwright.config.json": JSON.stringify({ client: { definitions } }),
		});
		cpSync(join(root, "spec"), join(cwd, "spec"), { recursive: true });
		const run = await docwright({ cwd, pipeline }, "generate");
		expect(run.status).toBe(0);
		const made = filesIn(join(cwd, "generated"));
		const { output } = await inputsIn(cwd);
		write(cwd, {
			"generated/CHANGELOG.md": "",
			"generated/package-lock.json": "",
			"generated/dist/index.js": "",
			"generated/node_modules/a/package.json": "",
			"generated/reference/node_modules/a/package.json": "",
			"generated/reference/pages/index.html": "",
		});
		const matched = matches(cwd, output.files);
		expect(matched).toEqual(made.map((path) => `generated/${path}`).sort());
	},
);

test("what is built has a digest", () => {
	execFileSync(process.execPath, [
		join(root, "generator/build.mjs"),
		"--if-needed",
	]);
	const bin = join(root, "generator/cli/docwright.mjs");
	const args = [bin, "inputs", "--json", "--quiet"];
	const run = () =>
		JSON.parse(
			execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }),
		);
	const { generator } = run();
	expect(generator.digest).toMatch(/^[0-9a-f]{64}$/);
	expect(run().generator).toEqual(generator);
});

test("people get the same as text, in which names give a terminal no orders", async () => {
	const cwd = folderWith({ "spec/a\x1b[2K.md": "GET /one\n" });
	const run = await docwright({ cwd, isTerminal: true }, "inputs");
	expect(run.status).toBe(0);
	expect(run.stdout).toContain("\nDocuments\n  spec/a\\x1b[2K.md\n");
	expect(run.stdout).toContain(
		"\nWritten to generated\n  generated/.docwright.json\n",
	);
});

test("docs that are not there are an error", async () => {
	const run = await docwright({ cwd: folderWith() }, "inputs", "--json");
	expect(run.status).toBe(1);
	expect(run.stderr).toContain("error docs/not-found");
	expect(JSON.parse(run.stdout).documents).toEqual([]);
});
