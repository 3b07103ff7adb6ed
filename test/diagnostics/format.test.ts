import { expect, test } from "vitest";
import { codeFrames } from "../../generator/diagnostics/code-frame.ts";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import {
	formatDiagnostic,
	type Palette,
} from "../../generator/diagnostics/format.ts";
import { sortDiagnostics } from "../../generator/diagnostics/sort.ts";
import { toVFileMessage } from "../../generator/diagnostics/vfile.ts";
import {
	visibleLine,
	visibleText,
} from "../../generator/diagnostics/visible.ts";
import { openSource, spanBetween } from "../../generator/text/source.ts";

const file = "docs/hives.md";

const plain: Palette = {
	error: String,
	warning: String,
	info: String,
	quiet: String,
	strong: String,
};

function spanOf(text: string, marked: string) {
	const start = text.indexOf(marked);
	return spanBetween(openSource({ file, text }), start, start + marked.length);
}

function frame(text: string, marked: string): string | undefined {
	return codeFrames(() => text)(spanOf(text, marked));
}

function diagnostic(part: Partial<Diagnostic> = {}): Diagnostic {
	return {
		code: "type/unknown",
		severity: "warning",
		message: "The type strnig is not known",
		help: "Write string",
		span: spanOf("a\nb strnig\n", "strnig"),
		...part,
	};
}

test("a diagnostic is one line with its place first, then other places and advice", () => {
	const related = [{ message: "first here", span: spanOf("x\ny", "x") }];
	const options = { palette: plain, pathOf: (name: string) => `../${name}` };
	expect(
		formatDiagnostic(diagnostic({ related }), { ...options, withHelp: true }),
	).toBe(`../docs/hives.md:2:3: warning type/unknown: The type strnig is not known
  ../docs/hives.md:1:1: first here
  help: Write string`);
	expect(
		formatDiagnostic(diagnostic(), { ...options, withHelp: false }),
	).not.toContain("help");
});

test("a file's name does not give a build server orders", () => {
	const options = {
		palette: plain,
		pathOf: () => "::error::x\n::y.md",
		withHelp: false,
	};
	expect(formatDiagnostic(diagnostic(), options)).toBe(
		"./::error::x\\x0a::y.md:2:3: warning type/unknown: The type strnig is not known",
	);
});

test("a frame marks the place between the lines around it", () => {
	expect(
		frame("one\ntwo\nthree\nfour four\nfive\nsix\nseven", "four four"),
	).toBe(
		`  2 | two
  3 | three
> 4 | four four
    | ^^^^^^^^^
  5 | five
  6 | six`,
	);
	expect(frame("a\r\n\tb c\r\n", "c")).toBe(`  1 | a
> 2 | 	b c
    | 	  ^
  3 |`);
});

test("a span of several lines is marked on its first", () => {
	expect(frame("a bcd\nef\ng", "cd\ne")).toBe(`> 1 | a bcd
    |    ^^
  2 | ef
  3 | g`);
});

test("a frame keeps its caret under what is spelt out", () => {
	expect(frame("\x1b[1m\u202ex y", "y")).toBe(`> 1 | \\x1b[1m\\u202ex y
    |                ^`);
});

test("a long line is cut to what is around the place", () => {
	const text = `${"a".repeat(50_000)} here ${"b".repeat(50_000)}`;
	const [line = "", carets = ""] = (frame(text, "here") ?? "").split("\n");
	expect(line.length).toBeLessThan(200);
	expect(line).toMatch(/^> 1 \| …a+ here b+…$/);
	expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe(
		"here",
	);
});

test("no frame without the text, or past its end", () => {
	expect(codeFrames(() => undefined)(spanOf("a", "a"))).toBeUndefined();
	expect(codeFrames(() => "a")(spanOf("a\nb", "b"))).toBeUndefined();
});

test("what a terminal would obey or hide is spelt out", () => {
	expect(
		visibleText("a\tb\nc\rd\0\x7f\x85\u200b\u2028\u{e0041}\ud800 é😀"),
	).toBe("a\tb\nc\\x0dd\\x00\\x7f\\x85\\u200b\\u2028\\u{e0041}\\ud800 é😀");
	expect(visibleLine("a\tb\nc")).toBe("a b\\x0ac");
});

test("diagnostics of several stages are one sorted list, each once", () => {
	const at = (name: string, start: number, code: string) =>
		diagnostic({
			code,
			span: {
				...spanBetween(openSource({ file: name, text: "abc" }), start, start),
			},
		});
	const twice = at("b.md", 0, "x");
	const sorted = sortDiagnostics(
		[at("b.md", 2, "a"), twice],
		[at("a.md", 2, "z"), at("b.md", 0, "x"), at("b.md", 0, "w")],
	);
	expect(
		sorted.map(({ span, code }) => `${span.file} ${span.start.offset} ${code}`),
	).toEqual(["a.md 2 z", "b.md 0 w", "b.md 0 x", "b.md 2 a"]);
});

test("a diagnostic is a message of the unified ecosystem", () => {
	const message = toVFileMessage(diagnostic());
	expect(message).toMatchObject({
		reason: "The type strnig is not known",
		line: 2,
		column: 3,
		place: { start: { line: 2, column: 3 }, end: { line: 2, column: 9 } },
		source: "docwright",
		ruleId: "type/unknown",
		file,
		note: "Write string",
		fatal: false,
	});
	expect(toVFileMessage(diagnostic({ severity: "error" })).fatal).toBe(true);
	expect(
		toVFileMessage(diagnostic({ severity: "info" })).fatal,
	).toBeUndefined();
});
