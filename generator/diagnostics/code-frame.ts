import { codeFrameColumns } from "@babel/code-frame";
import { openSource, type Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import { visibleText } from "./visible.ts";

/** Lines shown above and below the one in question. */
const around = 2;

/** The longest part of a line that is shown. */
const widest = 160;

/** A line as it is shown, and where the marked part of it now stands. */
interface Shown {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Makes the frames of many places: the lines around each, with carets below the first line of the span. A document is
 * split into lines once; one whose text is not at hand has no frame.
 */
export function codeFrames(
	textOf: (file: string) => string | undefined,
): (span: Span) => string | undefined {
	const sources = new Map<string, Source | undefined>();
	return (span) => {
		if (!sources.has(span.file)) {
			const text = textOf(span.file);
			const source =
				text === undefined ? undefined : openSource({ file: span.file, text });
			sources.set(span.file, source);
		}
		const source = sources.get(span.file);
		return source && frame(source, span);
	};
}

function frame(source: Source, { start, end }: Span): string | undefined {
	const line = source.lines[start.line - 1];
	if (line === undefined) return undefined;
	const lastColumn =
		end.line === start.line ? end.column : line.text.length + 1;
	const shown = show(line.text, start.column, lastColumn);
	const startLine = Math.max(1, start.line - around);
	const lines = source.lines
		.slice(startLine - 1, start.line + around)
		.map(({ text }, index) =>
			startLine + index === start.line ? shown.text : show(text, 1, 1).text,
		);
	const marked = {
		start: { line: start.line, column: shown.start },
		end: { line: start.line, column: shown.end },
	};
	const options = { startLine, linesAbove: around, linesBelow: around };
	return codeFrameColumns(lines.join("\n"), marked, options);
}

/** Cuts a long line to the part around the columns, and spells out what a terminal would obey. */
function show(text: string, from: number, to: number): Shown {
	const left = from > widest / 2 ? from - 1 - widest / 4 : 0;
	const right = Math.min(text.length, left + widest);
	const before = visibleText(text.slice(left, from - 1));
	const marked = visibleText(text.slice(from - 1, Math.min(to - 1, right)));
	const after = visibleText(text.slice(Math.max(from, to) - 1, right));
	const lead = left > 0 ? "…" : "";
	const tail = right < text.length ? "…" : "";
	const start = lead.length + before.length + 1;
	return {
		text: `${lead}${before}${marked}${after}${tail}`,
		start,
		end: start + Math.max(1, marked.length),
	};
}
