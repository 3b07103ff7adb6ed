import { type DocumentText, lineLetters } from "../data.ts";
import { element, spoken } from "./dom.ts";
import { kindOf, meanings } from "./line-parts.ts";

/** A line of a document as it can be chosen: its number, the letter of what became of it, and its text. */
export function lineOption(
	line: string,
	at: number,
	{ kinds }: DocumentText,
): HTMLElement {
	const kind = kindOf(kinds[at]);
	return element(
		"div",
		{
			class: `line on-${kind}`,
			role: "option",
			"aria-selected": "false",
			tabindex: at === 0 ? 0 : -1,
			"data-line": at + 1,
		},
		element("span", { class: "number" }, String(at + 1)),
		element(
			"span",
			{ class: "letter", "aria-hidden": "true", title: meanings[kind] },
			kind === "blank" ? "" : lineLetters[kind],
		),
		element("span", { class: "written" }, line),
		spoken(kind === "blank" ? "" : `, ${kind}`),
	);
}
