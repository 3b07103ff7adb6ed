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
	readonly lines: readonly SourceLine[];
}

/** Finds the lines of a document; `\n`, `\r\n` and `\r` end a line. A byte order mark is no part of the text. */
export function openSource({ file, text: written }: SourceText): Source {
	const text = written.replace(/^\ufeff+/, "");
	const lines: SourceLine[] = [];
	const ends = /\r\n|\r|\n|$/g;
	let start = 0;
	for (const end of text.matchAll(ends)) {
		const at = end.index;
		lines.push({
			text: text.slice(start, at),
			span: {
				file,
				start: { line: lines.length + 1, column: 1, offset: start },
				end: { line: lines.length + 1, column: at - start + 1, offset: at },
			},
		});
		start = at + end[0].length;
		if (end[0] === "") break;
	}
	return { file, text, lines };
}

/** The point at an offset, found by bisection; offsets past the end give the end. */
export function pointAt(source: Source, offset: number): Point {
	let low = 0;
	let high = source.lines.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		const line = source.lines[middle];
		if (line !== undefined && line.span.start.offset <= offset) low = middle;
		else high = middle - 1;
	}
	const start = source.lines[low]?.span.start.offset ?? 0;
	return { line: low + 1, column: offset - start + 1, offset };
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
