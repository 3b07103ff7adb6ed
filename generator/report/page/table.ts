import { grouped } from "./chart.ts";
import { element } from "./dom.ts";

/** A column of a table: how its cells look and what it is sorted by. */
export interface Column<Item> {
	readonly title: string;
	readonly cell: (item: Item) => Node | string;
	/** Numbers are sorted from the most, texts from A. */
	readonly by: (item: Item) => number | string;
	/** The column that says what a row is about. */
	readonly heads?: true;
}

export interface TableOptions<Item> {
	readonly caption: string;
	readonly columns: readonly Column<Item>[];
	readonly items: readonly Item[];
}

/** So many rows are made at a time. */
const step = 200;

/** A table that is sorted by the buttons in its head; rows are made as they are asked for. */
export function table<Item>({
	caption,
	columns,
	items,
}: TableOptions<Item>): HTMLElement {
	let sorted = items;
	let shown = 0;
	const body = element("tbody");
	const more = element("button", { type: "button", class: "more" });
	const heads = columns.map((column) => {
		const button = element("button", { type: "button" }, column.title);
		const head = element("th", { scope: "col", "aria-sort": "none" }, button);
		button.addEventListener("click", () => sortBy(column, head));
		return head;
	});
	const made = element(
		"div",
		{ class: "scroll", role: "region", "aria-label": caption, tabindex: 0 },
		element(
			"table",
			{},
			element("caption", {}, `${caption}: ${grouped(items.length)}`),
			element("thead", {}, element("tr", {}, heads)),
			body,
		),
		more,
	);
	more.addEventListener("click", () => {
		const from = shown;
		show(step);
		body.rows[from]?.querySelector("a")?.focus();
	});
	// Paper has no buttons.
	made.addEventListener("printall", () => show(items.length));
	show(step);
	return made;

	function sortBy(column: Column<Item>, head: HTMLElement): void {
		const was = head.getAttribute("aria-sort");
		for (const other of heads) other.setAttribute("aria-sort", "none");
		const numeric = items.some((item) => typeof column.by(item) === "number");
		const first = numeric ? "descending" : "ascending";
		const second = numeric ? "ascending" : "descending";
		const order = was === first ? second : first;
		head.setAttribute("aria-sort", order);
		const sign = order === "ascending" ? 1 : -1;
		sorted = [...items].sort(
			(a, b) => sign * compare(column.by(a), column.by(b)),
		);
		const again = Math.max(shown, step);
		shown = 0;
		body.replaceChildren();
		show(again);
	}

	function show(count: number): void {
		const rows = sorted.slice(shown, shown + count).map((item) =>
			element(
				"tr",
				{},
				columns.map(({ cell, heads }) =>
					element(
						heads ? "th" : "td",
						heads ? { scope: "row" } : {},
						cell(item),
					),
				),
			),
		);
		body.append(...rows);
		shown += rows.length;
		const left = items.length - shown;
		more.hidden = left === 0;
		more.textContent = `Show ${grouped(Math.min(step, left))} of ${grouped(left)} more`;
	}
}

function compare(a: number | string, b: number | string): number {
	if (typeof a === "number" && typeof b === "number") return a - b;
	return String(a).localeCompare(String(b), "en", { numeric: true });
}
