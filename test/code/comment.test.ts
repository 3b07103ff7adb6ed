import fc from "fast-check";
import { expect, test } from "vitest";
import { code } from "../../generator/code/code.ts";
import {
	bannerComment,
	type CommentTag,
	docComment,
} from "../../generator/code/comment.ts";
import { openPrinter } from "../../generator/code/file.ts";
import { hostile } from "./hostile.ts";
import { tagsOf, tokenKinds } from "./scan.ts";

const print = openPrinter();

test("hostile text stays inside of one comment", () => {
	fc.assert(
		fc.property(hostile, hostile, (first, second) => {
			const source = commented({ paragraphs: [first, second], tags: [] });
			expect(tokenKinds(source)).toEqual(tokenKinds(commented(harmless)));
		}),
		{ numRuns: 300 },
	);
});

test("the only tags are those that were meant", () => {
	fc.assert(
		fc.property(hostile, hostile, (text, param) => {
			const tags: readonly CommentTag[] = [
				{ tag: "param", name: code`id`, text: param },
				{ tag: "deprecated", text },
			];
			const source = commented({ paragraphs: [text], tags });
			const meant = ["param", "deprecated"];
			expect(tagsOf(source)).toEqual([...meant, ...meant, ...meant]);
		}),
		{ numRuns: 300 },
	);
});

test("every slash after a star is taken apart, however they come", () => {
	const alphabet = fc.constantFrom("*", "/", "\\", " ");
	fc.assert(
		fc.property(
			fc.string({ unit: alphabet, minLength: 1, maxLength: 8 }),
			(text) => {
				expect(docComment({ paragraphs: [text] }) ?? "").not.toContain("*/");
			},
		),
	);
	expect(docComment({ paragraphs: ["**// evil() //*"] })).toBe(
		"**\\// evil() //*",
	);
});

test("a banner is one comment and documents nothing", () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const source = `${bannerComment([text])}\nexport type A = 1;`;
			expect(tokenKinds(source).slice(0, 2)).toEqual([
				"MultiLineCommentTrivia",
				"ExportKeyword",
			]);
			expect(tagsOf(source)).toEqual([]);
		}),
	);
});

test.each([
	["@deprecated at the start", "\\@deprecated at the start"],
	["- @see in a list", "- \\@see in a list"],
	["mail a@b.example", "mail a@b.example"],
	["@ts-ignore", "&#64;ts-ignore"],
	// Vitest would obey this one in here.
	["see \u0040vitest-environment jsdom", "see &#64;vitest-environment jsdom"],
	["//# sourceMappingURL=x.map", "//# sourceMappingURL&#61;x.map"],
	["eslint-disable no-x", "eslint&#45;disable no-x"],
	["/* c8 ignore next */", "/* c8&#32;ignore next *\\/"],
	["a\u2028b\u0085c\vd", "a b c d"],
	["a\u202eb\0", "a<U+202E>b<U+0000>"],
	["{@link javascript:evil()}", "{\\@link javascript:evil()}"],
	["[x](javascript:evil())", "[x]\\(javascript:evil())"],
	["[x](java&#115;cript:evil())", "[x]\\(java&#115;cript:evil())"],
	["[x]: <data:text/html,x>", "[x]\\: \\<data:text/html,x>"],
	["[x](https://hives.example) [y](hives.md#a)", undefined],
	[
		"<img src=x> <https://hives.example>",
		"\\<img src=x> <https://hives.example>",
	],
	["`<hive_id>` and <hive_id>", "`<hive_id>` and \\<hive_id>"],
	["one\r\n\r\n  two  \n", "one\n\n  two"],
])("%j is written %j", (text, written) => {
	expect(docComment({ paragraphs: [text] })).toBe(written ?? text);
});

test("nothing to say is no comment", () => {
	expect(docComment({ paragraphs: ["", undefined, " \n"] })).toBeUndefined();
});

const harmless = { paragraphs: ["text"], tags: [] };

/** The comment on declarations, as ts-morph prints it. */
function commented(parts: Parameters<typeof docComment>[0]): string {
	const docs = docComment(parts) ?? docComment(harmless);
	return print({
		banner: code``,
		imports: [],
		declarations: [
			{
				kind: "interface",
				name: code`Hive`,
				docs,
				properties: [
					{ key: code`id`, type: code`string`, optional: true, docs },
				],
				index: code`unknown`,
			},
			{ kind: "type", name: code`Bee`, docs, type: code`string` },
		],
	});
}
