import type { TableCell } from "mdast";
import { plainText } from "../markdown/block.ts";

/** A cell of a table: its text without marks, as Markdown, and where its first link leads. */
export interface Cell {
	readonly text: string;
	readonly markdown: string;
	readonly link?: { readonly text: string; readonly url: string };
}

/** Reads a cell; `source` is the document's text. */
export function readCell(cell: TableCell, source: string): Cell {
	const text = plainText(cell).replace(/<br\s*\/?>/gi, " ");
	const [first] = cell.children;
	const start = first?.position?.start.offset;
	const end = cell.children.at(-1)?.position?.end.offset;
	const markdown =
		start === undefined || end === undefined ? "" : source.slice(start, end);
	const linked = cell.children.find((node) => node.type === "link");
	if (linked === undefined) return { text, markdown };
	return { text, markdown, link: { text: plainText(linked), url: linked.url } };
}
