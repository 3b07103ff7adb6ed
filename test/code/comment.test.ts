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

test.each([
	...[
		"@ts-check",
		"@jsx h",
		"@jsxImportSource x",
		"\u0040vitest-environment x",
	],
	...[
		"\u0040jest-environment x",
		"@vite-ignore",
		"@flow",
		"@license",
		"@preserve",
	],
	...["@cc_on", "@internal", "@__PURE__", "#__PURE__", "sourceURL=x"],
	...["sourceMappingURL=x", "eslint-enable", "eslint-env x", "ESLint-Disable"],
	...[
		"biome-ignore x",
		"prettier-ignore",
		"oxlint-disable",
		"deno-lint-ignore",
	],
	...["deno-fmt-ignore", "istanbul ignore next", "c8 ignore next"],
	...["v8 ignore next", "node:coverage disable", "node:coverage enable"],
])("%s is an order to nobody, and reads the same", (order) => {
	const text = `x ${order} y`;
	const made = docComment({ paragraphs: [text] }) ?? "";
	expect(made).not.toContain(order);
	expect(
		made.replace(/&#(\d+);/g, (_, unit) => String.fromCharCode(Number(unit))),
	).toBe(text);
});

test.each([
	...["c8 on ignored", "v8 engine", "source=x", "prettier-plugin", "#_a"],
	...["a biome - ignore", "mail@tsx.example", "eslint-plugin"],
])("%s is no order", (text) => {
	expect(docComment({ paragraphs: [text] })).toBe(text);
});

test("all that a comment says stands in it, in order", () => {
	expect(
		docComment({
			link: code`Hives.get`,
			paragraphs: ["a", undefined, "", "b\n\nc"],
			tags: [
				{ tag: "param", name: code`id`, text: "d\n\n\ne" },
				{ tag: "param", name: code`to`, text: "" },
				{ tag: "deprecated", text: "" },
			],
		}),
	).toBe(
		"{@link Hives.get}\n\na\n\nb\n\nc\n\n@param id - d\n  e\n@param to -\n@deprecated",
	);
	expect(
		docComment({ paragraphs: [], tags: [{ tag: "deprecated", text: "f" }] }),
	).toBe("@deprecated f");
	expect(bannerComment(["a */", "", "@b"])).toBe(
		"/*\n * a *\\/\n *\n * \\@b\n */",
	);
});

test.each([
	["``a <b> ` <c>`` <d>", "``a <b> ` <c>`` \\<d>"],
	["`a <b>", "`a \\<b>"],
	["`a` <b> `<c>` <d>", "`a` \\<b> `<c>` \\<d>"],
	["`` ` <a> `` `<b>", "`` ` <a> `` `\\<b>"],
	["\\<a> \\\\<b> \\\\\\<c>", "\\<a> \\\\\\<b> \\\\\\<c>"],
	["</a> <!b <?c <1 < d", "\\</a> \\<!b \\<?c <1 < d"],
	["<mailto:a@b.example>", "<mailto:a@b.example>"],
	["<https://a b>", "\\<https://a b>"],
	["[a](HTTP://b.example) [c](mailto:d@e.example)", undefined],
	["[a](./b?c=d) [d](#e) [f]: g/h", undefined],
	["[a](<javascript:b>)", "[a]\\(\\<javascript:b>)"],
	["[a]( data:b) [c](x&colon;y)", "[a]\\( data:b) [c]\\(x&colon;y)"],
	["[a](\\javascript)", "[a]\\(\\javascript)"],
	["[a](vbscript:b)", "[a]\\(vbscript:b)"],
	["`[a](javascript:b)`", undefined],
])("markup of %j is out of force in %j", (text, written) => {
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
