import Table from "cli-table3";
import { visibleLine } from "../diagnostics/visible.ts";

/**
 * Rows under headings, set in columns by white space alone, so that other programs can read it too. Where a row is too
 * wide for a terminal, every row has its first cell on a line of its own.
 */
export function printTable(
	head: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const columns = setColumns([head, ...rows]);
	if (columns.every((line) => line.length <= width)) return print(columns);
	const [title, ...titles] = head;
	const rest = setColumns([titles, ...rows.map(([, ...others]) => others)]);
	return print(
		[title, ...rows.map(([first]) => first)].flatMap((first, index) => [
			visibleLine(first ?? ""),
			`  ${rest[index]}`,
		]),
	);
}

/** The same, numbers set to the right; the last column is text of any length. */
export function printNumbers(
	head: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const aligns = head.map((_, index) =>
		index < head.length - 1 ? ("right" as const) : ("left" as const),
	);
	return print(setColumns([head, ...rows], aligns));
}

/** What a terminal shows in a line unless its owner made it wider. */
export const width = 80;

function print(lines: readonly string[]): string {
	return lines.map((line) => `${line}\n`).join("");
}

function setColumns(
	rows: readonly (readonly string[])[],
	colAligns: Table.HorizontalAlignment[] = [],
): readonly string[] {
	const table = new Table({
		chars: {
			top: "",
			"top-mid": "",
			"top-left": "",
			"top-right": "",
			bottom: "",
			"bottom-mid": "",
			"bottom-left": "",
			"bottom-right": "",
			left: "",
			"left-mid": "",
			mid: "",
			"mid-mid": "",
			right: "",
			"right-mid": "",
			middle: "  ",
		},
		colAligns,
		style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
	});
	for (const row of rows) table.push(row.map(visibleLine));
	const lines = table.toString().split("\n");
	return lines.map((line) => line.trimEnd());
}
