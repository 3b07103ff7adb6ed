import { type LineKind, type LineTotals, lineLetters } from "../data.ts";
import type { Part } from "./chart.ts";

/** What the letters of a document's lines stand for. */
const kinds: readonly LineKind[] = [
	...(["stated", "inferred", "read"] as const),
	...(["prose", "unread", "blank"] as const),
];

/** The kind of line that a letter stands for. */
export function kindOf(letter: string | undefined): LineKind {
	return kinds.find((kind) => lineLetters[kind] === letter) ?? "blank";
}

/** What each kind of line means. */
export const meanings: Readonly<Record<LineKind, string>> = {
	stated: "a fact is stated here",
	inferred: "a fact is read off here",
	read: "read; its facts lead to another line",
	prose: "kept as words",
	unread: "nothing became of it",
	blank: "empty",
};

/** The parts of a bar of lines; empty lines are none. */
export function kindParts(lines: LineTotals): readonly Part[] {
	return kinds
		.filter((kind) => kind !== "blank")
		.map((name) => ({ name, count: lines[name] }));
}
