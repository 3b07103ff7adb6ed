import type { Hover } from "vscode-languageserver";
import { visibleLine } from "../diagnostics/visible.ts";
import type { Origin } from "../model/types.ts";
import type { FactAt } from "./fact-index.ts";
import { rangeOf } from "./places.ts";

/** So many facts of one place are told: a field of a shared type is one of many operations. */
const most = 5;

/** The longest text of the docs that is repeated. */
const longest = 400;

/** How text is set for a client: one that shows Markdown gets it, others get the same without marks. */
interface Style {
	readonly text: (text: string) => string;
	readonly strong: (text: string) => string;
	readonly quiet: (text: string) => string;
	readonly kind: "markdown" | "plaintext";
}

const markdown: Style = {
	text: escapeMarkdown,
	strong: (text) => `**${escapeMarkdown(text)}**`,
	quiet: (text) => `*${escapeMarkdown(text)}*`,
	kind: "markdown",
};

const plain: Style = {
	text: visibleLine,
	strong: visibleLine,
	quiet: visibleLine,
	kind: "plaintext",
};

/** What a place in the docs became, and how that is known. All text of the docs is shown as it is: none of it marks up. */
export function hoverOf(
	facts: readonly FactAt[],
	takesMarkdown: boolean,
): Hover | undefined {
	const [first] = facts;
	if (first === undefined) return undefined;
	const style = takesMarkdown ? markdown : plain;
	const single = new Map(
		facts.map((fact) => [`${fact.subject}\0${fact.row.label}`, fact]),
	);
	const told = [...single.values()];
	const parts = told.slice(0, most).map((fact) => describe(fact, style));
	const left = told.length - most;
	if (left > 0) parts.push(style.quiet(`and ${left} more`));
	return {
		contents: { kind: style.kind, value: parts.join("\n\n") },
		range: rangeOf(first.origin.span),
	};
}

function describe(
	{ row, origin, subject, operation }: FactAt,
	{ text, strong, quiet }: Style,
): string {
	const { label, type, required, notes } = row;
	const facts = [
		...(type === undefined ? [] : [text(cut(type))]),
		...(required === undefined ? [] : [required ? "required" : "optional"]),
		...(notes === undefined ? [] : [text(cut(notes))]),
	];
	const lines = [
		`${strong(cut(label))}${facts.length === 0 ? "" : `: ${facts.join(", ")}`}`,
		...(subject === undefined || subject === type
			? []
			: [`of ${text(cut(subject))}`]),
		...(label !== "operation" || operation?.name === undefined
			? []
			: [
					`called as ${text(cut([...(operation.resource ?? []), operation.name].join(".")))}`,
				]),
		...(row.text === undefined ? [] : [text(cut(row.text))]),
		quiet(basisOf(origin)),
	];
	return lines.join("  \n");
}

/** `stated here (type, required)` */
function basisOf({ basis, of }: Origin): string {
	const how = basis === "assumed" ? "assumed" : `${basis} here`;
	return of === undefined ? how : `${how} (${of.join(", ")})`;
}

function cut(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** Text that reads in Markdown as it is written: no mark, link, HTML or address that a viewer makes a link of. */
function escapeMarkdown(text: string): string {
	return visibleLine(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
