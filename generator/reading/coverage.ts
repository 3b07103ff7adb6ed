import { type Source, spanBetween } from "../text/source.ts";
import { compareSpans, type Span } from "../text/span.ts";
import type { Became, CoveredBlock } from "./covered-block.ts";
import { countLines, type LineCounts } from "./line-counts.ts";

/** What became of each block of one document, in order; no block is left out. */
export interface DocumentCoverage {
	readonly file: string;
	/** The dialects that read a part of it. */
	readonly dialects: readonly string[];
	/** How many operations and fields it describes; what other documents say of the same ones is not among them. */
	readonly operations: number;
	readonly fields: number;
	readonly lines: LineCounts;
	readonly blocks: readonly CoveredBlock[];
}

/** What was found in a document, for its books. */
export type Found = Pick<DocumentCoverage, "operations" | "fields">;

/** Takes down what becomes of each block while a document is read. */
export interface Ledger {
	readonly mark: (span: Span, became: Became, what: string) => void;
	/** Takes in what was taken down before, when the books are closed. */
	readonly take: (marks: () => readonly CoveredBlock[]) => void;
	readonly dialect: (name: string) => void;
	/** Closes the books: a block that nobody marked is unread. */
	readonly close: (blocks: readonly Span[], found: Found) => DocumentCoverage;
}

/** Opens the books for one document. */
export function openLedger(source: Source): Ledger {
	const marks: (CoveredBlock | (() => readonly CoveredBlock[]))[] = [];
	const dialects = new Set<string>();
	return {
		mark(span, became, what) {
			marks.push({ span, became, what });
		},
		take(made) {
			marks.push(made);
		},
		dialect(name) {
			dialects.add(name);
		},
		close(spans, found) {
			const all = marks.flatMap((one) =>
				typeof one === "function" ? one() : one,
			);
			const blocks = cover(apart(spans), all);
			return {
				file: source.file,
				dialects: [...dialects].sort(),
				...found,
				lines: countLines(source, blocks),
				blocks,
			};
		},
	};
}

/** The books of a document that was not read at all. */
export function unreadCoverage(source: Source): DocumentCoverage {
	const { text } = source;
	const start = text.length - text.trimStart().length;
	const end = text.trimEnd().length;
	const blocks = start < end ? [spanBetween(source, start, end)] : [];
	return openLedger(source).close(blocks, { operations: 0, fields: 0 });
}

/** Blocks in order; one that stands within another, as an operation in the fence that describes it, is part of that. */
function apart(spans: readonly Span[]): readonly Span[] {
	let end = -1;
	return [...spans].sort(compareSpans).filter((span) => {
		if (span.start.offset < end) return false;
		end = span.end.offset;
		return true;
	});
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
