import { bases, type DocumentText } from "../data.ts";
import { badge } from "./badge.ts";
import { element, link } from "./dom.ts";
import type { FactIndex } from "./fact-index.ts";
import { kindOf, meanings } from "./line-parts.ts";
import { lineRoute } from "./route.ts";
import type { Store } from "./store.ts";

interface LineOptions {
	readonly store: Store;
	readonly document: number;
	readonly text: DocumentText;
	readonly facts: FactIndex;
	readonly line: number;
}

/** What became of one line: its block, what is to be said of it, and its facts. */
export function lineFacts({
	store,
	document,
	text,
	facts,
	line,
}: LineOptions): readonly HTMLElement[] {
	const kind = kindOf(text.kinds[line - 1]);
	const block = text.blocks.find(([from, to]) => from <= line && line <= to);
	const said = store.summary.diagnostics.filter(
		({ place }) =>
			place[0] === document && place[1] <= line && line <= place[2],
	);
	const found = facts.at(line);
	return [
		element("h3", {}, `Line ${line}: `, badge(kind)),
		element(
			"p",
			{},
			block === undefined ? meanings[kind] : `${meanings[kind]} (${block[2]})`,
		),
		...said.map(saidOfLine),
		element(
			"ul",
			{ class: "facts", "aria-label": "Facts" },
			found.slice(0, most).map(({ subject, row, origin }) => {
				const about = store.subjects()[subject];
				const part = about?.rows[row];
				return element(
					"li",
					{},
					badge(bases[origin[3]] ?? ""),
					" ",
					link(lineRoute(document, line, subject, row), part?.label ?? ""),
					about?.kind === "api"
						? ` ${part?.type ?? ""}`
						: ` of ${about?.title ?? ""}`,
					origin[4] === undefined ? undefined : ` (${origin[4].join(", ")})`,
				);
			}),
		),
		...(found.length > most
			? [element("p", {}, `and ${found.length - most} more facts`)]
			: []),
	];
}

/** What is to be said of a line, or of a document without one. */
export function saidOfLine({
	severity,
	message,
	help,
}: Store["summary"]["diagnostics"][number]): HTMLElement {
	return element(
		"p",
		{ class: "said" },
		badge(severity),
		` ${message}. `,
		element("span", { class: "help" }, help),
	);
}

/** So many facts of a line are listed. */
const most = 12;
