import { bases, type DocumentSummary } from "../data.ts";
import { bar, grouped } from "./chart.ts";
import { element, link } from "./dom.ts";
import { type Filter, matches } from "./filter.ts";
import { kindParts } from "./line-parts.ts";
import { severities } from "./severities.ts";
import type { Store } from "./store.ts";
import { table } from "./table.ts";

/** Every document with what became of it; words are looked for in all of its text. */
export function documentsView(store: Store, filter: Filter): HTMLElement {
	const { documents } = store.summary;
	const items = documents
		.map((document, at) => ({ ...document, at }))
		.filter(({ at, ...document }) =>
			matches(
				filter,
				{
					texts: [
						document.file,
						filter.text === "" ? undefined : store.document(at)?.text,
					],
					documents: [at],
					bases: bases.filter((basis) => document[basis] > 0),
					severities: severities.filter((one) => document.diagnostics[one] > 0),
				},
				documents,
			),
		);
	type Item = (typeof items)[number];
	const number = (title: string, by: (item: Item) => number) => ({
		title,
		by,
		cell: (item: Item) => grouped(by(item)),
	});
	return table({
		caption: "Documents",
		items,
		columns: [
			{
				title: "Document",
				heads: true,
				by: ({ file }) => file,
				cell: ({ file, at }) => link(`#/document/${at}`, file),
			},
			{
				title: "Lines",
				by: linesIn,
				cell: (document) =>
					element(
						"span",
						{ class: "counted" },
						grouped(linesIn(document)),
						bar(kindParts(document.lines), {
							label: "Lines",
							width: 100,
							height: 10,
						}),
					),
			},
			number("Operations", ({ operations }) => operations),
			number("Stated", ({ stated }) => stated),
			number("Inferred", ({ inferred }) => inferred),
			number("Assumed", ({ assumed }) => assumed),
			number("Unread blocks", ({ unread }) => unread),
			number("Errors", ({ diagnostics }) => diagnostics.error),
			number("Warnings", ({ diagnostics }) => diagnostics.warning),
			number("Notes", ({ diagnostics }) => diagnostics.info),
			{
				title: "Dialects",
				by: ({ dialects }) => dialects.join(", "),
				cell: ({ dialects }) => dialects.join(", "),
			},
		],
	});
}

function linesIn({ lines }: DocumentSummary): number {
	return Object.values(lines).reduce((sum, count) => sum + count, 0);
}
