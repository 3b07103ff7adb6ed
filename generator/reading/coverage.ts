import type { Span } from "../text/span.ts";

/** What became of a block: facts, a description, or nothing. */
export type Became = "read" | "prose" | "unread";

/** A block of a document and what became of it. */
export interface CoveredBlock {
	readonly span: Span;
	readonly became: Became;
	/** In a person's words: `endpoint`, `path parameters`, `description`. */
	readonly what: string;
}

/** What became of each block of one document, in order; no block is left out. */
export interface DocumentCoverage {
	readonly file: string;
	/** The dialects that read a part of it. */
	readonly dialects: readonly string[];
	readonly blocks: readonly CoveredBlock[];
}

/** Takes down what becomes of each block while a document is read. */
export interface Ledger {
	readonly mark: (span: Span, became: Became, what: string) => void;
	readonly dialect: (name: string) => void;
	/** Closes the books: a block that nobody marked is unread. */
	readonly close: (blocks: readonly Span[]) => DocumentCoverage;
}

/** Opens the books for one document. */
export function openLedger(file: string): Ledger {
	const marks: CoveredBlock[] = [];
	const dialects = new Set<string>();
	return {
		mark(span, became, what) {
			marks.push({ span, became, what });
		},
		dialect(name) {
			dialects.add(name);
		},
		close: (spans) => ({
			file,
			dialects: [...dialects].sort(),
			blocks: cover(spans, marks),
		}),
	};
}

/** The last mark that holds a block's start counts: a closer look comes later. */
function cover(
	spans: readonly Span[],
	marks: readonly CoveredBlock[],
): readonly CoveredBlock[] {
	const sorted = marks
		.map((mark, index) => ({ mark, index }))
		.sort((a, b) => a.mark.span.start.offset - b.mark.span.start.offset);
	const open: typeof sorted = [];
	let next = 0;
	return spans.map((span) => {
		const at = span.start.offset;
		for (
			let entry = sorted[next];
			entry !== undefined && entry.mark.span.start.offset <= at;
			entry = sorted[++next]
		)
			open.push(entry);
		const live = open.filter(({ mark }) => mark.span.end.offset > at);
		open.splice(0, open.length, ...live);
		const last = live.reduce<(typeof sorted)[number] | undefined>(
			(best, entry) =>
				best === undefined || entry.index > best.index ? entry : best,
			undefined,
		);
		return last === undefined
			? { span, became: "unread", what: "not recognised" }
			: { span, became: last.mark.became, what: last.mark.what };
	});
}
