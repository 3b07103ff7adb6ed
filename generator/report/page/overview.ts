import type { LineKind, ReportSummary } from "../data.ts";
import { bar, grouped, type Part } from "./chart.ts";
import { element } from "./dom.ts";
import { kindParts, meanings } from "./line-parts.ts";

/** The head of the page: how much there is of what, in all. */
export function overview({
	title,
	operations,
	documents,
	diagnostics,
	unread,
}: ReportSummary): HTMLElement {
	const sum = (of: (document: (typeof documents)[number]) => number) =>
		documents.reduce((total, document) => total + of(document), 0);
	const said = (severity: string) =>
		diagnostics.filter((one) => one.severity === severity).length;
	const facts = (["stated", "inferred", "assumed"] as const).map((name) => ({
		name,
		count: sum((document) => document[name]),
	}));
	const line = (kind: LineKind) => sum(({ lines }) => lines[kind]);
	const lines = kindParts({
		stated: line("stated"),
		inferred: line("inferred"),
		read: line("read"),
		prose: line("prose"),
		unread: line("unread"),
		blank: line("blank"),
	});
	const numbers: readonly (readonly [string, number])[] = [
		["Documents", documents.length],
		["Operations", operations],
		...facts.map(({ name, count }) => [`Facts ${name}`, count] as const),
		["Unread blocks", unread.length],
		["Errors", said("error")],
		["Warnings", said("warning")],
		["Notes", said("info")],
	];
	return element(
		"header",
		{},
		element("h1", {}, title === "" ? "What was read" : title),
		element(
			"dl",
			{ class: "numbers" },
			numbers.map(([name, count]) =>
				element(
					"div",
					{},
					element("dt", {}, name),
					element("dd", {}, grouped(count)),
				),
			),
		),
		chart("Lines", lines, meanings),
		chart("Facts", facts, basisMeanings),
	);
}

const basisMeanings: Readonly<Record<string, string>> = {
	stated: "written in the docs",
	inferred: "read off an example or a sibling",
	assumed: "our default where the docs are silent",
};

function chart(
	label: string,
	parts: readonly Part[],
	meaning: Readonly<Record<string, string>>,
): HTMLElement {
	return element(
		"figure",
		{ class: "chart" },
		element("figcaption", {}, label),
		bar(parts, { label, width: 600, height: 16 }),
		element(
			"ul",
			{ class: "legend" },
			parts.map(({ name, count }) =>
				element(
					"li",
					{},
					element("span", {
						class: `swatch part-${name}`,
						"aria-hidden": "true",
					}),
					`${name} ${grouped(count)}: ${meaning[name] ?? ""}`,
				),
			),
		),
	);
}
