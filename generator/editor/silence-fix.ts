import type { TextEdit } from "vscode-languageserver";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { lastLine, type Span } from "../text/span.ts";

const comment = /^<!--\s*docwright-ignore\b([^>]*?)\s*-->\s*$/;

/**
 * The comment that keeps a diagnostic quiet from now on, in front of the block that it is about. A heading has it below: it
 * speaks for the section then. Errors are never silenced.
 */
export function silenceFix(
	{ code, severity, span }: Diagnostic,
	lines: readonly string[],
	blocks: readonly Span[],
): TextEdit | undefined {
	if (severity === "error") return undefined;
	const block = blocks.find(
		({ start, end }) =>
			start.offset <= span.start.offset && span.start.offset < end.offset,
	);
	if (block === undefined) return undefined;
	const heading = headingEnd(lines, block);
	const at = heading ?? block.start.line - 1;
	const [text, line] = nextTo(lines, at, heading === undefined ? -1 : 1);
	const known = comment.exec(text)?.[1];
	if (known !== undefined) {
		// One without codes silences all of them already.
		if (known.trim() === "") return undefined;
		const character = text.lastIndexOf("-->");
		const start = { line, character };
		return {
			range: { start, end: start },
			newText: `${text[character - 1] === " " ? "" : " "}${code} `,
		};
	}
	const start = { line: at, character: 0 };
	const made = `<!-- docwright-ignore ${code} -->\n`;
	return {
		range: { start, end: start },
		newText: heading === undefined ? `${made}\n` : `\n${made}`,
	};
}

/** The first line behind a heading, from 0; nothing for another block. */
function headingEnd(lines: readonly string[], block: Span): number | undefined {
	const first = lines[block.start.line - 1] ?? "";
	const last = lines[lastLine(block) - 1] ?? "";
	const isHeading =
		/^ {0,3}#{1,6}(?:\s|$)/.test(first) ||
		(/^ {0,3}(?:=+|-+)\s*$/.test(last) && block.start.line < lastLine(block));
	return isHeading ? lastLine(block) : undefined;
}

/** The nearest line that is not blank, up or down from one. */
function nextTo(
	lines: readonly string[],
	at: number,
	step: 1 | -1,
): readonly [text: string, line: number] {
	let line = step === 1 ? at : at - 1;
	while (lines[line]?.trim() === "") line += step;
	return [lines[line] ?? "", line];
}
