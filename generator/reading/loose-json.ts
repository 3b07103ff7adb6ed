import type { Report } from "../diagnostics/reporter.ts";
import type { SampleNode, SampleText } from "./json-sample.ts";
import { type Cursor, rest, skipGaps } from "./loose-text.ts";
import { readLooseValue } from "./loose-value.ts";

/**
 * Reads what docs show as JSON and is often not: comments, `...` for what was left out, unquoted keys, single quotes,
 * trailing commas, `"a" | "b"`, `<value>`, and several documents in a row, as a stream has them. Every key keeps its
 * place. A fault is reported once, and what stands before and behind it is used.
 */
export function readLoose(
	sample: SampleText,
	report: Report,
): readonly SampleNode[] {
	const cursor: Cursor = { sample, at: 0, report, faulty: false };
	const found: SampleNode[] = [];
	for (;;) {
		skipGaps(cursor, ",");
		if (cursor.at >= sample.text.length) return found;
		const { at } = cursor;
		const next = /[[{]/.exec(rest(cursor))?.index;
		if (found.length > 0 && next !== 0) {
			// Words behind the sample, such as an error or a prompt.
			if (next === undefined) return found;
			cursor.at += next;
		}
		const node = readLooseValue(cursor);
		if (node !== undefined) found.push(node);
		if (cursor.at === at) cursor.at++;
	}
}
