/** A place in a document: `line` and `column` count from 1, `offset` counts UTF-16 units from 0. */
export interface Point {
	readonly line: number;
	readonly column: number;
	readonly offset: number;
}

/** A stretch of one document, `end` exclusive. `file` is the document's name in the output, with forward slashes. */
export interface Span {
	readonly file: string;
	readonly start: Point;
	readonly end: Point;
}

/** The smallest span that holds both; the two lie in one document. */
export function cover(a: Span, b: Span): Span {
	const start = a.start.offset <= b.start.offset ? a.start : b.start;
	const end = a.end.offset >= b.end.offset ? a.end : b.end;
	return { file: a.file, start, end };
}

/** Orders spans by document, then by place: the order in which facts and diagnostics are printed. */
export function compareSpans(a: Span, b: Span): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.start.offset - b.start.offset || a.end.offset - b.end.offset;
}

/** `file:line:column`, the form that terminals and editors turn into a link. */
export function printPlace(span: Span): string {
	return `${span.file}:${span.start.line}:${span.start.column}`;
}

/** The last line that a span has a character of: one that ends at the start of a line has none there. */
export function lastLine({
	start,
	end,
}: {
	readonly start: { readonly line: number };
	readonly end: { readonly line: number; readonly column: number };
}): number {
	return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}
