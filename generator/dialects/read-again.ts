import type { Related } from "../diagnostics/diagnostic.ts";
import type { Report } from "../diagnostics/reporter.ts";
import type { Document } from "../markdown/sections.ts";
import { everyBlock, type Section } from "../markdown/sections.ts";
import type { Became } from "../reading/covered-block.ts";
import type { Fragment, Reader } from "../reading/fragment.ts";
import { sectionEndpoints } from "../reading/generic-endpoints.ts";
import { partWords } from "../reading/part-words.ts";
import type { Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import type { Dialect } from "./dialect.ts";
import { moveSpans } from "./move-spans.ts";

/** What reading one section came to, with the place that it stood at. */
interface Kept {
	readonly span: Span;
	readonly fragment: Fragment;
	readonly marks: readonly (readonly [Span, Became, string])[];
	readonly reports: readonly KeptReport[];
}

type Places = readonly [Span, readonly Related[] | undefined];

interface KeptReport {
	readonly places: Places;
	readonly tell: (to: Report, places: Places) => void;
}

/** What is known of the sections of one document that is read again and again. */
export interface KnownSections {
	/** What the rest of the document said. */
	around?: string;
	kept?: ReadonlyMap<string, Kept>;
}

/**
 * Dialects that take over what they found before in a section that says the same, wherever it stands now: those that look at
 * a section and at what the rest of the document says of all sections, and that is part of what has to be the same. To be
 * closed when all is read, so that what is gone is forgotten.
 */
export function rememberSections(
	dialects: readonly Dialect[],
	document: Document,
	{ known, reader }: { known: KnownSections; reader: SaidOfAll },
): { readonly dialects: readonly Dialect[]; readonly close: () => void } {
	const { source } = document;
	const around = saidOfAll(document, reader);
	const last = known.around === around ? known.kept : undefined;
	const kept = new Map<string, Kept>();
	const remembering = (dialect: Dialect): Dialect => ({
		...dialect,
		read(section, reader, whole) {
			const span = extent(section);
			const key = `${dialect.name}\0${textBetween(source, span)}\0${shapeOf(section, span)}`;
			const before = last?.get(key);
			if (before !== undefined) {
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
			one.local === true ? remembering(one) : one,
		),
		close() {
			known.around = around;
			known.kept = kept;
		},
	};
}

function record(
	dialect: Dialect,
	section: Section,
	{ reader, whole, span }: { reader: Reader; whole: Document; span: Span },
): Kept {
	const marks: [Span, Became, string][] = [];
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
		mark(...mark) {
			marks.push(mark);
			reader.ledger.mark(...mark);
		},
	};
	const fragment = dialect.read(section, { ...reader, report, ledger }, whole);
	return { span, fragment, marks, reports };
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
	const stays = lines === 0 && units === 0;
	const moved = <T>(value: T): T => (stays ? value : moveSpans(value, move));
	for (const mark of moved(marks)) ledger.mark(...mark);
	for (const { places, tell } of reports) tell(report, moved(places));
	return moved(fragment);
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

function textBetween({ text }: Source, { start, end }: Span): string {
	return text.slice(start.offset, end.offset);
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

interface SaidOfAll {
	readonly types: ReadonlySet<string>;
	readonly saysFormBody: boolean;
}

/** What sections without an endpoint say, types and forms of values among it, and what is asked of the text as a whole. */
function saidOfAll(
	{ source, root }: Document,
	{ types, saysFormBody }: SaidOfAll,
): string {
	const parts = [
		...types,
		`${saysFormBody}`,
		`${/\boauth/i.test(source.text)}`,
	];
	const walk = (section: Section): void => {
		if (sectionEndpoints(section, partWords).endpoints.length > 0) return;
		parts.push(section.heading?.markdown ?? "", section.heading?.anchor ?? "");
		for (const { span } of section.blocks)
			parts.push(textBetween(source, span));
		section.sections.forEach(walk);
	};
	walk(root);
	for (const { heading } of root.sections) parts.push(heading?.text ?? "");
	return parts.join("\0");
}
