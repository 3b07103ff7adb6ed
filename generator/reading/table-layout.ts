import type { Table, TableCell, TableRow } from "mdast";
import { parseType } from "../notation/type.ts";
import { shapeOfWord } from "../notation/words.ts";
import { type Cell, readCell } from "./cell.ts";
import { type Column, columnsOf } from "./field-columns.ts";
import { isRequiredWord } from "./raw-field.ts";

/** What the columns of a table hold, and the rows that are not its head. */
export interface TableLayout {
	readonly columns: readonly (Column | undefined)[];
	readonly rows: readonly TableRow[];
}

/**
 * Finds the columns by the words over them: in the first row, in the second where the first is a title over all, and by
 * what stands in them where the words are unknown, or where there is no head at all.
 */
export function layoutOf(table: Table, source: string): TableLayout {
	const [head, ...rows] = table.children;
	if (head === undefined) return { columns: [], rows };
	const heads = textsOf(head, source);
	const columns = placed(columnsOf(heads), heads, rows, source);
	const [second, ...others] = rows;
	const title = textsOf(head, source).filter((text) => text !== "").length <= 1;
	if (title && second !== undefined) {
		const below = columnsOf(textsOf(second, source));
		if (isComplete(below)) return { columns: below, rows: others };
	}
	if (isComplete(columns)) return { columns, rows };
	// A first row of names and types is a row like the others: the table has no head.
	const every = [head, ...rows];
	const headless = guessed([], every, source);
	if (isComplete(headless) && rows.length > 0)
		return { columns: headless, rows: every };
	const filled = guessed(columns, rows, source);
	return { columns: filled, rows };
}

/** `| Type | Name | Schema |`: a column of types in which nothing but places stands says where fields go. */
function placed(
	columns: readonly (Column | undefined)[],
	heads: readonly string[],
	rows: readonly TableRow[],
	source: string,
): readonly (Column | undefined)[] {
	const at = columns.indexOf("type");
	const schema = heads.findIndex((text) => /^schema$/i.test(text));
	const places = rows.every((row) =>
		/^(?:path|query|header|cookie|body|form ?data)$/i.test(
			cellsOf(row, source)[at]?.text.trim() ?? "",
		),
	);
	if (at < 0 || rows.length === 0 || !places) return columns;
	return columns.map((column, index) =>
		index === at ? "in" : index === schema ? "type" : column,
	);
}

/** The cells of a row; a pipe within code does not end one. */
export function cellsOf(row: TableRow, source: string): readonly Cell[] {
	const cells: Cell[] = [];
	let open: TableCell[] = [];
	for (const cell of row.children) {
		open.push(cell);
		const written = open.map((one) => readCell(one, source).markdown);
		if ((written.join("|").match(/`/g) ?? []).length % 2 === 1) continue;
		cells.push(joined(open, source));
		open = [];
	}
	return open.length === 0
		? cells
		: [...cells, ...open.map((one) => readCell(one, source))];
}

function joined(parts: readonly TableCell[], source: string): Cell {
	const cells = parts.map((part) => readCell(part, source));
	const [first] = cells;
	if (first !== undefined && cells.length === 1) return first;
	const markdown = cells.map((cell) => cell.markdown).join(" | ");
	return { markdown, text: markdown.replace(/`/g, "") };
}

function isComplete(columns: readonly (Column | undefined)[]): boolean {
	return (
		columns.includes("name") &&
		columns.some((column) => column !== undefined && column !== "name")
	);
}

/** Columns that nothing over them names, by what is in them: names, types, yes and no, and the longest words. */
function guessed(
	known: readonly (Column | undefined)[],
	rows: readonly TableRow[],
	source: string,
): readonly (Column | undefined)[] {
	const [first] = rows;
	const table = rows.map((row) => cellsOf(row, source));
	const columns: (Column | undefined)[] =
		first?.children.map((_, index) => known[index]) ?? [];
	const fill = (column: Column, fits: (text: string) => boolean): void => {
		if (columns.includes(column)) return;
		const at = columns.findIndex((one, index) => {
			const texts = table.map((cells) => cells[index]?.text.trim() ?? "");
			const said = texts.filter((text) => text !== "");
			return (
				one === undefined &&
				said.length * 2 > texts.length &&
				said.every((text) => fits(text))
			);
		});
		if (at >= 0) columns[at] = column;
	};
	fill("type", isTypeWord);
	if (!columns.includes("type")) return known;
	fill("required", (text) => isRequiredWord(text) !== undefined);
	fill("name", (text) => /^[»>\s]*[A-Za-z_$][\w.$[\]-]*\*?$/.test(text));
	fill("description", (text) => /\s/.test(text));
	return columns;
}

function isTypeWord(text: string): boolean {
	const [word = ""] = /^[\p{L}\d_]+/u.exec(text) ?? [];
	// "none" in a table of what is supported is no type.
	if (/^(?:none|nil|null|void|any)$/i.test(word)) return false;
	return (
		shapeOfWord(word) !== undefined &&
		parseType(text, [
			{
				span: {
					file: "",
					start: { line: 1, column: 1, offset: 0 },
					end: { line: 1, column: 1, offset: 0 },
				},
				basis: "stated",
			},
		]) !== undefined
	);
}

function textsOf(row: TableRow, source: string): readonly string[] {
	return row.children.map((cell) => readCell(cell, source).text.trim());
}
