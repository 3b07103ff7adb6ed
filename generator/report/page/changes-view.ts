import type { Excerpt, ReportChange } from "../data.ts";
import { badge } from "./badge.ts";
import { grouped } from "./chart.ts";
import { element, link } from "./dom.ts";
import { type Filter, matches } from "./filter.ts";
import { lineRoute } from "./route.ts";
import type { Store } from "./store.ts";

/** What changed, breaking changes first, the docs before and after side by side. */
export function changesView({ summary }: Store, filter: Filter): HTMLElement {
	const { documents, changes } = summary;
	if (changes === undefined)
		return element("p", {}, "Nothing was compared: see --compare.");
	const at = new Map(documents.map(({ file }, index) => [file, index]));
	const found = changes.changes.filter(({ message, rule, impact, places }) =>
		matches(
			filter,
			{
				texts: [message, rule, impact],
				documents: places.flatMap(({ before, after }) =>
					[before, after].map((one) => at.get(one?.file ?? "") ?? -1),
				),
			},
			documents,
		),
	);
	const list = element("ol", { class: "changes" });
	const more = element(
		"button",
		{ type: "button", class: "more" },
		"Show more",
	);
	let shown = 0;
	const show = (count: number) => {
		const items = found.slice(shown, shown + count);
		list.append(...items.map((change) => changeItem(change, at)));
		shown += items.length;
		more.hidden = shown === found.length;
	};
	more.addEventListener("click", () => show(step));
	list.addEventListener("printall", () => show(found.length));
	show(step);
	return element(
		"section",
		{ "aria-label": "Changes" },
		element(
			"p",
			{},
			`${grouped(found.length)} changes from ${changes.before} to ${changes.after}`,
		),
		list,
		more,
	);
}

/** So many changes are shown at a time. */
const step = 50;

function changeItem(
	{ impact, rule, message, before, after, operations, places }: ReportChange,
	documents: ReadonlyMap<string, number>,
): HTMLElement {
	return element(
		"li",
		{ class: "change" },
		element("h3", {}, badge(impact), ` ${message} `, element("code", {}, rule)),
		before === undefined && after === undefined
			? undefined
			: element(
					"p",
					{},
					before === undefined ? undefined : ["Before: ", code("del", before)],
					before !== undefined && after !== undefined ? " " : undefined,
					after === undefined ? undefined : ["After: ", code("ins", after)],
				),
		operations.length > 1
			? element(
					"p",
					{},
					`Touches ${operations.slice(0, 12).join(", ")}${rest(operations.length - 12)}`,
				)
			: undefined,
		places.map((place) =>
			element(
				"div",
				{ class: "sides" },
				side("Before", place.before, undefined),
				side("After", place.after, documents),
			),
		),
	);
}

function rest(count: number): string {
	return count > 0 ? ` and ${count} more` : "";
}

function code(tag: "del" | "ins", text: string): HTMLElement {
	return element(tag, {}, element("code", {}, text));
}

function side(
	title: string,
	excerpt: Excerpt | undefined,
	documents: ReadonlyMap<string, number> | undefined,
): HTMLElement {
	if (excerpt === undefined)
		return element("div", { class: "side" }, `${title}: not there`);
	const { file, from, to, start, lines } = excerpt;
	const place = `${file}:${from}`;
	const document = documents?.get(file);
	const lead = to < from ? `${title}: not there, at ` : `${title}: `;
	const label = lead + place;
	return element(
		"figure",
		{ class: "side" },
		element(
			"figcaption",
			{},
			lead,
			document === undefined ? place : link(lineRoute(document, from), place),
		),
		lines.length === 0
			? undefined
			: element(
					"pre",
					{ tabindex: 0, role: "region", "aria-label": label },
					lines.map((line, index) => {
						const number = start + index;
						const meant = from <= number && number <= to;
						const mark = documents === undefined ? "is-before" : "is-after";
						return element(
							"span",
							{ class: meant ? `excerpt ${mark}` : "excerpt" },
							`${String(number).padStart(5)} ${line}\n`,
						);
					}),
				),
	);
}
