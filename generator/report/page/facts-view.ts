import { bases, type Row, type RowOrigin, type Subject } from "../data.ts";
import { badge } from "./badge.ts";
import { link } from "./dom.ts";
import { type Filter, matches } from "./filter.ts";
import { placeText } from "./places.ts";
import { lineRoute } from "./route.ts";
import type { Store } from "./store.ts";
import { table } from "./table.ts";

/** Every fact, once for each place that it leads to. */
export function factsView(store: Store, filter: Filter): HTMLElement {
	const { documents } = store.summary;
	const items: {
		readonly subject: Subject;
		readonly at: number;
		readonly row: Row;
		readonly rowAt: number;
		readonly origin: RowOrigin;
	}[] = [];
	for (const [at, subject] of store.subjects().entries())
		for (const [rowAt, row] of subject.rows.entries())
			for (const origin of row.origins) {
				const basis = bases[origin[3]];
				const fits = matches(
					filter,
					{
						texts: [subject.title, row.label, row.type, row.text],
						documents: [origin[0]],
						bases: basis === undefined ? [] : [basis],
					},
					documents,
				);
				if (fits) items.push({ subject, at, row, rowAt, origin });
			}
	return table({
		caption: "Facts",
		items,
		columns: [
			{
				title: "Fact",
				heads: true,
				by: ({ row }) => row.label,
				cell: ({ row, origin, at, rowAt }) =>
					link(lineRoute(origin[0], origin[1], at, rowAt), row.label),
			},
			{
				title: "Type",
				by: ({ row }) => row.type ?? "",
				cell: ({ row }) => row.type ?? "",
			},
			{
				title: "Of",
				by: ({ subject }) => subject.title,
				cell: ({ subject }) => subject.title,
			},
			{
				title: "Basis",
				by: ({ origin }) => bases[origin[3]] ?? "",
				cell: ({ origin }) => badge(bases[origin[3]] ?? ""),
			},
			{
				title: "Says",
				by: ({ origin }) => origin[4]?.join(", ") ?? "all of it",
				cell: ({ origin }) => origin[4]?.join(", ") ?? "all of it",
			},
			{
				title: "Place",
				by: ({ origin }) => placeText(origin, documents),
				cell: ({ origin }) => placeText(origin, documents),
			},
		],
	});
}
