import { keepLine } from "./inline.ts";
import type { Indent, Printing } from "./printing.ts";

/** Takes over Markdown line by line; the text of code blocks stays as it is. */
export function printText(
	start: number,
	end: number,
	{ strip }: Indent,
	state: Printing,
): void {
	const { draft, source } = state;
	let fence: string | undefined;
	let quoted = false;
	for (let at = start; at < end; ) {
		const next = source.text.indexOf("\n", at) + 1;
		const stop = next === 0 || next > end ? end : next;
		const line = source.text.slice(at, stop);
		const fresh = at === 0 || source.text[at - 1] === "\n";
		const blank = fresh
			? Math.min(strip, /^[ \t]*/.exec(line)?.[0].length ?? 0)
			: 0;
		const mark = /^\s*(?:>\s?)*(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence !== undefined) {
			if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
			draft.keep(at + blank, stop);
		} else if (mark !== undefined) {
			fence = mark;
			draft.keep(at + blank, stop);
		} else if (/^\s*>\s*\[!\w+\]\s*$/.test(line)) {
			quoted = true;
			state.left.push({ start: at, end: stop, told: false });
			draft.part(at);
		} else {
			const level = /^\s{0,3}(#{1,6})\s/.exec(line)?.[1]?.length;
			if (level !== undefined && fresh) {
				state.level = level;
			}
			quoted &&= /^\s*>/.test(line);
			// A table in a quote is set in, and no less a table.
			const marks =
				quoted || /^\s*>[ \t]*\|/.test(line)
					? (/^\s*>[ \t]?/.exec(line)?.[0].length ?? 0)
					: blank;
			keepLine(draft, source.text, at + marks, stop);
			if (level === 1 && fresh) {
				state.underTitle?.();
				state.underTitle = undefined;
			}
		}
		at = stop;
	}
}
