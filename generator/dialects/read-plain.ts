import type { Report } from "../diagnostics/reporter.ts";
import type { LastParsed } from "../markdown/parse-again.ts";
import { type Plain, toPlain } from "../markdown/plain/plain.ts";
import { type Document, parseDocument } from "../markdown/sections.ts";
import { wrapperEnd } from "../markdown/wrapper-end.ts";
import type { DocumentCoverage } from "../reading/coverage.ts";
import type { CoveredBlock } from "../reading/covered-block.ts";
import { countLines } from "../reading/line-counts.ts";
import { openSections } from "../reading/open-sections.ts";
import { lazily } from "../text/once.ts";
import { type Source, spanBetween, textOf } from "../text/source.ts";
import { compareSpans } from "../text/span.ts";
import type { Dialect } from "./dialect.ts";
import { moveSpans } from "./move-spans.ts";
import type { KnownSections } from "./read-again.ts";
import { type DocumentReading, readDocument } from "./read-document.ts";

/** A document in the form in which it is read. */
export interface PlainDocument {
	readonly document: Document;
	/** Where that is not its own: what wraps its Markdown is taken off. */
	readonly plain?: { readonly from: Source; readonly made: Plain };
}

/**
 * Takes off what wraps a document's Markdown, unless a dialect reads all of it by its lines. The document as it is written
 * is only parsed where that is asked for.
 */
export function plainDocument(
	source: Source,
	parse: () => Document,
	{
		dialects,
		last,
	}: {
		readonly dialects: readonly Dialect[];
		readonly last?: LastParsed | undefined;
	},
): PlainDocument {
	const made = toPlain(source);
	if (made === undefined) return { document: opened(parse()) };
	const whole = dialects.filter((one) => one.whole?.(source) === true);
	const own = whole.length > 0 ? opened(parse()) : undefined;
	return own !== undefined && whole.some((one) => one.claims(own.root, own))
		? { document: own }
		: {
				document: opened(parseDocument(made.source, last)),
				plain: { from: source, made },
			};
}

function opened(document: Document): Document {
	const { source } = document;
	return {
		source,
		root: openSections(source, document.root),
		get links() {
			return document.links;
		},
	};
}

/** Reads a document; every place in what it gives is one of the document itself. */
export function readPlainDocument(
	{ document, plain }: PlainDocument,
	dialects: readonly Dialect[],
	report: Report,
	choice: {
		readonly callsOnly?: boolean;
		readonly known?: KnownSections;
	} = {},
): DocumentReading {
	if (plain === undefined)
		return readDocument(document, dialects, report, choice);
	const { back, leftOut } = plain.made;
	const own: Report = (code, span, values, related) =>
		report(
			code,
			back(span),
			values,
			related?.map((one) => ({ ...one, span: back(one.span) })),
		);
	const read = readDocument(document, dialects, own, choice);
	for (const { span, told } of leftOut)
		if (told) report("block/unread", span, {});
	const fragment = lazily(() => moveSpans(read.fragment, back));
	const coverage = lazily(() =>
		wholeCoverage(read.coverage, plain.from, plain.made),
	);
	return {
		get fragment() {
			return fragment();
		},
		get coverage() {
			return coverage();
		},
	};
}

/** The books of the document itself: what is not in what was made of it is markup, or unread. */
function wholeCoverage(
	coverage: DocumentCoverage,
	source: Source,
	{ source: made, back, leftOut }: Plain,
): DocumentCoverage {
	const blocks: CoveredBlock[] = [];
	let at = 0;
	const gap = (end: number): void => {
		for (const one of gapsIn(source, at, end, leftOut)) blocks.push(one);
	};
	const sorted = coverage.blocks
		.filter(({ span }) => textOf(made, span) !== wrapperEnd)
		.map((block) => ({ ...block, span: back(block.span) }))
		.sort((a, b) => compareSpans(a.span, b.span));
	for (const block of sorted) {
		const { start, end } = block.span;
		if (end.offset <= at) continue;
		gap(start.offset);
		const from = Math.max(at, start.offset);
		blocks.push({ ...block, span: spanBetween(source, from, end.offset) });
		at = end.offset;
	}
	gap(source.text.length);
	return { ...coverage, blocks, lines: countLines(source, blocks) };
}

function gapsIn(
	source: Source,
	start: number,
	end: number,
	leftOut: Plain["leftOut"],
): readonly CoveredBlock[] {
	const found: CoveredBlock[] = [];
	let at = start;
	const push = (to: number, told: boolean): void => {
		const text = source.text.slice(at, to);
		const from = at + text.length - text.trimStart().length;
		const stop = at + text.trimEnd().length;
		at = Math.max(at, to);
		if (stop <= from) return;
		found.push({
			span: spanBetween(source, from, stop),
			became: told ? "unread" : "read",
			what: told ? "not shown" : "markup",
		});
	};
	for (const { span, told } of leftOut) {
		if (!told || span.end.offset <= at || span.start.offset >= end) continue;
		push(Math.max(at, span.start.offset), false);
		push(Math.min(end, span.end.offset), true);
	}
	push(end, false);
	return found;
}
