import { once } from "../text/once.ts";
import type { Source, SourceLine } from "../text/source.ts";

/** A line of a rendered page without the marks of whatever saved it, and what these said. */
export interface PageLine extends SourceLine {
	/** The line with links and code in Markdown, for descriptions. */
	readonly words?: string;
	readonly heading?: true;
	/** Within what a folded block shows when it is closed: the how manieth of the page. */
	readonly summary?: number;
	/** Nothing but tags or the marks of a code block. */
	readonly layout?: true;
	/** In how many folded blocks it stands; left out where a page has none. */
	readonly depth?: number;
	/** The link that pages put behind a field: the field's own words are over. */
	readonly ends?: true;
	/** The field's name in it is made from that of an SDK. */
	readonly guessed?: true;
	/** Within a code block, where text is what it is. */
	readonly code?: true;
}

const glued = /^[^\S\r\n]*(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\/\S/im;
const endpoint = /^(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\/\S*$/i;

/**
 * The lines of a rendered page that was turned into Markdown; nothing for other Markdown. Such a page has headings, and a
 * method glued to its path.
 */
export function linesOfMarkdownPage(
	source: Source,
): readonly PageLine[] | undefined {
	return ofPage(source);
}

// Every dialect that is asked looks.
const ofPage = once((source: Source): readonly PageLine[] | undefined => {
	if (!glued.test(source.text)) return undefined;
	const lines = markdownPageLines(source);
	return lines.some(({ heading }) => heading) &&
		lines.some(({ text, code }) => code !== true && endpoint.test(text))
		? lines
		: undefined;
});

/**
 * HTML blocks are left in such a page: what was folded is known by `<details>` and `<summary>`, whose tags may be anywhere
 * in a line and need not be closed.
 */
function markdownPageLines({ lines }: Source): readonly PageLine[] {
	const folded = lines.some(({ text }) => /<details\b/i.test(text));
	let depth = 0;
	let summary = false;
	let summaries = 0;
	let fence: string | undefined;
	let front = lines[0]?.text.trim() === "---";
	return lines.map((line, index): PageLine => {
		const mark = /^\s*(`{3,}|~{3,})/.exec(line.text)?.[1];
		if (front) {
			if (index > 0 && line.text.trim() === "---") front = false;
			return { ...line, text: "" };
		}
		if (fence !== undefined) {
			const closes = mark?.startsWith(fence) === true;
			if (closes) fence = undefined;
			return closes ? layout(line) : { ...line, code: true };
		}
		if (mark !== undefined) {
			fence = mark;
			return layout(line);
		}
		const opened = depth + count(line.text, /<details\b/gi);
		const opens = /<summary\b/i.test(line.text);
		if (opens) summaries++;
		const within = summary || opens;
		const own = {
			// A summary may stand outside of anything that is folded.
			...(folded && { depth: Math.max(0, within ? opened - 1 : opened) }),
			...(within && { summary: summaries }),
		};
		depth = Math.max(0, opened - count(line.text, /<\/details>/gi));
		if (opens) summary = true;
		if (/<\/summary>/i.test(line.text)) summary = false;
		return { ...cleaned(line), ...own };
	});
}

function layout(line: SourceLine): PageLine {
	return { ...line, text: "", layout: true };
}

function count(text: string, pattern: RegExp): number {
	return [...text.matchAll(pattern)].length;
}

function cleaned(line: SourceLine): PageLine {
	const bare = line.text.replace(/<\/?(?:details|summary)\b[^>]*>/gi, "");
	if (/^\s*(?:<a\b[^>]*>|\[)\s*Link to this \w+/i.test(bare))
		return { ...layout(line), ends: true };
	if (bare.trim() === "") return line.text === "" ? line : layout(line);
	const [, level, title] = /^\s*(#{1,6})\s+(.*)$/.exec(bare) ?? [];
	const text = plain(title ?? bare);
	return {
		...line,
		text: level === undefined ? text : joined(text),
		words: wordsOf(bare),
		...(level !== undefined && { heading: true as const }),
	};
}

/** A heading whose first letter came off: `P ath Parameters`. */
function joined(heading: string): string {
	return heading.replace(/^(\p{Lu}) (?=\p{Ll}+ )/u, "$1");
}

/** Text without links, tags, emphasis and escapes; code that stands alone is a list. */
function plain(text: string): string {
	const bare = /^\s*(?:`[^`]+`)+\s*$/.test(text)
		? text.trim().slice(1, -1).replaceAll("``", ", ")
		: text;
	return unescaped(
		withoutLinks(bare)
			.replace(/<\/?code>/gi, "`")
			.replace(/<\/?[a-z][^<>]*\/?>/gi, keepTypes)
			.replace(/\*\*([^*]+)\*\*/g, "$1"),
	).trim();
}

/** `Array<string>` looks like it has a tag. */
function keepTypes(tag: string): string {
	return /^<\/?(?:a|b|i|em|strong|span|div|p|br|ul|ol|li|sup|sub)\b/i.test(tag)
		? ""
		: tag;
}

function wordsOf(text: string): string {
	return text
		.replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([^<]*)<\/a>/gi, "[$2]($1)")
		.replace(/<\/?code>/gi, "`")
		.replace(/<\/?[a-z][^<>]*\/?>/gi, keepTypes)
		.trim();
}

/** The text of links; an address may have brackets of its own. */
function withoutLinks(text: string): string {
	let out = "";
	let at = 0;
	for (const open of text.matchAll(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(/g)) {
		if (open.index < at) continue;
		const end = closing(text, open.index + open[0].length);
		out += text.slice(at, open.index) + (open[1] ?? "");
		at = end;
	}
	return out + text.slice(at);
}

function closing(text: string, start: number): number {
	let depth = 1;
	for (let at = start; at < text.length; at++) {
		if (text[at] === "(") depth++;
		if (text[at] === ")" && --depth === 0) return at + 1;
	}
	return text.length;
}

const entities: ReadonlyMap<string, string> = new Map([
	["&lt;", "<"],
	["&gt;", ">"],
	["&amp;", "&"],
	["&quot;", '"'],
	["&#39;", "'"],
]);

function unescaped(text: string): string {
	return text
		.replace(/\\([!-/:-@[-`{-~])/g, "$1")
		.replace(/&(?:lt|gt|amp|quot|#39);/g, (one) => entities.get(one) ?? one);
}
