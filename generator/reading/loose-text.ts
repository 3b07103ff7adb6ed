import type { Report } from "../diagnostics/reporter.ts";
import type { SampleText } from "./json-sample.ts";

/** A place in a sample that is being read. */
export interface Cursor {
	readonly sample: SampleText;
	readonly report: Report;
	at: number;
	/** True once a fault was told: what follows from it is not told again. */
	faulty: boolean;
}

/** What is left of the text. */
export function rest({ sample, at }: Cursor): string {
	return sample.text.slice(at);
}

/** The first match of a pattern that has to start here, taken. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
	pattern.lastIndex = cursor.at;
	const found = pattern.exec(cursor.sample.text)?.[0];
	if (found !== undefined) cursor.at += found.length;
	return found;
}

const gap = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*/y;
const dots = /\.{2,}|…/y;

/** Passes white space and comments, dots for what was left out, and the marks that `also` has. True where dots stood. */
export function skipGaps(cursor: Cursor, also = ""): boolean {
	let dotted = false;
	for (;;) {
		if (take(cursor, gap) !== undefined) continue;
		if (take(cursor, dots) !== undefined) {
			dotted = true;
			continue;
		}
		const mark = cursor.sample.text.charAt(cursor.at);
		if (mark === "" || !also.includes(mark)) return dotted;
		cursor.at++;
	}
}

/** Tells the first fault of a sample, at the last character where it ends too early. */
export function tellFault(cursor: Cursor, problem: string): void {
	if (cursor.faulty) return;
	cursor.faulty = true;
	const { text, at } = cursor.sample;
	const start = Math.max(0, Math.min(cursor.at, text.trimEnd().length - 1));
	cursor.report("sample/broken-json", at(start, start + 1), { problem });
}

const double = /"(?:[^"\\\n]|\\.)*"|"(?:[^"\\]|\\[\s\S])*"(?=\s*[:,}\]])/y;
const single = /'(?:[^'\\\n]|\\.)*'|'(?:[^'\\]|\\[\s\S])*'(?=\s*[:,}\]])/y;

/** A quoted text, without its quotes. */
export function takeQuoted(cursor: Cursor): string | undefined {
	const text = take(cursor, double) ?? take(cursor, single);
	return text === undefined ? undefined : unquoted(text);
}

function unquoted(text: string): string {
	const inner = text.slice(1, -1);
	const json = text.startsWith("'")
		? inner.replace(/\\'/g, "'").replace(/"/g, '\\"').replace(/\\\\"/g, '\\"')
		: inner;
	try {
		const value: unknown = JSON.parse(
			`"${json.replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\r/g, "\\r")}"`,
		);
		return String(value);
	} catch {
		return inner;
	}
}
