import type { ReportDiagnostic } from "../data.ts";
import { badge } from "./badge.ts";
import { element } from "./dom.ts";
import { editorLink } from "./editor-link.ts";
import { type Filter, matches } from "./filter.ts";
import { placeColumn } from "./places.ts";
import { severities } from "./severities.ts";
import type { Store } from "./store.ts";
import { table } from "./table.ts";

/** Everything that is to be said about the docs. */
export function diagnosticsView(
	{ summary }: Store,
	filter: Filter,
): HTMLElement {
	const { documents, diagnostics, served } = summary;
	const items = diagnostics.filter(({ severity, code, message, place }) =>
		matches(
			filter,
			{
				texts: [code, message],
				severities: [severity],
				documents: [place[0]],
			},
			documents,
		),
	);
	return table<ReportDiagnostic>({
		caption: "Diagnostics",
		items,
		columns: [
			{
				title: "Severity",
				by: ({ severity }) => severities.indexOf(severity),
				cell: ({ severity }) => badge(severity),
			},
			{
				title: "What is wrong",
				heads: true,
				by: ({ message }) => message,
				cell: ({ message, help, place, column }) =>
					element(
						"span",
						{},
						message,
						element("span", { class: "help" }, help),
						editorLink(served, place, column),
					),
			},
			{ title: "Code", by: ({ code }) => code, cell: ({ code }) => code },
			placeColumn(documents),
		],
	});
}
