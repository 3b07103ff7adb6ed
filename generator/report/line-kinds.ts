import type { Basis } from "../model/types.ts";
import type { Reading } from "../pipeline.ts";
import { lastLine } from "../text/span.ts";
import type { LineKind } from "./data.ts";

/** A fact's lines in one document, from 1, and how it is known. */
export interface FactLines {
	readonly from: number;
	readonly to: number;
	readonly basis: Basis;
}

/**
 * What became of each line of a document. A line belongs to the facts that speak of the fewest lines around it, so that a
 * field within a sample is not lost in the sample; where several do, what is stated comes first. What is assumed stands on
 * no line. The other lines are what their block became.
 */
export function lineKinds(
	lines: readonly string[],
	facts: readonly FactLines[],
	blocks: Reading["coverage"][number]["blocks"],
): readonly LineKind[] {
	const kinds = lines.map((): LineKind => "blank");
	for (const { span, became } of blocks)
		for (let { line } = span.start; line <= lastLine(span); line++)
			if (lines[line - 1] !== undefined) kinds[line - 1] = became;
	const rank = ({ from, to, basis }: FactLines) =>
		(to - from) * 2 + (basis === "stated" ? 0 : 1);
	// The widest first, so that what is closer is written over it.
	const sorted = facts
		.filter(({ basis }) => basis !== "assumed")
		.sort((a, b) => rank(b) - rank(a));
	for (const { from, to, basis } of sorted)
		for (let line = from; line <= to; line++)
			if (lines[line - 1] !== undefined)
				kinds[line - 1] = basis === "stated" ? "stated" : "inferred";
	return kinds.map((kind, at) => (lines[at]?.trim() === "" ? "blank" : kind));
}
