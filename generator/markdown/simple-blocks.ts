import type { Code, Heading, Html, Paragraph, RootContent, Text } from "mdast";

/** A place in a text as nodes state it: line and column from 1, the offset in UTF-16 units from 0. */
export interface Place {
	readonly line: number;
	readonly column: number;
	readonly offset: number;
}

/**
 * Reads blocks that are what they look like, from a place where no block is open: blank lines, empty fences, HTML up to a
 * blank line, and headings and paragraphs without a mark in them. A parser makes the same nodes of them in twenty times the
 * time. Gives the place of the first block that is none of these, or of one in front of it, where it could begin a text as
 * something else: front matter, or a byte order mark.
 */
export function readSimpleBlocks(
	text: string,
	from: Place,
	blocks: RootContent[],
): Place {
	const cursor: Cursor = {
		text,
		at: from.offset,
		line: from.line,
		lineStart: from.offset - from.column + 1,
	};
	let [last, line, count] = [cursor.at, cursor.line, blocks.length];
	while (cursor.at < text.length) {
		if (!"-+\ufeff".includes(text.charAt(cursor.at)))
			[last, line, count] = [cursor.at, cursor.line, blocks.length];
		if (skipBlank(cursor)) continue;
		const block = blockAt(cursor);
		if (block === undefined) {
			blocks.length = count;
			return { line, column: 1, offset: last };
		}
		blocks.push(block);
	}
	return placeOf(cursor, text.length);
}

/** How far a text is read. */
interface Cursor {
	readonly text: string;
	/** The start of a line, or the end of the text. */
	at: number;
	line: number;
	lineStart: number;
}

function placeOf({ line, lineStart }: Cursor, offset: number): Place {
	return { line, column: offset - lineStart + 1, offset };
}

/** Goes to the line behind the one that ends here. */
function endLine(cursor: Cursor, end: number): void {
	const { text } = cursor;
	cursor.at = end;
	if (end === text.length) return;
	const isPair = text.startsWith("\r\n", end);
	cursor.at += isPair ? 2 : 1;
	cursor.line++;
	cursor.lineStart = cursor.at;
}

function skipBlank(cursor: Cursor): boolean {
	const end = blankEnd(cursor.text, cursor.at);
	if (end < 0) return false;
	endLine(cursor, end);
	return true;
}

/** Where the blank line ends that starts at an offset; -1 where it is not blank. */
function blankEnd(text: string, start: number): number {
	for (let at = start; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === lineFeed || unit === carriageReturn) return at;
		if (unit !== space && unit !== tab) return -1;
	}
	return text.length;
}

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const backslash = 92;

function blockAt(cursor: Cursor): RootContent | undefined {
	switch (cursor.text.charAt(cursor.at)) {
		case "#":
			return headingAt(cursor);
		case "`":
		case "~":
			return fenceAt(cursor);
		case "<":
			return htmlAt(cursor);
		default:
			return paragraphAt(cursor);
	}
}

function headingAt(cursor: Cursor): Heading | undefined {
	const { text, at } = cursor;
	let depth = 1;
	while (depth < 7 && text.charAt(at + depth) === "#") depth++;
	const from = at + depth + 1;
	if (depth > 6 || text.charCodeAt(from - 1) !== space) return undefined;
	const end = plainEnd(text, from);
	if (end < 0 || text.slice(from, end).includes("#")) return undefined;
	const start = placeOf(cursor, at);
	const stop = placeOf(cursor, end);
	const words = textNode(text, placeOf(cursor, from), stop);
	endLine(cursor, end);
	return {
		type: "heading",
		depth: depths[depth - 1] ?? 1,
		children: [words],
		position: { start, end: stop },
	};
}

const depths = [1, 2, 3, 4, 5, 6] as const;

function paragraphAt(cursor: Cursor): Paragraph | undefined {
	const { text } = cursor;
	const start = placeOf(cursor, cursor.at);
	let end = start;
	do {
		const stop = plainEnd(text, cursor.at);
		if (stop < 0) return undefined;
		end = placeOf(cursor, stop);
		endLine(cursor, stop);
	} while (blankEnd(text, cursor.at) < 0);
	const words = textNode(text, start, end);
	return { type: "paragraph", children: [words], position: { start, end } };
}

function textNode(text: string, start: Place, end: Place): Text {
	const written = text.slice(start.offset, end.offset);
	const value = written.includes("\\")
		? written.replace(/\\([!-/:-@[-`{-~])/g, "$1")
		: written;
	// Each node has places of its own, since they are moved.
	const position = { start: { ...start }, end: { ...end } };
	return { type: "text", value, position };
}

/**
 * Where a line ends that begins with a letter, or with a mark that is escaped, and holds no other mark; -1 where it is none.
 * White space around it would not be of the text.
 */
function plainEnd(text: string, start: number): number {
	const first = text.charCodeAt(start);
	if (!isLetter(first) && first !== backslash) return -1;
	let at = start;
	for (; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === lineFeed || unit === carriageReturn) break;
		if (unit === backslash) {
			at++;
			if (!/[!-/:-@[-`{-~]/.test(text.charAt(at))) return -1;
		} else if (marks.has(unit)) return -1;
	}
	return text.charCodeAt(at - 1) === space ? -1 : at;
}

function isLetter(unit: number): boolean {
	return (
		(unit > 96 && unit < 123) ||
		(unit > 64 && unit < 91) ||
		(unit >= 0xc0 && unit !== 0xfeff)
	);
}

const marks: ReadonlySet<number> = new Set(
	[..."\0\t*_`[<&"].map((mark) => mark.charCodeAt(0)),
);

/** A fence whose body was cut out, or that has none. */
function fenceAt(cursor: Cursor): Code | undefined {
	const { text, at } = cursor;
	const fence = /(`{3,}|~{3,})([\w+#.-]*)(?:\r\n|\r|\n)\1(?![^\r\n])/y;
	fence.lastIndex = at;
	const [whole, marks = "", lang = ""] = fence.exec(text) ?? [];
	if (whole === undefined) return undefined;
	const start = placeOf(cursor, at);
	const stop = at + whole.length;
	endLine(cursor, at + marks.length + lang.length);
	const end = placeOf(cursor, stop);
	endLine(cursor, stop);
	return {
		type: "code",
		lang: lang === "" ? null : lang,
		meta: null,
		value: "",
		position: { start, end },
	};
}

/** HTML that goes on to a blank line: what starts with a tag of a block, or with one of any other name alone on a line. */
function htmlAt(cursor: Cursor): Html | undefined {
	const { text, at } = cursor;
	const tag =
		/<\/?(?:(?:article|aside|center|details|div|d[dlt]|figure|figcaption|footer|form|h[1-6r]|header|iframe|li|main|nav|ol|p|section|summary|table|tbody|t[dhr]|tfoot|thead|ul)(?=\/?>|[ \r\n])|(?!(?:pre|script|style|textarea)>)[a-z][a-z\d-]*>(?![^\r\n]))/iy;
	tag.lastIndex = at;
	if (!tag.test(text)) return undefined;
	const start = placeOf(cursor, at);
	let end = start;
	do {
		end = placeOf(cursor, lineStop(text, cursor.at));
		endLine(cursor, end.offset);
	} while (blankEnd(text, cursor.at) < 0);
	const value = text.slice(start.offset, end.offset);
	return value.includes("\0")
		? undefined
		: { type: "html", value, position: { start, end } };
}

function lineStop(text: string, start: number): number {
	let at = start;
	for (; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === lineFeed || unit === carriageReturn) break;
	}
	return at;
}
