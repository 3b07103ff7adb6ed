import type { Source } from "../text/source.ts";
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
	{ lines }: Source,
	blocks: readonly CoveredBlock[],
): LineCounts {
	const held = new Map<number, { became: Became; room: number }>();
	for (const { span, became } of blocks)
		for (let { line } = span.start; line <= span.end.line; line++) {
			const own = lines[line - 1];
			if (own === undefined || !isWritten(own)) continue;
			const room = roomIn(own.span, span);
			if (room > (held.get(line)?.room ?? 0)) held.set(line, { became, room });
		}
	const counts = { read: 0, prose: 0, unread: 0 };
	for (const { became } of held.values()) counts[became]++;
	// Behind the last line break there is no line until something stands there.
	const all = lines.at(-1)?.text === "" ? lines.slice(0, -1) : lines;
	const blank = all.filter((line) => !isWritten(line)).length;
	return { total: all.length, ...counts, blank };
}

/** How much of a line a block holds: a line of several blocks counts for the one that has most of it. */
function roomIn(line: Span, block: Span): number {
	const start = Math.max(line.start.offset, block.start.offset);
	return Math.min(line.end.offset, block.end.offset) - start;
}

function isWritten({ text }: Source["lines"][number]): boolean {
	return text.trim() !== "";
}
