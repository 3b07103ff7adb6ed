import fc from "fast-check";
import type { Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { expect, test } from "vitest";
import {
	cutBodies,
	frontMatterEnd,
} from "../../generator/markdown/fence-bodies.ts";
import { parseMarkdown } from "../../generator/markdown/parse.ts";

test("the bodies of fences at the margin are taken out, whatever their lines end with", () => {
	const text =
		"a\n\n```json\n{\n}\n```\n\n  ~~~\n```\n~~~\n\r\n````\r\n```\r\n\r\n````";
	const { text: rest, cuts } = cutBodies(text);
	expect(rest).toBe("a\n\n```json\n```\n\n  ~~~\n```\n~~~\n\r\n````\r\n````");
	expect(cuts).toEqual([
		{ line: 3, body: "{\n}", lines: 2, units: 4 },
		{ line: 10, body: "```\r\n", lines: 4, units: 11 },
	]);
});

const lines = [
	"",
	"text",
	"    ",
	"- item",
	"  more",
	"1. one",
	"> quote",
	"| a | b |",
	"| - | - |",
	"# title",
	"===",
	"---",
	"+++",
	"--- ",
	"<div>",
	"</div>",
	"<!--",
	"-->",
	"<pre>",
	"[a]: /b",
	"[a] and `b`",
	"[c]: /d 'e",
	"'",
	"{",
	"\ta\u2028```",
	"```",
	"```json",
	"``` a`b",
	"````",
	"~~~",
	"~~~ `x`",
	"  ```",
	"    ```",
	"``` ",
	"```\t",
	"> ```",
];

test("a fence in front matter is none, and may hold the end of it", () => {
	const text = "---\n```json\n---\n```\n\n```\nbody\n";
	expect(cutBodies(text).text).toBe("---\n```json\n---\n```\n```\nbody\n");
	expect(parseMarkdown(text)).toEqual(parseWhole(text));
});

test("a document whose fences are parsed apart is parsed to the same tree", () => {
	const line = fc.constantFrom(...lines);
	const end = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r");
	const document = fc
		.tuple(
			fc.constantFrom("", "", "---\n", "+++\n"),
			fc.array(fc.tuple(line, end), { maxLength: 24 }),
		)
		.map((parts) => parts.flat(3).join(""));
	fc.assert(
		fc.property(document, (text) => {
			expect(parseMarkdown(text)).toEqual(parseWhole(text));
		}),
		{ numRuns: 1_500 },
	);
});

const kinds = ["yaml", "toml"];

function parseWhole(text: string): Root {
	return (
		unified()
			.use(remarkParse)
			// Where it finds no end, it finds no lists and quotes either.
			.use(frontMatterEnd(text) > 0 ? [[remarkFrontmatter, kinds]] : [])
			.use(function (this: Processor) {
				const data = this.data();
				data.micromarkExtensions ??= [];
				data.micromarkExtensions.push(gfmTable());
				data.fromMarkdownExtensions ??= [];
				data.fromMarkdownExtensions.push(gfmTableFromMarkdown());
			})
			.parse(text)
	);
}
