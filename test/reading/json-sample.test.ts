import type { Code } from "mdast";
import { describe, expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { openFence } from "../../generator/markdown/fence.ts";
import { parseMarkdown } from "../../generator/markdown/parse.ts";
import {
	jsonOf,
	readSample,
	type SampleNode,
} from "../../generator/reading/json-sample.ts";
import { openSource, textOf } from "../../generator/text/source.ts";

const sample = [
	"{",
	'  "id": "h-7",',
	'\t"queen": { "age": 2, "é🐝": null },',
	"",
	'  "frames": [{ "side": true }, []]',
	"}",
];

function within(front: string, ...lines: readonly string[]): string {
	return lines.map((line) => (line === "" ? line : front + line)).join("\n");
}

const documents: readonly (readonly [string, string])[] = [
	["a fence", within("", "```json", ...sample, "```")],
	["tildes", within("", "Words", "", "~~~json", ...sample, "~~~", "more")],
	["a fence that is not closed", within("", "```", ...sample)],
	["a list item", `- words\n\n${within("  ", "```json", ...sample, "```")}`],
	[
		"a nested list item",
		`1. a\n   - b\n\n${within("     ", "```", ...sample, "```")}`,
	],
	["a block quote", within("> ", "```json", ...sample.filter(Boolean), "```")],
	[
		"a quote in a list",
		`- a\n\n${within("  > ", "```", ...sample.filter(Boolean), "```")}`,
	],
	["an indented block", `Words\n\n${within("    ", ...sample)}`],
	["an indented fence", within("  ", "```json", ...sample, "```")],
];

/** Every node of a document's only code block, and the text of its keys. */
function read(text: string) {
	const source = openSource({ file: "a.md", text });
	const code = codeIn(parseMarkdown(source.text));
	const { report, diagnostics } = createReporter();
	const fence = openFence(source, code);
	return { source, node: readSample(fence, report), diagnostics };
}

function codeIn(node: unknown): Code {
	const left = [node as { type: string; children?: unknown[] }];
	for (let one = left.pop(); one !== undefined; one = left.pop()) {
		if (one.type === "code") return one as unknown as Code;
		left.push(...((one.children ?? []) as typeof left));
	}
	throw new Error("There is no code");
}

function* entriesIn(node: SampleNode): Generator<{
	readonly key: string;
	readonly keySpan: SampleNode["span"];
	readonly node: SampleNode;
}> {
	if (node.kind === "array")
		for (const item of node.items) yield* entriesIn(item);
	if (node.kind !== "object") return;
	for (const entry of node.entries) {
		yield entry;
		yield* entriesIn(entry.node);
	}
}

describe.each([
	["LF", "\n"],
	["CRLF", "\r\n"],
	["CR", "\r"],
])("places with line ends of %s", (_, end) => {
	test.each(documents)("are exact in %s", (_name, text) => {
		const { source, node } = read(text.replaceAll("\n", end));
		if (node === undefined) throw new Error("There is no JSON");
		expect(jsonOf(node)).toEqual({
			id: "h-7",
			queen: { age: 2, "é🐝": null },
			frames: [{ side: true }, []],
		});
		const entries = [...entriesIn(node)];
		expect(entries.map(({ key }) => key)).toEqual([
			"id",
			"queen",
			"age",
			"é🐝",
			"frames",
			"side",
		]);
		for (const { key, keySpan, node: value } of entries) {
			expect(textOf(source, keySpan)).toBe(JSON.stringify(key));
			const { start } = keySpan;
			const line = source.lines[start.line - 1]?.span.start.offset ?? -1;
			expect(line + start.column - 1).toBe(start.offset);
			if (value.kind === "value")
				expect(textOf(source, value.span)).toBe(JSON.stringify(value.value));
			else expect(textOf(source, value.span)).toMatch(/^[[{][\s\S]*[\]}]$/);
		}
	});
});

describe("what is not quite JSON", () => {
	const fenced = (...lines: readonly string[]) =>
		within("", "```json", ...lines, "```");

	test("may have comments and commas at the end", () => {
		const { node, diagnostics } = read(
			fenced("{ // its age", '"age": 2, /* more */', '"tags": ["a",],', "}"),
		);
		expect(node && jsonOf(node)).toEqual({ age: 2, tags: ["a"] });
		expect(diagnostics()).toEqual([]);
	});

	test("is read as far as it goes, and blamed where it stops", () => {
		const { source, node, diagnostics } = read(
			fenced("{", '"age": 2,', '"mood": calm,', '"id": "h"', "}"),
		);
		expect(node && jsonOf(node)).toMatchObject({ age: 2, id: "h" });
		const [only, ...others] = diagnostics();
		expect(others).toEqual([]);
		expect(only).toMatchObject({ code: "sample/broken-json" });
		expect(only && textOf(source, only.span)).toBe("calm");
	});

	test("is blamed at its last character when the end is missing", () => {
		const { source, diagnostics } = read(fenced("{", '"age": 2'));
		const [only] = diagnostics();
		expect(only?.span.start).toMatchObject({ line: 3, column: 8 });
		expect(only && textOf(source, only.span)).toBe("2");
	});

	test("keeps the last of two keys, and blames both", () => {
		const { node, diagnostics } = read(
			fenced("{", '"age": 2,', '"age": 3,', '"__proto__": 4', "}"),
		);
		expect(node && Object.entries(jsonOf(node) as object)).toEqual([
			["age", 3],
			["__proto__", 4],
		]);
		const [only] = diagnostics();
		expect(only).toMatchObject({
			code: "sample/duplicate-key",
			span: { start: { line: 4, column: 1 } },
			related: [{ span: { start: { line: 3, column: 1 } } }],
		});
	});

	test.each([[""], [" "], ["// nothing"]])("is nothing for %j", (line) => {
		expect(read(fenced(line)).node).toBeUndefined();
	});
});
