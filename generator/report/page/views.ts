import type { Severity } from "../../diagnostics/diagnostic.ts";
import {
	bases,
	type DocumentSummary,
	type ReportDiagnostic,
	type Row,
	type RowOrigin,
	type Subject,
	type UnreadBlock,
} from "../data.ts";
import { badge } from "./badge.ts";
import { bar } from "./chart.ts";
import { element, link } from "./dom.ts";
import { type Filter, matches } from "./filter.ts";
import { kindParts } from "./line-parts.ts";
import { lineRoute } from "./route.ts";
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
		cell: (item: Item) => String(by(item)),
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
						String(linesIn(document)),
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

const severities: readonly Severity[] = ["error", "warning", "info"];

function linesIn({ lines }: DocumentSummary): number {
	return Object.values(lines).reduce((sum, count) => sum + count, 0);
}

/** Every operation, shape and what is known of the API, with how much of it is known how. */
export function operationsView(store: Store, filter: Filter): HTMLElement {
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
					String(counts[index] ?? 0),
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

/** Everything that is to be said about the docs. */
export function diagnosticsView(
	{ summary }: Store,
	filter: Filter,
): HTMLElement {
	const { documents, diagnostics } = summary;
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
				cell: ({ message, help }) =>
					element(
						"span",
						{},
						message,
						element("span", { class: "help" }, help),
					),
			},
			{ title: "Code", by: ({ code }) => code, cell: ({ code }) => code },
			placeColumn(documents),
		],
	});
}

/** The blocks that nothing became of. */
export function unreadView({ summary }: Store, filter: Filter): HTMLElement {
	const { documents, unread } = summary;
	const items = unread.filter(({ what, text, place }) =>
		matches(filter, { texts: [what, text], documents: [place[0]] }, documents),
	);
	return table<UnreadBlock>({
		caption: "Unread blocks",
		items,
		columns: [
			placeColumn(documents),
			{ title: "Why", by: ({ what }) => what, cell: ({ what }) => what },
			{
				title: "Lines",
				by: ({ place }) => place[2] - place[1] + 1,
				cell: ({ place }) => String(place[2] - place[1] + 1),
			},
			{
				title: "Begins with",
				by: ({ text }) => text,
				cell: ({ text }) => element("code", {}, text),
			},
		],
	});
}

function placeColumn(documents: readonly DocumentSummary[]) {
	return {
		title: "Place",
		by: ({ place }: Pick<UnreadBlock, "place">) => placeText(place, documents),
		cell: ({ place }: Pick<UnreadBlock, "place">) =>
			documents[place[0]] === undefined
				? ""
				: link(lineRoute(place[0], place[1]), placeText(place, documents)),
	};
}

/** `spec/hives.md:12` */
export function placeText(
	place: readonly [number, number, ...unknown[]] | undefined,
	documents: readonly DocumentSummary[],
): string {
	if (place === undefined) return "";
	return `${documents[place[0]]?.file ?? "?"}:${place[1]}`;
}
