import { expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import type { PackageEmitterOptions } from "../../generator/emitters/package/options.ts";
import { packageEmitter } from "../../generator/emitters/package/package.ts";
import {
	isPackageName,
	isVersion,
} from "../../generator/emitters/package/package-json.ts";
import type { ApiModel } from "../../generator/model/types.ts";
import { parseMarkdown } from "../code/markdown.ts";
import { sample } from "../models/sample.ts";

test.each([
	"package.json",
	"README.md",
	"tsconfig.json",
	"tsconfig.build.json",
	"build.mjs",
	"prepack.mjs",
	"api.md",
	"UPGRADING.md",
	"reference/package.json",
	"reference/typedoc.json",
	"vitest.config.ts",
	".gitignore",
])("%s of the sample", async (path) => {
	await expect(emit().get(path)).toMatchFileSnapshot(
		`package/${path.replace(/^\./, "")}.snap`,
	);
});

test("what leads to the docs is there for those who want it", () => {
	const wanted = emit(sample, { definitions: true });
	const build = (files: ReadonlyMap<string, string>) =>
		JSON.parse(files.get("package.json") ?? "").scripts.build;
	expect(wanted.has("definitions.mjs")).toBe(true);
	expect(build(wanted)).toBe(`${build(emit())} && node definitions.mjs`);
	expect(emit().has("definitions.mjs")).toBe(false);
});

test("package.json has the keys of the list and no script that runs on install", () => {
	const hostile = {
		...sample,
		title: '","scripts":{"postinstall":"evil"},"x":"',
	};
	const read = JSON.parse(emit(hostile).get("package.json") ?? "");
	expect(Object.keys(read)).toEqual([
		"name",
		"version",
		"description",
		"type",
		"sideEffects",
		"engines",
		"exports",
		"main",
		"types",
		"typesVersions",
		"files",
		"scripts",
		"devDependencies",
	]);
	expect(Object.keys(read.scripts)).toEqual([
		"build",
		"test",
		"typecheck",
		"reference",
		"prepack",
	]);
	expect(read.dependencies).toBeUndefined();
	for (const version of Object.values(read.devDependencies))
		expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("the home page is the docs' address, if it is one of the web", () => {
	const homepage = (docs: string) =>
		JSON.parse(emit(sample, { docs }).get("package.json") ?? "").homepage;
	expect(homepage("https://apiary.example/docs")).toBe(
		"https://apiary.example/docs",
	);
	expect(homepage("javascript:evil()")).toBeUndefined();
	expect(homepage("spec/")).toBeUndefined();
});

test.each([
	["https://github.com/bees/apiary", "git+https://github.com/bees/apiary.git"],
	[
		"https://github.com/bees/apiary.git/",
		"git+https://github.com/bees/apiary.git",
	],
	["javascript:evil()", undefined],
])("the repository %s is %s", (repository, url) => {
	const read = JSON.parse(
		emit(sample, { repository }).get("package.json") ?? "",
	);
	expect(read.repository?.url).toBe(url);
});

test("the terms of the package and of the texts in it are said, and nothing of them is markup", () => {
	const said = emit(sample, {
		license: "MIT OR Apache-2.0",
		attribution: "By *bees*\n# and <b>others</b>, CC BY 4.0",
	});
	expect(JSON.parse(said.get("package.json") ?? "").license).toBe(
		"MIT OR Apache-2.0",
	);
	expect(said.get("README.md")).toMatch(
		/\n## Whose words these are\n\nBy \\\*bees\\\*\s+\\?# and \\<b>others\\<\/b>, CC BY 4\.0\n$/,
	);
	const silent = emit(sample, {});
	expect(silent.get("package.json")).not.toContain("license");
	expect(silent.get("README.md")).not.toContain("Whose words");
});

test.each(["apiary", "@bees/api-client", "a.b_c"])("%s is a name", (name) => {
	expect(isPackageName(name)).toBe(true);
});

test.each([
	"",
	"../x",
	"Apiary",
	".x",
	"@bees",
	"a b",
	"node_modules",
	"x".repeat(215),
])("%j is no name", (name) => {
	expect(isPackageName(name)).toBe(false);
	expect(() => emit(sample, { name })).toThrow("no name for a package");
});

test.each(["1.0.0", "0.1.0-alpha.1", "1.2.3+build.5"])(
	"%s is a version",
	(version) => {
		expect(isVersion(version)).toBe(true);
	},
);

test.each(["1", "1.0", "01.0.0", "1.0.0;rm", "v1.0.0", "latest"])(
	"%j is no version",
	(version) => {
		expect(isVersion(version)).toBe(false);
		expect(() => emit(sample, { version })).toThrow("no version");
	},
);

test("the README tells of streams, files and base64 where there are some", () => {
	const words = ["stream", "toFile", "toBase64"];
	const told = (operations: ApiModel["operations"]) => {
		const text = emit({ ...sample, operations }).get("README.md") ?? "";
		return words.filter((word) => text.includes(word));
	};
	const [first] = sample.operations;
	if (first === undefined) throw new Error("the sample is empty");
	const { origins } = first;
	const text = { kind: "string" } as const;
	const plain = { ...first, responses: [] };
	const response = (mediaType: string, format?: string) => ({
		...plain,
		responses: [
			{
				status: "200",
				mediaType,
				shape: format === undefined ? text : { ...text, format },
				origins,
			},
		],
	});
	const body = (mediaType: string) => ({
		...plain,
		body: { mediaType, shape: text, origins },
	});
	expect(
		told([plain, response("application/json"), body("text/json")]),
	).toEqual([]);
	expect(told([response("text/event-stream")])).toEqual(["stream"]);
	expect(told([body("multipart/form-data")])).toEqual(["toFile"]);
	expect(told([body("image/png")])).toEqual(["toFile"]);
	expect(told([response("application/json", "byte")])).toEqual(["toBase64"]);
});

test("of an API with many resources the README shows some", () => {
	const model = (resources: number): ApiModel => ({
		...sample,
		operations: Array.from({ length: resources }, (_, at) =>
			sample.operations.slice(0, 1).map((operation) => ({
				...operation,
				id: `${operation.id}${at}`,
				resource: [`hives_of_${at}`],
			})),
		).flat(),
	});
	const shown = (resources: number) => {
		const text = emit(model(resources)).get("README.md") ?? "";
		return [text.match(/^### /gm)?.length, text.includes("lists them all")];
	};
	expect(shown(20)).toEqual([20, false]);
	expect(shown(21)).toEqual([20, true]);
});

test("text of the docs marks nothing up in the README", () => {
	const evil = "# x */ <script>\n\n| `npm i evil` [y](javascript:z) -->";
	const operations = sample.operations.map((operation) => ({
		...operation,
		summary: evil,
	}));
	const plain = sample.operations.map((operation) => ({
		...operation,
		summary: "x",
	}));
	const kinds = (model: ApiModel) =>
		parseMarkdown(emit(model).get("README.md") ?? "").kinds;
	expect(kinds({ ...sample, title: evil, operations })).toEqual(
		kinds({ ...sample, title: "x", operations: plain }),
	);
});

function emit(
	model: ApiModel = sample,
	options: Partial<PackageEmitterOptions> = {},
): ReadonlyMap<string, string> {
	const { report } = createReporter();
	const emitter = packageEmitter({
		name: "apiary",
		version: "1.0.0",
		...options,
	});
	return new Map(
		emitter.emit(model, report).map(({ path, text }) => [path, text]),
	);
}
