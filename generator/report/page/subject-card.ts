import { bases, type Row, type Subject } from "../data.ts";
import { badge } from "./badge.ts";
import { element, link, spoken } from "./dom.ts";
import { placeText } from "./places.ts";
import { lineRoute } from "./route.ts";
import type { Store } from "./store.ts";

/** What a card shows, and the document that it stands beside. */
export interface CardOptions {
	readonly store: Store;
	readonly subject: number;
	readonly document: number;
	/** The row that is meant. */
	readonly row?: number | undefined;
}

/** An operation or a shape as it stands in the model, each part with the lines that it is known from. */
export function subjectCard(options: CardOptions): HTMLElement {
	const { store, subject: at } = options;
	const subject = store.subjects()[at];
	if (subject === undefined) return element("div");
	const { title, summary, deprecated, signature, call, rows } = subject;
	return element(
		"div",
		{ class: "card" },
		element("h3", { id: "subject", tabindex: -1 }, title),
		summary === undefined ? undefined : element("p", {}, summary),
		deprecated === true ? element("p", {}, "Deprecated.") : undefined,
		signature === undefined ? undefined : listing("Signature", signature),
		call === undefined ? undefined : listing("Call", `await ${call};`),
		element(
			"ul",
			{ class: "rows", "aria-label": "Parts" },
			rowItems(rows, options),
		),
	);
}

function listing(title: string, text: string): HTMLElement {
	return element(
		"figure",
		{},
		element("figcaption", {}, title),
		element(
			"pre",
			{ tabindex: 0, "aria-label": title },
			element("code", {}, text),
		),
	);
}

function rowItems(
	rows: readonly Row[],
	options: CardOptions,
): readonly HTMLElement[] {
	const shapes = new Map(
		options.store
			.subjects()
			.flatMap(({ kind, title }, at) =>
				kind === "shape" ? [[title, at] as const] : [],
			),
	);
	return rows.map((row, at) => {
		const { depth, label, type, required, notes, text } = row;
		return element(
			"li",
			{
				class: `row depth-${Math.min(depth, 8)}`,
				"data-row": at,
				"aria-current": options.row === at ? "true" : undefined,
			},
			element("strong", {}, label),
			spoken(depth > 0 ? `, level ${depth + 1},` : ""),
			type === undefined ? undefined : [" ", typeCode(type, shapes, options)],
			required === undefined ? undefined : required ? " required" : " optional",
			notes === undefined ? undefined : `, ${notes}`,
			text === undefined ? undefined : element("p", {}, text),
			origins(row, at, options),
		);
	});
}

/** A type, the names of shapes in it linked to them. */
function typeCode(
	type: string,
	shapes: ReadonlyMap<string, number>,
	{ store, document }: CardOptions,
): HTMLElement {
	return element(
		"code",
		{},
		type.split(/([\w$]+)/).map((word) => {
			const shape = shapes.get(word);
			const origin =
				shape === undefined
					? undefined
					: originIn(store.subjects()[shape], document);
			return shape === undefined || origin === undefined
				? word
				: link(lineRoute(origin[0], origin[1], shape), word);
		}),
	);
}

function originIn(subject: Subject | undefined, document: number) {
	const all = subject?.rows[0]?.origins ?? [];
	return all.find((origin) => origin[0] === document) ?? all[0];
}

/** So many places are shown of each part at first. */
const few = 6;

function origins(
	{ origins }: Row,
	row: number,
	{ store, subject, document }: CardOptions,
): HTMLElement {
	const { documents } = store.summary;
	const items = origins.map((origin) => {
		const [at, from, to, basis, of] = origin;
		const place =
			at === document ? `line ${from}` : placeText(origin, documents);
		const lines = to > from ? `${place}–${to}` : place;
		return element(
			"li",
			{},
			badge(bases[basis] ?? ""),
			" ",
			link(lineRoute(at, from, subject, row), lines),
			of === undefined ? undefined : ` (${of.join(", ")})`,
		);
	});
	const list = element("ul", { class: "origins" }, items.slice(0, few));
	if (items.length > few) {
		const more = element(
			"button",
			{ type: "button" },
			`${items.length - few} more places`,
		);
		more.addEventListener("click", () => {
			list.replaceChildren(...items);
			items[few]?.querySelector("a")?.focus();
		});
		list.append(element("li", {}, more));
	}
	return list;
}
