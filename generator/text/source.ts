import { lineEnd, lineStarts } from "./lines.ts";
import { lazily } from "./once.ts";
import type { Point, Span } from "./span.ts";

/** A document as it was read: its name in the output and its whole text, line ends as written. */
export interface SourceText {
	readonly file: string;
	readonly text: string;
}

/** One line of a document, without its line end. */
export interface SourceLine {
	readonly text: string;
	readonly span: Span;
}

/** A document with its lines found, so that offsets and points can be turned into each other. */
export interface Source extends SourceText {
	/** Where each line starts. */
	readonly starts: readonly number[];
	/** Put together when somebody asks. */
	readonly lines: readonly SourceLine[];
}

/** Finds the lines of a document; `\n`, `\r\n` and `\r` end a line. A byte order mark is no part of the text. */
export function openSource({ file, text: written }: SourceText): Source {
	const text = written.replace(/^\ufeff+/, "");
	const starts = lineStarts(text);
	const lines = lazily(() =>
		starts.map((start, index): SourceLine => {
			const line = index + 1;
			const end = lineEnd(text, starts, index);
			return {
				text: text.slice(start, end),
				span: {
					file,
					start: { line, column: 1, offset: start },
					end: { line, column: end - start + 1, offset: end },
				},
			};
		}),
	);
	return {
		file,
		text,
		starts,
		get lines() {
			return lines();
		},
	};
}

/** Where a line starts and ends, by its number from 1; nothing where there is none. */
export function lineOf(
	{ text, starts }: Source,
	line: number,
): { readonly start: number; readonly end: number } | undefined {
	const start = starts[line - 1];
	return start === undefined
		? undefined
		: { start, end: lineEnd(text, starts, line - 1) };
}

/** The point at an offset, found by bisection; offsets past the end give the end. */
export function pointAt({ starts }: Source, offset: number): Point {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
}

/** The span between two offsets of a document. */
export function spanBetween(source: Source, start: number, end: number): Span {
	return {
		file: source.file,
		start: pointAt(source, start),
		end: pointAt(source, end),
	};
}

/** The text that a span covers. */
export function textOf(source: SourceText, span: Span): string {
	return source.text.slice(span.start.offset, span.end.offset);
}
