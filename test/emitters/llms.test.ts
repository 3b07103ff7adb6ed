import fc from "fast-check";
import { expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { llmsEmitter } from "../../generator/emitters/llms/index.ts";
import { packageEmitter } from "../../generator/emitters/package/package.ts";
import type { ApiModel } from "../../generator/model/types.ts";
import { isSafePath } from "../../generator/output/safe-path.ts";
import { hostile } from "../code/hostile.ts";
import { parseMarkdown, textOfMarkdown } from "../code/markdown.ts";
import { sample } from "../models/sample.ts";

test.each(["llms.txt", "llms/resources/apiary/hives.md", "llms/types.md"])(
	"%s of the sample",
	async (path) => {
		const file = emit(sample).get(path);
		await expect(file).toMatchFileSnapshot(`llms/${path}.snap`);
	},
);

test("every link of llms.txt leads to a file of the package", () => {
	const files = emit(sample);
	const links = [...(files.get("llms.txt") ?? "").matchAll(/\]\(([^)]+)\)/g)];
	const targets = links.map(([, target = ""]) => target);
	const others = ["README.md", "api.md", "openapi.json"];
	expect(targets.sort()).toEqual(
		[...files.keys(), ...others].filter((path) => path !== "llms.txt").sort(),
	);
	expect(emit(sample, false).get("llms.txt")).not.toContain("openapi.json");
	const packed = packageEmitter({ name: "a", version: "1.0.0", llms: true })
		.emit(sample, createReporter().report)
		.find(({ path }) => path === "package.json");
	expect(JSON.parse(packed?.text ?? "").files).toEqual(
		expect.arrayContaining(["llms.txt", "llms", "api.md"]),
	);
});

test("prose of the docs marks nothing up but code", () => {
	const kinds = (model: ApiModel) =>
		[...emit(model)].map(([path, text]) => [
			path,
			...parseMarkdown(text).kinds.filter(
				(kind) => !["text", "inlineCode", "paragraph"].includes(kind),
			),
		]);
	const plain = kinds(withProse("x"));
	fc.assert(
		fc.property(hostile, (text) => {
			expect(kinds(withProse(`x${text}`))).toEqual(plain);
		}),
		{
			numRuns: 40,
			examples: [
				["`a` <script> `"],
				["``a` b`` [c](javascript:d)"],
				["`\n# a\n`"],
			],
		},
	);
	const files = emit(withProse("Since `a|b` *now*"));
	expect(textOfMarkdown(files.get("llms/types.md") ?? "")).toContain(
		"Since a\\|b *now*",
	);
});

test("names of the docs are read as they are, in files with safe paths", () => {
	fc.assert(
		fc.property(hostile, (name) => {
			const model = JSON.parse(JSON.stringify(sample), (_, value) =>
				value === "hives" || value === "hive_id" ? name : value,
			);
			for (const path of emit(model).keys())
				expect(isSafePath(path), path).toBe(true);
		}),
		{ numRuns: 40 },
	);
});

function withProse(text: string): ApiModel {
	return JSON.parse(JSON.stringify(sample), (key, value: unknown) =>
		typeof value === "string" && /^(title|description|summary)$/.test(key)
			? text
			: value,
	);
}

function emit(model: ApiModel, openapi = true): ReadonlyMap<string, string> {
	const files = llmsEmitter({ name: "apiary", openapi }).emit(
		model,
		createReporter().report,
	);
	return new Map(files.map(({ path, text }) => [path, text]));
}
