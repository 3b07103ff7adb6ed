import type { Code } from "mdast";
import { lineEnd, lineStarts } from "../text/lines.ts";
import { lazily } from "../text/once.ts";
import { lineOf, type Source } from "../text/source.ts";
import type { Point, Span } from "../text/span.ts";
import { spanOf } from "./block.ts";

/** The body of a code fence, with a way back from its offsets to the document. */
export interface Fence {
	/** The first word of the info string, lower case; empty when there is none. */
	readonly language: string;
	readonly text: string;
	readonly span: Span;
	/** The document's span for two offsets of `text`. */
	readonly at: (start: number, end: number) => Span;
}

/** True when the language of a fence is JSON or a kin of it, or is left out. */
export function isJsonFence({ language }: Pick<Fence, "language">): boolean {
	return /^(|json[5c]?|jsonl|hjson|js|javascript)$/.test(language);
}

/** Opens a code block; indentation and quote marks in front of its lines are accounted for. */
export function openFence(source: Source, node: Code): Fence {
	const span = spanOf(source, node);
	// Line ends are those of the document until here; of each, one unit is left.
	const body = node.value.replace(/\r\n?/g, "\n");
	const fenced = /^[`~]/.test(
		source.text.slice(span.start.offset, span.start.offset + 1),
	);
	const first = span.start.line - 1 + (fenced ? 1 : 0);
	const starts = lazily(() => lineStarts(body));
	const point = (at: number): Point => {
		const index = lastUpTo(starts(), at);
		const line = lineOf(source, first + index + 1);
		if (line === undefined) return span.start;
		const start = starts()[index] ?? 0;
		const length = lineEnd(body, starts(), index) - start;
		const indent = Math.max(0, line.end - line.start - length);
		const column = indent + (at - start) + 1;
		return {
			line: first + index + 1,
			column,
			offset: line.start + column - 1,
		};
	};
	return {
		language: (node.lang ?? "").toLowerCase(),
		text: body,
		span,
		at: (start, end) => ({
			file: source.file,
			start: point(start),
			end: point(end),
		}),
	};
}

/** The last of some sorted numbers that is not above a limit, the first if all are. */
function lastUpTo(sorted: readonly number[], limit: number): number {
	let low = 0;
	let high = sorted.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((sorted[middle] ?? 0) <= limit) low = middle;
		else high = middle - 1;
	}
	return low;
}
