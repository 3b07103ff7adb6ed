import type { Element, ElementContent } from "hast";
import { inlineOf } from "./html-text.ts";

/** A row of a table within a cell, as one of the table around it. */
export interface NestedRow {
	readonly row: Element;
	readonly texts: readonly string[];
}

/**
 * The rows of the tables within the cells of a row: they follow it with a mark of nesting, in the columns of the same
 * names, or in the same order where they have no head.
 */
export function nestedRows(
	cells: readonly Element[],
	heads: readonly Element[],
	depth = 1,
): readonly NestedRow[] {
	const inner = cells.flatMap(({ children }) => children.filter(isTable));
	return inner.flatMap((table) => {
		const all = rowsOf(table);
		const own = all[0] === undefined ? [] : cellsOf(all[0]);
		const titled = own.some(({ tagName }) => tagName === "th");
		const columns = titled ? columnsOf(own, heads) : own.map((_, at) => at);
		return (titled ? all.slice(1) : all).flatMap((row) => {
			const inside = cellsOf(row);
			const texts = Array<string>(heads.length).fill("");
			for (const [index, cell] of inside.entries()) {
				const at = columns[index] ?? index;
				const mark = at === 0 ? `${"»".repeat(depth)} ` : "";
				if (at < texts.length) texts[at] = `${mark}${cellText(cell)}`;
			}
			return [{ row, texts }, ...nestedRows(inside, heads, depth + 1)];
		});
	});
}

function columnsOf(
	own: readonly Element[],
	heads: readonly Element[],
): readonly number[] {
	const names = heads.map(cellText);
	return own.map((cell, index) => {
		const same = names.indexOf(cellText(cell));
		return same < 0 ? index : same;
	});
}

/** What stands in a cell, without a table in it. */
export function cellText({ children }: Element): string {
	const words = children.filter((child) => !isTable(child));
	return inlineOf(words).replace(/\|/g, "\\|");
}

function isTable(node: ElementContent): node is Element {
	return node.type === "element" && node.tagName === "table";
}

/** The rows of a table, those of its head and foot too. */
export function rowsOf(node: Element): readonly Element[] {
	return node.children.flatMap((child): readonly Element[] => {
		if (child.type !== "element") return [];
		if (child.tagName === "tr") return [child];
		return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
	});
}

/** The cells of a row, heads or not. */
export function cellsOf(row: Element): readonly Element[] {
	return row.children.flatMap((child) =>
		child.type === "element" && /^t[hd]$/.test(child.tagName) ? [child] : [],
	);
}
