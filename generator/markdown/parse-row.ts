import type { Root, RootContent, Table, TableRow } from "mdast";
import { endOf, lineOf, move, moved, startOf } from "./move-nodes.ts";
import { parseMarkdown } from "./parse.ts";

/** A change of a text: a stretch of what was there, and by how much what is behind it moved. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly by: number;
}

/** Blocks that stand for others, from the `first` to the `next` one; what is behind them moved by so many lines. */
export interface Replaced {
	readonly first: number;
	readonly next: number;
	readonly nodes: readonly RootContent[];
	readonly lines: number;
	/** Where the text ends, if no block is left behind them. */
	readonly end?: NonNullable<Root["position"]>["end"];
}

/**
 * Parses the one row of a table that changed, below the head of the table. Rows are told one by one, so that the others
 * stay what they are as long as it is one.
 */
export function parseRow(
	before: { readonly text: string; readonly tree: Root },
	text: string,
	{ start, end, by }: Edit,
): Replaced | undefined {
	const { children } = before.tree;
	const first = children.findIndex((node) => endOf(node) >= end);
	const table = children[first];
	if (table?.type !== "table" || table.position?.start.column !== 1)
		return undefined;
	const at = table.children.findIndex((row) => endOf(row) >= end);
	const row = table.children[at];
	const body = table.children[1];
	if (at < 1 || row === undefined || body === undefined) return undefined;
	const from = startOf(row);
	const isRow =
		from < start &&
		row.position?.start.column === 1 &&
		body.position?.start.column === 1 &&
		!/[\r\n]/.test(text.slice(start, end + by));
	if (!isRow) return undefined;
	const head = text.slice(startOf(table), startOf(body));
	const line = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? "";
	const [small] = parseMarkdown(head + line).children;
	if (small?.type !== "table") return undefined;
	const made = small.children[1];
	if (made === undefined) return undefined;
	move(made, lineOf(row) - lineOf(made), from - head.length);
	const nodes = [withRow(table, at, made, by)];
	return { first, next: first + 1, nodes, lines: 0 };
}

function withRow(table: Table, at: number, row: TableRow, by: number): Table {
	const rest = table.children.slice(at + 1).map((one) => moved(one, 0, by));
	const { position } = table;
	const end = (rest.at(-1) ?? row).position?.end;
	return {
		...table,
		children: [...table.children.slice(0, at), row, ...rest],
		...(position && end && { position: { start: position.start, end } }),
	};
}
