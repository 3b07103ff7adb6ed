import { lineOf, type Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import type { Became, CoveredBlock } from "./covered-block.ts";

/** How many lines of a document became what. Every line counts once, so that they add up to all there are. */
export interface LineCounts extends Readonly<Record<Became, number>> {
	readonly total: number;
	/** Lines without a character, within blocks and between them. */
	readonly blank: number;
}

/** Counts all lines, and apart from that those that the blocks hold. */
export function countLines(
	source: Source,
	blocks: readonly CoveredBlock[],
): LineCounts {
	const { text, starts } = source;
	const isWritten = ({ start, end }: Line): boolean =>
		start < end && text.slice(start, end).trim() !== "";
	const rooms = new Float64Array(starts.length + 1);
	const held: Became[] = [];
	for (const { span, became } of blocks)
		for (let { line } = span.start; line <= span.end.line; line++) {
			const own = lineOf(source, line);
			if (own === undefined || !isWritten(own)) continue;
			const room = roomIn(own, span);
			if (room <= (rooms[line] ?? 0)) continue;
			rooms[line] = room;
			held[line] = became;
		}
	const counts = { read: 0, prose: 0, unread: 0 };
	// Lines that no block holds have no place in it.
	held.forEach((became) => {
		counts[became]++;
	});
	// Behind the last line break there is no line until something stands there.
	const total = starts.length - (starts.at(-1) === text.length ? 1 : 0);
	let blank = 0;
	for (let line = 1; line <= total; line++)
		if (!isWritten(lineOf(source, line) ?? nothing)) blank++;
	return { total, ...counts, blank };
}

type Line = NonNullable<ReturnType<typeof lineOf>>;

const nothing: Line = { start: 0, end: 0 };

/** How much of a line a block holds: a line of several blocks counts for the one that has most of it. */
function roomIn(line: Line, block: Span): number {
	const start = Math.max(line.start, block.start.offset);
	return Math.min(line.end, block.end.offset) - start;
}
