import fc from "fast-check";
import { expect, test } from "vitest";
import { ModelError, parseModel } from "../../generator/model/parse.ts";
import { printModel } from "../../generator/model/print.ts";
import type { ApiModel, Shape } from "../../generator/model/types.ts";
import { arbitraryModel } from "../models/arbitrary-model.ts";
import { sample } from "../models/sample.ts";

test("a printed model reads back as itself", () => {
	expect(parseModel(printModel(sample))).toEqual(sample);
});

test("every model reads back as itself, and prints as the same text", () => {
	fc.assert(
		fc.property(arbitraryModel, (model) => {
			const text = printModel(model);
			expect(parseModel(text)).toEqual(model);
			expect(printModel(parseModel(text))).toBe(text);
		}),
	);
});

test("the order of keys in memory does not show, but examples keep theirs", () => {
	const operations = sample.operations.map((operation) => {
		return { ...operation, examples: [] };
	});
	const model = { ...sample, operations };
	expect(printModel(reversed(model))).toBe(printModel(model));
	expect(printModel(reversed(sample))).not.toBe(printModel(sample));
});

test("the text ends with one line feed, and spans do not fill the file", () => {
	const text = printModel(sample);
	expect(text.endsWith("}\n")).toBe(true);
	expect(text).toContain(
		'{ "span": { "file": "docs/apiary.md", "start": { "line": 3, "column": 1, "offset": 120 }, "end": { "line": 3, "column": 31, "offset": 150 } }, "basis": "stated" }',
	);
	expect(text.split("\n").length).toBeLessThan(2000);
});

test("unseen characters are escapes", () => {
	const text = printModel({ ...sample, title: "a\u202eb\u2028c\ufeff\u0085" });
	expect(text).toContain('"a\\u202eb\\u2028c\\ufeff\\u0085"');
});

test("keys that objects inherit are data", () => {
	const first = sample.operations[0];
	if (first === undefined) throw new Error("the sample has operations");
	const value = JSON.parse('{"__proto__": {"polluted": true}}');
	const example = {
		on: "request" as const,
		mediaType: "application/json",
		value,
		origins: first.origins,
	};
	const model = { ...sample, operations: [{ ...first, examples: [example] }] };
	const back = parseModel(printModel(model)).operations[0]?.examples[0]?.value;
	expect(JSON.stringify(back)).toBe('{"__proto__":{"polluted":true}}');
	expect(Object.prototype).not.toHaveProperty("polluted");
});

test("a shape of any depth prints and reads", () => {
	let shape: Shape = { kind: "null" };
	for (let depth = 0; depth < 3000; depth++)
		shape = { kind: "array", items: shape };
	const bee = sample.shapes[0];
	if (bee === undefined) throw new Error("the sample has shapes");
	const deep = { ...bee, name: "Deep", shape };
	const model = { ...sample, shapes: [...sample.shapes, deep] };
	const text = printModel(model);
	expect(printModel(parseModel(text))).toBe(text);
});

test.each<[string, (model: Mutable) => void, string]>([
	[
		"another version",
		(model) => {
			model.version = 2;
		},
		"version 2",
	],
	[
		"a field too many",
		(model) => {
			model.extra = 1;
		},
		"$ has no extra",
	],
	[
		"a field too few",
		(model) => {
			delete model.operations[0].method;
		},
		"$.operations[0].method is missing",
	],
	[
		"a wrong type",
		(model) => {
			model.operations[0].summary = { text: "x" };
		},
		"$.operations[0].summary is not a string",
	],
	[
		"no origin",
		(model) => {
			model.operations[0].origins = [];
		},
		"$.operations[0].origins is not a list with something in it",
	],
	[
		"a kind of shape that there is not",
		(model) => {
			model.shapes[0].shape = { kind: "tuple" };
		},
		"$.shapes[0].shape.kind is not one of",
	],
	[
		"an unsound model",
		(model) => {
			model.shapes[0].name = "Wasp";
		},
		"refers to Bee, which is not there",
	],
])("%s is refused", (_title, damage, problem) => {
	const model = JSON.parse(printModel(sample));
	damage(model);
	expect(() => parseModel(JSON.stringify(model))).toThrow(ModelError);
	expect(() => parseModel(JSON.stringify(model))).toThrow(problem);
});

test("text that is not JSON is refused", () => {
	expect(() => parseModel("# Apiary")).toThrow("it is not JSON");
	expect(() => parseModel("null")).toThrow("version undefined");
});

// biome-ignore lint/suspicious/noExplicitAny: a model that is damaged on purpose has no type
type Mutable = any;

function reversed(model: ApiModel): ApiModel {
	return JSON.parse(JSON.stringify(model), (_key, value) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).reverse())
			: value,
	);
}
