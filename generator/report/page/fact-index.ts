import type { RowOrigin, Subject } from "../data.ts";

/** A fact on a line: the part of a subject that it is about, and how it is known. */
export interface FactAt {
	readonly subject: number;
	readonly row: number;
	readonly origin: RowOrigin;
}

/** The facts of one document by line. */
export interface FactIndex {
	/** The facts whose place holds a line, those of the fewest lines first. */
	readonly at: (line: number) => readonly FactAt[];
	/** The operation that a line stands under: the last that begins at or above it. */
	readonly above: (line: number) => number | undefined;
}

/** Finds the facts of a document among all. */
export function indexFacts(
	subjects: readonly Subject[],
	document: number,
): FactIndex {
	const facts = subjects.flatMap(({ rows }, subject) =>
		rows.flatMap(({ origins }, row) =>
			origins
				.filter((origin) => origin[0] === document)
				.map((origin): FactAt => ({ subject, row, origin })),
		),
	);
	const starts = facts
		.filter(
			({ subject, row }) =>
				row === 0 && subjects[subject]?.kind === "operation",
		)
		.sort((a, b) => a.origin[1] - b.origin[1]);
	return {
		at: (line) =>
			facts
				.filter(({ origin }) => origin[1] <= line && line <= origin[2])
				.sort((a, b) => lengthOf(a) - lengthOf(b)),
		above: (line) =>
			starts.findLast(({ origin }) => origin[1] <= line)?.subject,
	};
}

function lengthOf({ origin }: FactAt): number {
	return origin[2] - origin[1];
}
