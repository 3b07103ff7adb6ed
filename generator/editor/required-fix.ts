import type { TextEdit } from "vscode-languageserver";
import type { FactAt } from "./fact-index.ts";
import { cellsOf, headOf } from "./table-row.ts";

/** Marks a field as required where the docs do not say whether it is: in the column for that, or behind its type. */
export function requiredFix(
	{ row, origin }: FactAt,
	lines: readonly string[],
): TextEdit | undefined {
	if (row.name === undefined || row.required !== undefined) return undefined;
	if (origin.basis !== "stated") return undefined;
	const at = origin.span.start.line - 1;
	const line = lines[at] ?? "";
	const head = headOf(lines, at);
	if (head !== undefined && head !== at) return inTable(lines, head, at);
	const typed = /^\s*[-*+]\s+.*?\(([^()]*)\)/.exec(line);
	if (typed?.[1] !== undefined)
		return insert(
			at,
			typed[0].length - 1,
			typed[1] === "" ? "required" : ", required",
		);
	const named = /^\s*[-*+]\s+(?:`[^`]+`|\*\*[^*]+\*\*)/.exec(line);
	return named === null
		? undefined
		: insert(at, named[0].length, " (required)");
}

function inTable(
	lines: readonly string[],
	head: number,
	at: number,
): TextEdit | undefined {
	const titles = cellsOf(lines[head] ?? "");
	const cells = cellsOf(lines[at] ?? "");
	const own =
		cells[titles.findIndex(({ text }) => /required|mandatory/i.test(text))];
	if (own !== undefined)
		return {
			range: {
				start: { line: at, character: own.start },
				end: { line: at, character: own.end },
			},
			newText: " yes ",
		};
	const type = cells[titles.findIndex(({ text }) => /type/i.test(text))];
	if (type === undefined || type.text === "") return undefined;
	const text = (lines[at] ?? "").slice(type.start, type.end);
	return insert(at, type.start + text.trimEnd().length, ", required");
}

function insert(line: number, character: number, newText: string): TextEdit {
	const start = { line, character };
	return { range: { start, end: start }, newText };
}
