import type { Severity } from "../../diagnostics/diagnostic.ts";
import { bases, type Subject } from "../data.ts";
import { grouped } from "./chart.ts";
import { link } from "./dom.ts";
import { type Filter, matches } from "./filter.ts";
import { placeText } from "./places.ts";
import { lineRoute } from "./route.ts";
import type { Store } from "./store.ts";
import { table } from "./table.ts";

/** Every operation, shape and what is known of the API, with how much of it is known how. */
export function subjectsView(store: Store, filter: Filter): HTMLElement {
	const { documents, diagnostics } = store.summary;
	const said = new Map<string, Set<Severity>>();
	for (const { severity, place } of diagnostics) {
		const key = place.slice(0, 2).join(":");
		said.set(key, (said.get(key) ?? new Set()).add(severity));
	}
	const items = store.subjects().flatMap((subject, at) => {
		const origins = subject.rows.flatMap(({ origins }) => origins);
		const counts = bases.map(
			(_, index) => origins.filter(([, , , basis]) => basis === index).length,
		);
		const found = origins.flatMap(([document, from]) => [
			...(said.get(`${document}:${from}`) ?? []),
		]);
		const fits = matches(
			filter,
			{
				texts: [subject.title, subject.name, subject.summary],
				documents: origins.map(([document]) => document),
				bases: bases.filter((_, index) => (counts[index] ?? 0) > 0),
				severities: found,
			},
			documents,
		);
		return fits ? [{ subject, at, counts }] : [];
	});
	return table({
		caption: "Operations and shapes",
		items,
		columns: [
			{
				title: "Operation",
				heads: true,
				by: ({ subject }) => subject.title,
				cell: ({ subject, at }) => subjectLink(subject, at),
			},
			{
				title: "Name",
				by: ({ subject }) => subject.name ?? subject.kind,
				cell: ({ subject }) => subject.name ?? subject.kind,
			},
			{
				title: "Place",
				by: ({ subject }) => placeText(subject.rows[0]?.origins[0], documents),
				cell: ({ subject }) =>
					placeText(subject.rows[0]?.origins[0], documents),
			},
			...bases.map((basis, index) => ({
				title: basis.charAt(0).toUpperCase() + basis.slice(1),
				by: ({ counts }: (typeof items)[number]) => counts[index] ?? 0,
				cell: ({ counts }: (typeof items)[number]) =>
					grouped(counts[index] ?? 0),
			})),
		],
	});
}

function subjectLink(subject: Subject, at: number): Node | string {
	const origin = subject.rows[0]?.origins[0];
	return origin === undefined
		? subject.title
		: link(lineRoute(origin[0], origin[1], at), subject.title);
}
