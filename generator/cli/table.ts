import Table from "cli-table3";
import { visibleLine } from "../diagnostics/visible.ts";

/** Rows under headings, set in columns by white space alone, so that other programs can read it too. */
export function printTable(
	head: readonly string[],
	rows: readonly (readonly string[])[],
): string {
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
		style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
	});
	for (const row of [head, ...rows]) table.push(row.map(visibleLine));
	const lines = table.toString().split("\n");
	return lines.map((line) => `${line.trimEnd()}\n`).join("");
}
