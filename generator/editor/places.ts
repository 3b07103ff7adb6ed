import type { Position, Range } from "vscode-languageserver";
import type { Point, Span } from "../text/span.ts";

/** A span as editors count: lines and UTF-16 units from 0. */
export function rangeOf({ start, end }: Pick<Span, "start" | "end">): Range {
	return { start: positionOf(start), end: positionOf(end) };
}

function positionOf({ line, column }: Point): Position {
	return { line: line - 1, character: column - 1 };
}

/** True when a span holds a position, its end among them: a cursor behind a word is at the word. */
export function holds(span: Span, { line, character }: Position): boolean {
	const { start, end } = rangeOf(span);
	return (
		isBefore(start, { line, character }) && isBefore({ line, character }, end)
	);
}

function isBefore(a: Position, b: Position): boolean {
	return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

/** True when two ranges have a place in common. */
export function touch(a: Range, b: Range): boolean {
	return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}
