import type { TextEdit } from "vscode-languageserver";
import type { Operation, Parameter } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import { cellsOf, headOf, lastRowOf } from "./table-row.ts";

/** The path parameters of an operation that a document shows in the path and describes nowhere. */
export function undescribed(operation: Operation): readonly Parameter[] {
	return operation.parameters.filter(
		(one) =>
			one.in === "path" &&
			one.origins.some(
				({ basis, of }) => basis === "assumed" && of?.includes("type") === true,
			),
	);
}

/** A document as it is written. */
export interface Lines {
	readonly file: string;
	readonly lines: readonly string[];
	/** In order; none within another. */
	readonly blocks: readonly Span[];
}

/**
 * Adds the description of a path parameter: beside those of the others where the operation has a list or table of them in
 * this document, else as a part of its own behind the endpoint.
 */
export function parameterFix(
	name: string,
	operation: Operation,
	document: Lines,
): TextEdit | undefined {
	const { file, lines } = document;
	const described = operation.parameters
		.filter((one) => one.in === "path" && one.name !== name)
		.flatMap(({ origins }) => origins)
		.filter(({ span, basis, of }) => {
			const says = of === undefined || of.includes("type");
			return span.file === file && basis === "stated" && says;
		})
		.map(({ span }) => span.start.line - 1);
	for (const at of described.toReversed()) {
		const edit = rowBelow(name, lines, at) ?? bulletAbove(name, lines, at);
		if (edit !== undefined) return edit;
	}
	return partOf(name, operation, document);
}

/** A row as wide as the others, the name and a type where their titles are. */
function rowBelow(
	name: string,
	lines: readonly string[],
	at: number,
): TextEdit | undefined {
	const head = headOf(lines, at);
	if (head === undefined || head === at) return undefined;
	const cells = cellsOf(lines[head] ?? "").map(({ text }, index) => {
		if (index === 0) return `\`${name}\``;
		if (/type/i.test(text)) return "string";
		return /required|mandatory/i.test(text) ? "yes" : "";
	});
	const row = `| ${cells.join(" | ")} |`.replace(/ {2,}\|/g, " |");
	return insertBelow(lastRowOf(lines, at), row);
}

/** A bullet written as the first of its list is; in front of that, since it may go on for paragraphs. */
function bulletAbove(
	name: string,
	lines: readonly string[],
	at: number,
): TextEdit | undefined {
	const line = lines[at] ?? "";
	const [, mark, rest = ""] = /^(\s*[-*+]\s+)(.*)$/.exec(line) ?? [];
	if (mark === undefined) return undefined;
	const text = /^`[^`:]+:[^`]*`/.test(rest)
		? `\`${name}: string\``
		: /^\*\*/.test(rest)
			? `**${name}** (string)`
			: `\`${name}\` (string)`;
	const start = { line: at, character: 0 };
	// In a list with empty lines between its items, or within them, one follows this item, too.
	const isLoose =
		lines[at + 1]?.trim() === "" &&
		/^(?:\s+\S|[-*+]\s)/.test(lines[at + 2] ?? "");
	const blank = isLoose ? "\n" : "";
	return { range: { start, end: start }, newText: `${mark}${text}\n${blank}` };
}

/** A section with a table, one level below the heading of the operation, behind the block of the endpoint. */
function partOf(
	name: string,
	operation: Operation,
	{ file, lines, blocks }: Lines,
): TextEdit | undefined {
	const origin = operation.origins.find(({ span }) => span.file === file);
	if (origin === undefined) return undefined;
	const { start } = origin.span;
	const block = blocks.find(
		(one) => one.start.offset <= start.offset && start.offset < one.end.offset,
	);
	if (block === undefined) return undefined;
	let line = start.line - 1;
	while (line > 0 && !/^#{1,6}\s/.test(lines[line] ?? "")) line--;
	const level = /^#+/.exec(lines[line] ?? "")?.[0].length ?? 1;
	const marks = "#".repeat(Math.min(6, level + 1));
	const text = `\n${marks} Path parameters\n\n| Name | Type | Description |\n| --- | --- | --- |\n| \`${name}\` | string | |`;
	return insertBelow(block.end.line - 1, text);
}

function insertBelow(line: number, text: string): TextEdit {
	const start = { line: line + 1, character: 0 };
	return { range: { start, end: start }, newText: `${text}\n` };
}
