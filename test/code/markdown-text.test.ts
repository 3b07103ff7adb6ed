import fc from "fast-check";
import { expect, test } from "vitest";
import { code } from "../../generator/code/code.ts";
import {
	markdownCode,
	markdownFence,
	markdownText,
} from "../../generator/code/markdown-text.ts";
import { hostile } from "./hostile.ts";
import { parseMarkdown, textOfMarkdown } from "./markdown.ts";

test("text reads as it is written and marks nothing up", () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const escaped = markdownText(text);
			expect(escaped).not.toContain("\n");
			expect(parseMarkdown(escaped).kinds.filter(isMarkup)).toEqual([]);
		}),
	);
	expect(textOfMarkdown(markdownText("1. *a* <b> [c](d) `e` | & f"))).toBe(
		"1. *a* <b> [c](d) `e` | & f",
	);
});

test("a code span is one code span", () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const { kinds } = parseMarkdown(`x ${markdownCode(text)} x`);
			expect(kinds).toEqual([
				"root",
				"paragraph",
				"text",
				"inlineCode",
				"text",
			]);
		}),
	);
});

test("a fence is longer than what is in it", () => {
	const fence = markdownFence("ts", code`a\n\`\`\`\`\nb`);
	expect(parseMarkdown(fence).kinds).toEqual(["root", "code"]);
});

function isMarkup(kind: string): boolean {
	return !["root", "paragraph", "text"].includes(kind);
}
