import fc from "fast-check";
import { expect, test } from "vitest";
import {
	formatWorkflowCommand,
	workflowCommand,
} from "../../generator/diagnostics/workflow-command.ts";
import { openSource, spanBetween } from "../../generator/text/source.ts";
import { parseWorkflowCommand } from "./parse-workflow-command.ts";

const pathOf = (file: string) => file;

function spanOf(text: string, marked: string, file = "docs/hives.md") {
	const start = text.indexOf(marked);
	return spanBetween(openSource({ file, text }), start, start + marked.length);
}

const diagnostic = {
	code: "type/unknown",
	severity: "warning",
	message: "The type strnig is not known",
	help: "Write string",
} as const;

test("a diagnostic is an annotation at its place, with the others and advice below", () => {
	const span = spanOf("a\nb strnig\n", "strnig");
	const related = [{ message: "first here", span: spanOf("x\ny", "y") }];
	expect(
		formatWorkflowCommand({ ...diagnostic, span, related }, { pathOf }),
	).toBe(
		"::warning file=docs/hives.md,line=2,endLine=2,col=3,endColumn=8,title=type/unknown::" +
			"The type strnig is not known%0Adocs/hives.md:2:1: first here%0Ahelp: Write string",
	);
});

test.each([
	["error", "error"],
	["warning", "warning"],
	["info", "notice"],
] as const)("%s is the command %s", (severity, name) => {
	const span = spanOf("a", "a");
	const line = formatWorkflowCommand(
		{ ...diagnostic, severity, span },
		{ pathOf },
	);
	expect(parseWorkflowCommand(line)?.name).toBe(name);
});

test("a place that spans lines has no columns, which the runner would not take", () => {
	const span = spanOf("a\nbc\nd", "bc\nd");
	const line = formatWorkflowCommand({ ...diagnostic, span }, { pathOf });
	expect(parseWorkflowCommand(line)?.properties).toEqual({
		file: "docs/hives.md",
		line: "2",
		endLine: "3",
		title: "type/unknown",
	});
});

test("an empty place is one column wide", () => {
	const span = spanOf("abc", "");
	const line = formatWorkflowCommand({ ...diagnostic, span }, { pathOf });
	expect(line).toContain("col=1,endColumn=1,");
});

test("whatever text a command holds, it is one line that gives the same text back", () => {
	const hostile = fc.string({
		unit: fc.constantFrom("%", "\r", "\n", ":", ",", "=", "25", "3A", "a", " "),
	});
	fc.assert(
		fc.property(hostile, hostile, hostile, (file, title, data) => {
			const line = workflowCommand("error", { file, title }, data);
			expect(line).not.toMatch(/[\r\n]/);
			expect(parseWorkflowCommand(line)).toEqual({
				name: "error",
				properties: { file, title },
				data,
			});
		}),
	);
});

test("text of the docs begins no command of its own and hides nothing", () => {
	const span = spanOf("a", "a", "a,line=9::x\n::error::\x1b[2K.md");
	const message = "50%\n::stop-commands::x\r\x1b]0;t\x07";
	const line = formatWorkflowCommand(
		{ ...diagnostic, message, span },
		{ pathOf },
	);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
	expect(line).not.toMatch(/[\x00-\x1f]/);
	expect(parseWorkflowCommand(line)).toMatchObject({
		properties: { file: "a,line=9::x\\x0a::error::\\x1b[2K.md", line: "1" },
		data: "50%\\x0a::stop-commands::x\\x0d\\x1b]0;t\\x07\nhelp: Write string",
	});
});
