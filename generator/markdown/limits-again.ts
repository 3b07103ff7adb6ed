import { leavesOpen } from "./fence-bodies.ts";
import {
	isAsNarrow,
	type MarkdownLimits,
	type PassedLimit,
	passedLimit,
} from "./limits.ts";
import { gapAfter } from "./parse-pieces.ts";

/** Where it is kept which pieces of the last text of one document keep to which limits. */
export interface LastLimits {
	seen?: {
		readonly limits: MarkdownLimits;
		readonly pieces: ReadonlySet<string>;
	};
}

/**
 * The first limit that a document passes of which most was looked at before: only pieces are looked at that were not in it.
 * In front of each, no list or fence is open and a line is blank, so that what stands in one counts for none of the others.
 */
export function passedLimitAgain(
	text: string,
	limits: MarkdownLimits,
	last: LastLimits,
	size = 0x1000,
): PassedLimit | undefined {
	const seen =
		last.seen && isAsNarrow(last.seen.limits, limits)
			? last.seen.pieces
			: undefined;
	// Those of this text: a piece holds the text that it was cut from.
	const pieces = new Set<string>();
	for (const piece of piecesOf(text, size)) {
		if (seen?.has(piece) !== true && passedLimit(piece, limits) !== undefined)
			return passedLimit(text, limits);
		pieces.add(piece);
	}
	last.seen = { limits, pieces };
	return undefined;
}

function* piecesOf(text: string, size: number): Generator<string> {
	for (let from = 0; from < text.length; ) {
		let length = size;
		let end = gapAfter(text, from + length);
		while (end < text.length && leavesOpen(text.slice(from, end))) {
			length *= 2;
			end = gapAfter(text, Math.max(end, from + length));
		}
		yield text.slice(from, end);
		from = end;
	}
}
