import type { Related } from "../diagnostics/diagnostic.ts";
import type { Report } from "../diagnostics/reporter.ts";
import type { Document } from "../markdown/sections.ts";
import { everyBlock, type Section } from "../markdown/sections.ts";
import type { CoveredBlock } from "../reading/covered-block.ts";
import type { Fragment, Reader } from "../reading/fragment.ts";
import { textOf } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import { type Asked, answersAlike, listening } from "./asked.ts";
import type { Dialect } from "./dialect.ts";
import { movedLater, moveSpans } from "./move-spans.ts";

/** What reading one section came to, with the place that it stood at. */
interface Kept {
	readonly span: Span;
	readonly fragment: Fragment;
	readonly marks: readonly CoveredBlock[];
	readonly reports: readonly KeptReport[];
	readonly asked: readonly Asked[];
}

type Places = readonly [Span, readonly Related[] | undefined];

interface KeptReport {
	readonly places: Places;
	readonly tell: (to: Report, places: Places) => void;
}

/** What is known of the sections of one document that is read again and again. */
export interface KnownSections {
	/** What is asked of the text as a whole. */
	whole?: string;
	kept?: ReadonlyMap<string, Kept>;
}

/**
 * Dialects that take over what they found before in a section that says the same, wherever it stands now, and that is told
 * the same by the rest of the document. To be closed when all is read, so that what is gone is forgotten.
 */
export function rememberSections(
	dialects: readonly Dialect[],
	document: Document,
	{ known, saysFormBody }: { known: KnownSections; saysFormBody: boolean },
): { readonly dialects: readonly Dialect[]; readonly close: () => void } {
	const { source } = document;
	const ofAll = `${saysFormBody} ${/\boauth/i.test(source.text)}`;
	const last = known.whole === ofAll ? known.kept : undefined;
	const kept = new Map<string, Kept>();
	const remembering = (
		dialect: Dialect,
		local: NonNullable<Dialect["local"]>,
	): Dialect => ({
		...dialect,
		read(section, reader, whole) {
			const span = extent(section);
			const key = [
				dialect.name,
				local(section, whole),
				textOf(source, span),
				shapeOf(section, span),
			].join("\0");
			const before = last?.get(key);
			if (before !== undefined && answersAlike(before.asked, reader)) {
				kept.set(key, before);
				return replay(before, span, reader);
			}
			const made = record(dialect, section, { reader, whole, span });
			if (isWithin(made, span)) kept.set(key, made);
			return made.fragment;
		},
	});
	return {
		dialects: dialects.map((one) =>
			one.local === undefined ? one : remembering(one, one.local),
		),
		close() {
			known.whole = ofAll;
			known.kept = kept;
		},
	};
}

function record(
	dialect: Dialect,
	section: Section,
	{ reader, whole, span }: { reader: Reader; whole: Document; span: Span },
): Kept {
	const marks: CoveredBlock[] = [];
	const reports: KeptReport[] = [];
	const report: Report = (code, span, values, related) => {
		reports.push({
			places: [span, related],
			tell: (to, [span, related]) => to(code, span, values, related),
		});
		reader.report(code, span, values, related);
	};
	const ledger: Reader["ledger"] = {
		...reader.ledger,
		mark(span, became, what) {
			marks.push({ span, became, what });
			reader.ledger.mark(span, became, what);
		},
	};
	const heard = listening({ ...reader, report, ledger });
	const fragment = dialect.read(section, heard.reader, whole);
	return { span, fragment, marks, reports, asked: heard.asked() };
}

function replay(
	{ span: from, fragment, marks, reports }: Kept,
	{ start }: Span,
	{ report, ledger }: Reader,
): Fragment {
	const lines = start.line - from.start.line;
	const units = start.offset - from.start.offset;
	const move = (span: Span): Span => ({
		file: span.file,
		start: {
			line: span.start.line + lines,
			column: span.start.column,
			offset: span.start.offset + units,
		},
		end: {
			line: span.end.line + lines,
			column: span.end.column,
			offset: span.end.offset + units,
		},
	});
	if (lines === 0 && units === 0) {
		ledger.take(() => marks);
		for (const { places, tell } of reports) tell(report, places);
		return fragment;
	}
	ledger.take(() => moveSpans(marks, move));
	for (const { places, tell } of reports) tell(report, moveSpans(places, move));
	return movedFragment(fragment, move);
}

function movedFragment(
	fragment: Fragment,
	move: (span: Span) => Span,
): Fragment {
	return {
		titles: movedLater(fragment.titles, move),
		operations: movedLater(fragment.operations, move),
		servers: movedLater(fragment.servers, move),
		security: movedLater(fragment.security, move),
		definitions: movedLater(fragment.definitions, move),
		envelopes: movedLater(fragment.envelopes, move),
		errors: movedLater(fragment.errors, move),
		notes: movedLater(fragment.notes, move),
		mentions: movedLater(fragment.mentions, move),
		links: movedLater(fragment.links, move),
		shared: movedLater(fragment.shared, move),
		supports: movedLater(fragment.supports, move),
	};
}

/** True where all places are those of the section itself: others move by themselves. */
function isWithin({ fragment, marks, reports }: Kept, span: Span): boolean {
	let within = true;
	moveSpans([fragment, marks, reports.map(({ places }) => places)], (one) => {
		within &&=
			one.start.offset >= span.start.offset &&
			one.end.offset <= span.end.offset;
		return one;
	});
	return within;
}

/** From the first to the last block of a section, whatever was put into it. */
function extent(section: Section): Span {
	let { start, end } = section.span;
	for (const { span } of everyBlock(section)) {
		if (span.start.offset < start.offset) start = span.start;
		if (span.end.offset > end.offset) end = span.end;
	}
	return { file: section.span.file, start, end };
}

/** How a section is put together, apart from its text: its blocks may have been joined, split or given to others. */
function shapeOf(section: Section, within: Span): string {
	const from = within.start.offset;
	const parts: unknown[] = [within.start.column];
	const add = ({ level, heading, blocks, sections }: Section): void => {
		parts.push(level, blocks.length, sections.length);
		if (heading !== undefined) {
			const { text, markdown, anchor, ids, span } = heading;
			parts.push(text, markdown, anchor, ids, span.start.offset - from);
		}
		for (const { span, ...block } of blocks)
			parts.push(
				block.node.type,
				span.start.offset - from,
				span.end.offset - from,
			);
		sections.forEach(add);
	};
	add(section);
	return JSON.stringify(parts);
}
