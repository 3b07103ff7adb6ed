import { expect, test } from "vitest";
import {
	markdownLimits,
	passedLimit,
} from "../../generator/markdown/limits.ts";
import { parseMarkdown } from "../../generator/markdown/parse.ts";
import { readDocs } from "../../generator/pipeline.ts";

const small = { lineLength: 40, nesting: 3, columns: 4, marks: 6 };

test.each([
	["> > > a", undefined],
	["x\n> > > > a", "nesting 4 at 2"],
	["- - - - a", "nesting 4 at 0"],
	["1. 2) * + a", "nesting 4 at 0"],
	["- a\n  - b\n    - c\n      - d", "nesting 4 at 18"],
	["- a\n- b\n- c\n- d", undefined],
	["- a\n  - b\n\ntext\n\n- c\n  - d\n    - e", undefined],
	["> - > - a", "nesting 4 at 0"],
	[`${"- ".repeat(15)}a`, "nesting 15 at 0"],
	["* * * * *", undefined],
	["- - - - -", undefined],
	["|a|b|c|d|", undefined],
	["|a|b|c|d|e|", "columns 5 at 0"],
	["a \\| b \\| c \\| d \\| e", undefined],
	["*a* _b_ [c] <d", undefined],
	["*a* _b_ [c] <d> [e", "marks 7 at 0"],
	["*a* *b*\n\n*c* *d*", undefined],
	["a_b_c_d_e_f_g_h", undefined],
	["***a*** ***b***", undefined],
	["\\*a \\*b \\*c \\*d \\*e \\*f \\*g", undefined],
	["x".repeat(41), "lineLength 41 at 0"],
	["```\n[[[[[[[[\n> > > > a\n|||||||||\n```", undefined],
	["```\n[[[[[[[[\n```\n\n> > > > a", "nesting 4 at 18"],
	[`\`\`\`\n${"x".repeat(41)}\n\`\`\``, "lineLength 41 at 4"],
])("%j: %s", (text, expected) => {
	const passed = passedLimit(text, small);
	const told = passed && `${passed.limit} ${passed.found} at ${passed.offset}`;
	expect(told).toBe(expected);
});

test("docs that pass a limit are an error with a place, unless it is raised", () => {
	const text = `# Hives\n\n**GET** \`/hives\`\n\n${"> ".repeat(101)}a\n`;
	const read = (limits: { nesting?: number | undefined }) =>
		readDocs([{ file: "a.md", text }], { limits }).diagnostics.map(
			({ code, span, message }) => `${span.start.line} ${code} ${message}`,
		);
	expect(read({ nesting: undefined })).toEqual([
		"5 docs/limit Too many quotes and lists within each other: 101 or more, and the limit is 100",
	]);
	expect(read({ nesting: 101 }).join()).not.toContain("docs/limit");
});

test("what only looks like a fence hides nothing from the parser's limits", () => {
	const hidden = "*a _b ".repeat(markdownLimits.marks);
	const text = `<pre>\n\`\`\`\n</pre>\n\n${hidden}\n\n\`\`\`\n`;
	expect(passedLimit(text, markdownLimits)).toBeUndefined();
	expect(parseMarkdown(text).children.map(({ type }) => type)).toEqual([
		"code",
	]);
});
