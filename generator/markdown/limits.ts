import { lineEnd, lineStarts } from "../text/lines.ts";
import { cutBodies } from "./fence-bodies.ts";

/** How far a document may go; what is beyond costs a parser more than its length says. */
export interface MarkdownLimits {
	/** Characters of one line. */
	readonly lineLength: number;
	/** Quotes and lists within each other. */
	readonly nesting: number;
	/** Cells of one row of a table. */
	readonly columns: number;
	/** Marks of emphasis, links and HTML between two blank lines: a parser holds each against those before it. */
	readonly marks: number;
}

/** A limit that a document passes: where, how far, and what it is. */
export interface PassedLimit {
	readonly limit: keyof MarkdownLimits | "seconds";
	readonly found: number;
	readonly allowed: number;
	/** In UTF-16 units from the start of the text. */
	readonly offset: number;
}

/** Far above what people write, and far below what hurts. */
export const markdownLimits: MarkdownLimits = {
	lineLength: 1_000_000,
	nesting: 100,
	columns: 1_000,
	marks: 2_000,
};

/** True where whatever keeps to `limits` keeps to `others` too. */
export function isAsNarrow(
	limits: MarkdownLimits,
	others: MarkdownLimits,
): boolean {
	return (
		limits.lineLength <= others.lineLength &&
		limits.nesting <= others.nesting &&
		limits.columns <= others.columns &&
		limits.marks <= others.marks
	);
}

/**
 * The first limit that a document passes, found in time proportional to its length, before a parser sees it. What
 * stands in fences is not parsed, and only the length of its lines counts.
 */
export function passedLimit(
	text: string,
	limits: MarkdownLimits,
): PassedLimit | undefined {
	const { text: rest, cuts } = cutBodies(text);
	const long = cuts.length > 0 ? longLine(text, limits.lineLength) : undefined;
	if (long !== undefined) return long;
	const passed = scan(rest, limits);
	if (passed === undefined) return undefined;
	const line = lineAt(rest, passed.offset);
	const before = cuts.filter((cut) => cut.line < line).at(-1);
	return { ...passed, offset: passed.offset + (before?.units ?? 0) };
}

/** True where what a parser holds against each other is more than it may be. */
export function hasTooManyMarks(text: string): boolean {
	const { nesting, marks } = markdownLimits;
	return scan(text, { ...unlimited, nesting, marks }) !== undefined;
}

const unlimited: MarkdownLimits = {
	lineLength: Number.POSITIVE_INFINITY,
	nesting: Number.POSITIVE_INFINITY,
	columns: Number.POSITIVE_INFINITY,
	marks: Number.POSITIVE_INFINITY,
};

function longLine(text: string, allowed: number): PassedLimit | undefined {
	const starts = lineStarts(text);
	for (const [index, offset] of starts.entries()) {
		const found = lineEnd(text, starts, index) - offset;
		if (found > allowed) return { limit: "lineLength", found, allowed, offset };
	}
	return undefined;
}

function scan(text: string, limits: MarkdownLimits): PassedLimit | undefined {
	const lists: number[] = [];
	let marks = 0;
	const starts = lineStarts(text);
	for (let index = 0; index < starts.length; index++) {
		const start = starts[index] ?? 0;
		const end = lineEnd(text, starts, index);
		if (start === end) {
			marks = 0;
			continue;
		}
		const { at, quotes, blank } = enter(text, { start, end, lists });
		if (blank) marks = 0;
		const found = count(text, at, end);
		marks += found.marks;
		const passed =
			exceeds(limits, "lineLength", end - start) ??
			exceeds(limits, "nesting", quotes + lists.length) ??
			exceeds(limits, "columns", found.pipes - 1) ??
			exceeds(limits, "marks", marks);
		if (passed !== undefined) return { ...passed, offset: start };
	}
	return undefined;
}

function exceeds(
	limits: MarkdownLimits,
	limit: keyof MarkdownLimits,
	found: number,
): Omit<PassedLimit, "offset"> | undefined {
	return found > limits[limit]
		? { limit, found, allowed: limits[limit] }
		: undefined;
}

interface Line {
	readonly start: number;
	readonly end: number;
	/** The columns at which the open lists have their content; changed as the line says. */
	readonly lists: number[];
}

/**
 * Goes past the marks of quotes and lists at the start of a line: `> 1. - text`. A list is within those whose content
 * starts no further right; a line that is not of a list leaves them open, as it may be a lazy part of them.
 */
function enter(text: string, { start, end, lists }: Line) {
	let quotes = 0;
	let column = 0;
	let at = start;
	const rule = isRule(text, start, end);
	for (; at < end; at++) {
		const unit = text[at];
		if (unit === " ") column++;
		else if (unit === "\t") column += 4 - (column % 4);
		else if (unit === ">") {
			quotes++;
			column++;
		} else {
			const mark = rule ? undefined : listMark(text, at, end);
			if (mark === undefined) break;
			while ((lists.at(-1) ?? -1) > column) lists.pop();
			column += mark + 1;
			lists.push(column);
			at += mark - 1;
		}
	}
	const blank = at >= end;
	if (!blank && column === 0) lists.length = 0;
	return { at, quotes, blank };
}

/** True for a line of one mark alone, `* * *`: it is a rule, and in no list. */
function isRule(text: string, start: number, end: number): boolean {
	let mark = "";
	for (let at = start; at < end; at++) {
		const unit = text[at] ?? "";
		if (unit === " " || unit === "\t") continue;
		if (!"*-_".includes(unit) || (mark !== "" && mark !== unit)) return false;
		mark = unit;
	}
	return mark !== "";
}

/** The length of a mark of a list at a place: `-`, `12.`; nothing where there is none. */
function listMark(text: string, at: number, end: number): number | undefined {
	let length = 0;
	if ("-+*".includes(text[at] ?? " ")) length = 1;
	else {
		while (length < 9 && /\d/.test(text[at + length] ?? "")) length++;
		if (length === 0 || !/[.)]/.test(text[at + length] ?? "")) return undefined;
		length++;
	}
	const next = text[at + length];
	return at + length >= end || next === " " || next === "\t"
		? length
		: undefined;
}

function count(text: string, from: number, end: number) {
	let marks = 0;
	let pipes = 0;
	for (let at = from; at < end; at++) {
		switch (text.charCodeAt(at)) {
			case 0x5c: // A backslash: what follows is no mark.
				at++;
				break;
			case 0x7c:
				pipes++;
				break;
			case 0x5b: // [
			case 0x3c: // <
				marks++;
				break;
			case 0x2a: // *
				if (text.charCodeAt(at - 1) !== 0x2a) marks++;
				break;
			case 0x5f: // _ within a word is none.
				if (text.charCodeAt(at - 1) !== 0x5f && !isWithinWord(text, at))
					marks++;
		}
	}
	return { marks, pipes };
}

function isWithinWord(text: string, at: number): boolean {
	return /\w/.test(text[at - 1] ?? " ") && /\w/.test(text[at + 1] ?? " ");
}

function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
