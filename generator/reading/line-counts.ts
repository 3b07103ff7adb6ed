import type { Source } from "../text/source.ts";
import type { Became, CoveredBlock } from "./covered-block.ts";

/** How many lines of a document became what; blank lines are not counted. */
export interface LineCounts extends Readonly<Record<Became, number>> {
	readonly total: number;
}

/** Counts all lines, and apart from that those that the blocks hold; a line of several blocks is the first one's. */
export function countLines(
	{ lines }: Source,
	blocks: readonly CoveredBlock[],
): LineCounts {
	const counts = { read: 0, prose: 0, unread: 0 };
	let counted = 0;
	for (const { span, became } of blocks)
		for (let line = span.start.line; line <= lastLine(span.end); line++) {
			if (line <= counted) continue;
			counted = line;
			if (isWritten(lines[line - 1])) counts[became]++;
		}
	return { total: lines.filter(isWritten).length, ...counts };
}

/** An end before the first character of a line leaves that line out. */
function lastLine({ line, column }: CoveredBlock["span"]["end"]): number {
	return column === 1 ? line - 1 : line;
}

function isWritten(line: Source["lines"][number] | undefined): boolean {
	return line !== undefined && line.text.trim() !== "";
}
