import type { Source } from "../../text/source.ts";
import { type MagicBlock, magicBlockAt, magicEnd } from "./magic-block.ts";
import { blockEnd, htmlEnd } from "./region.ts";
import { type Tag, tagAt } from "./tag.ts";

/** Markdown with what wraps it, as a tree; offsets are those of the document. */
export type Node =
	| { readonly kind: "text"; readonly start: number; readonly end: number }
	/** A table, list or other element of HTML that is read as a whole. */
	| { readonly kind: "html"; readonly start: number; readonly end: number }
	/** What is left out: it only wraps or separates, or, where it may say something, it is told. */
	| {
			readonly kind: "left out";
			readonly start: number;
			readonly end: number;
			readonly told: boolean;
	  }
	| (MagicBlock & { readonly kind: "magic block" })
	| Element;

/** A wrapper and what is in it. */
export interface Element {
	readonly kind: "element";
	readonly tag: Tag;
	readonly children: readonly Node[];
	readonly start: number;
	readonly end: number;
}

interface Open {
	readonly tag: Tag;
	readonly children: Node[];
}

interface State {
	readonly source: Source;
	readonly root: Node[];
	readonly open: Open[];
	/** Where the last closing tag of a name stands. */
	readonly lastClose: Map<string, number>;
	/** Where notes that are set in by indentation end. */
	readonly indented: number[];
	failures: number;
}

const maximumDepth = 60;
const wrappers =
	/^(?:details|summary|div|section|article|main|center|aside|header|footer|nav|figure|figcaption|fieldset|template)$/;
const regions =
	/^(?:table|dl|ul|ol|pre|p|h[1-6]|blockquote|script|style|iframe|svg|video)$/;

/** Sorts a document into Markdown and what wraps it. Code blocks and comments are Markdown, whatever they hold. */
export function parseTree(source: Source, from: number): readonly Node[] {
	const state: State = {
		source,
		root: [],
		open: [],
		lastClose: new Map(),
		indented: [],
		failures: 0,
	};
	const { lines, text } = source;
	let fence: string | undefined;
	let skipTo = from;
	for (const { text: line, span } of lines) {
		const { offset } = span.start;
		const end = lineEnd(text, span.end.offset);
		if (end <= skipTo && end > offset) continue;
		const mark = /^\s*(?:>\s?)*(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence !== undefined) {
			if (closes(line, fence)) fence = undefined;
			addText(state, offset, end);
			continue;
		}
		if (mark !== undefined && skipTo <= offset) {
			endIndented(state, offset, line);
			fence = mark;
			addText(state, offset, end);
			continue;
		}
		skipTo = readLine(state, Math.max(offset, skipTo), span.end.offset, end);
	}
	while (state.open.length > 0) giveUp(state);
	return state.root;
}

function closes(line: string, fence: string): boolean {
	const mark = /^\s*(?:>\s?)*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
	return mark?.[0] === fence[0] && (mark?.length ?? 0) >= fence.length;
}

function lineEnd(text: string, at: number): number {
	if (text.startsWith("\r\n", at)) return at + 2;
	return at < text.length ? at + 1 : at;
}

/** Reads a line and gives where to go on: a tag or a comment may end lines further down. */
function readLine(
	state: State,
	from: number,
	lineStop: number,
	end: number,
): number {
	const { text } = state.source;
	endIndented(state, from, text.slice(from, lineStop));
	let at = from;
	let first = true;
	while (at < end) {
		const start =
			at + (/^[ \t]*/.exec(text.slice(at, lineStop))?.[0].length ?? 0);
		const next = start < lineStop ? readBlock(state, start, first) : undefined;
		if (next === undefined) {
			const stop = nextTag(state, Math.max(start, at), lineStop);
			addText(state, at, stop ?? end);
			if (stop === undefined) return end;
			at = readInner(state, stop);
		} else at = next;
		first = false;
		if (at > lineStop) return at;
		// Nothing but a line end is left behind a tag.
		if (text.slice(at, lineStop).trim() === "" && next !== undefined)
			return end;
	}
	return end;
}

/** A construct that starts a line; gives where it ends. */
function readBlock(
	state: State,
	at: number,
	first: boolean,
): number | undefined {
	const { text } = state.source;
	if (text.startsWith("<!--", at)) {
		const end = text.indexOf("-->", at + 4);
		if (end < 0) return undefined;
		const rest = /[ \t]*(?:\r?\n|$)/y;
		rest.lastIndex = end + 3;
		const stop = end + 3 + (rest.exec(text)?.[0].length ?? 0);
		addText(state, at, stop);
		return stop;
	}
	const magic =
		first && columnOf(text, at) < 4 && at < lastMagicEnd(state)
			? magicBlockAt(text, at)
			: undefined;
	if (magic !== undefined) {
		add(state, { ...magic, kind: "magic block" });
		return magic.end;
	}
	if (text.startsWith("{/*", at)) {
		const end = text.indexOf("*/}", at + 3);
		return end < 0 ? undefined : leaveOut(state, at, end + 3, false);
	}
	if (first) {
		const note = readNote(state, at) ?? readModule(state, at);
		if (note !== undefined) return note;
	}
	// What is set in further is code.
	if (first && state.open.length === 0 && columnOf(text, at) >= 4)
		return undefined;
	const tag = tagAt(text, at);
	return tag === undefined ? undefined : take(state, tag);
}

/** Looked for once: a document may open many blocks and end none. */
function lastMagicEnd({ lastClose, source: { text } }: State): number {
	const known = lastClose.get(magicEnd);
	if (known !== undefined) return known;
	const found = text.lastIndexOf(magicEnd);
	lastClose.set(magicEnd, found);
	return found;
}

/** `:::note Title`, `:::`, `!!! note "Title"`, `=== "Tab"`. */
function readNote(state: State, at: number): number | undefined {
	const { text } = state.source;
	const colons =
		/:::+[ \t]*([\w-]*)[ \t]*\[?([^\]\r\n{]*)\]?(?:\{[^}\r\n]*\})?[ \t]*(?=\r?\n|$)/y;
	colons.lastIndex = at;
	const [line, name = "", title = ""] = colons.exec(text) ?? [];
	if (line !== undefined) {
		const tag = noteTag(name, title, at, at + line.length, name === "");
		if (name === "") return close(state, tag);
		return open(state, tag);
	}
	const marks =
		/(?:!!!|\?\?\?\+?|===)[ \t]+(?:([\w-]+(?: [\w-]+)*)[ \t]*)?(?:"([^"\r\n]*)")?[ \t]*(?=\r?\n|$)/y;
	marks.lastIndex = at;
	const [mark, , words = ""] = marks.exec(text) ?? [];
	if (mark === undefined) return undefined;
	const end = at + mark.length;
	if (
		!/^\r?\n(?:[ \t]*\r?\n)*[ \t]*(?: {4}|\t)/.test(text.slice(end, end + 200))
	)
		return undefined;
	state.indented.push(columnOf(text, at));
	return open(state, noteTag("indented", words, at, end, false));
}

function noteTag(
	name: string,
	title: string,
	start: number,
	end: number,
	closing: boolean,
): Tag {
	return {
		form: "shortcode",
		name: closing ? ":::" : name === "indented" ? name : ":::",
		role: closing ? "close" : "open",
		attributes: new Map(title.trim() === "" ? [] : [["title", title.trim()]]),
		words: [],
		start,
		end,
	};
}

/** A line that is set in less ends notes that are set in. */
function endIndented(state: State, at: number, line: string): void {
	if (line.trim() === "") return;
	const column = /^[ \t]*/.exec(line)?.[0].replace(/\t/g, "    ").length ?? 0;
	for (;;) {
		const last = state.indented.at(-1);
		if (last === undefined || column >= last + 4) return;
		state.indented.pop();
		close(state, noteTag("indented", "", at, at, false));
	}
}

function columnOf(text: string, at: number): number {
	return at - (text.lastIndexOf("\n", at - 1) + 1);
}

/** `import X from "y"` and `export const …` of MDX, up to a line that ends them. */
function readModule(state: State, at: number): number | undefined {
	const { text } = state.source;
	if (columnOf(text, at) > 0) return undefined;
	const line =
		/import\s+(?:(?:[\w*{][\w\s{},*$]{0,400}?)\sfrom\s+)?["'][^"'\r\n]+["'];?[ \t]*(?=\r?\n|$)/y;
	line.lastIndex = at;
	const [imported] = line.exec(text) ?? [];
	if (imported !== undefined)
		return leaveOut(state, at, at + imported.length, false);
	const exported = /export\s+(?:default\b|const\s|let\s|var\s|function\b|\{)/y;
	exported.lastIndex = at;
	if (!exported.test(text)) return undefined;
	return leaveOut(state, at, blockEnd(text, at), true);
}

/** The next tag within a line that closes what is open. */
function nextTag(
	{ source: { text }, open }: State,
	from: number,
	stop: number,
): number | undefined {
	if (open.length === 0) return undefined;
	let code: string | undefined;
	for (let at = from; at < stop; at++) {
		const ticks = text[at] === "`" ? /`+/y : undefined;
		if (ticks !== undefined) {
			ticks.lastIndex = at;
			const mark = ticks.exec(text)?.[0] ?? "`";
			if (code === undefined) code = mark;
			else if (code === mark) code = undefined;
			at += mark.length - 1;
			continue;
		}
		if (code !== undefined || (text[at] !== "<" && text[at] !== "{")) continue;
		const tag = tagAt(text, at);
		if (tag === undefined || tag.role !== "close") continue;
		if (open.some((one) => sameName(one.tag, tag))) return at;
	}
	return undefined;
}

function readInner(state: State, at: number): number {
	const tag = tagAt(state.source.text, at);
	return tag === undefined ? at + 1 : (take(state, tag) ?? tag.end);
}

function take(state: State, tag: Tag): number | undefined {
	const { text } = state.source;
	if (tag.role === "close") return close(state, tag);
	const small = /^[a-z]/.test(tag.name);
	if (tag.form === "html" && small) {
		if (regions.test(tag.name)) return takeRegion(state, tag);
		if (!wrappers.test(tag.name)) return undefined;
	}
	const code = verbatimEnd(state, tag);
	if (code !== undefined) return code;
	if (tag.role === "alone") return element(state, tag);
	if (closesLater(state, tag)) return open(state, tag);
	if (tag.form === "html")
		// `<ID>` is a placeholder.
		return tag.attributes.size > 0 && text[tag.end - 1] === ">"
			? element(state, tag)
			: undefined;
	return element(state, tag);
}

/** Takes a wrapper whose content is code, whatever that looks like. */
function verbatimEnd(state: State, tag: Tag): number | undefined {
	const { text } = state.source;
	const code = /^(?:highlight|verbatim|codeblock|code)$/i.test(tag.name);
	if (!code || tag.role !== "open" || !closesLater(state, tag))
		return undefined;
	const closing = new RegExp(
		tag.form === "html"
			? `</${tag.name}\\s*>`
			: `\\{%-?\\s*end${tag.name}\\s*-?%\\}|\\{\\{[<%]\\s*/${tag.name}\\s*[>%]\\}\\}`,
		"g",
	);
	closing.lastIndex = tag.end;
	const found = closing.exec(text);
	if (found === null) return undefined;
	// A wrapper around a fence is only that.
	const inner = text.slice(tag.end, found.index);
	if (/^[ \t]*(?:`{3,}|~{3,})/m.test(inner)) return undefined;
	const end = found.index + found[0].length;
	const children: Node[] = [{ kind: "text", start: tag.end, end: found.index }];
	add(state, { kind: "element", tag, children, start: tag.start, end });
	return end;
}

function takeRegion(state: State, tag: Tag): number {
	const { text } = state.source;
	const end =
		tag.role === "alone" || state.failures > 40
			? undefined
			: htmlEnd(text, tag);
	if (end === undefined) state.failures++;
	const stop = end ?? Math.max(tag.end, blockEnd(text, tag.start));
	// Behind a blank line it is Markdown that stands in a paragraph.
	const wraps = /^(?:p|blockquote)$/.test(tag.name);
	if (wraps && blockEnd(text, tag.start) < stop) return open(state, tag);
	if (/^(?:script|style|iframe|svg|video)$/.test(tag.name))
		return leaveOut(state, tag.start, stop, true);
	add(state, { kind: "html", start: tag.start, end: stop });
	return stop;
}

function closesLater(state: State, tag: Tag): boolean {
	const { text } = state.source;
	const key = `${tag.form} ${tag.name}`;
	let last = state.lastClose.get(key);
	if (last === undefined) {
		last =
			tag.form === "html"
				? text.lastIndexOf(`</${tag.name}`)
				: Math.max(
						...[`end${tag.name}`, `end_${tag.name}`, `/${tag.name}`].map(
							(one) => text.lastIndexOf(one),
						),
					);
		state.lastClose.set(key, last);
	}
	return last >= tag.end;
}

function open(state: State, tag: Tag): number {
	if (state.open.length >= maximumDepth)
		return leaveOut(state, tag.start, tag.end, true);
	state.open.push({ tag, children: [] });
	return tag.end;
}

function close(state: State, tag: Tag): number {
	const at = state.open.findLastIndex((one) => sameName(one.tag, tag));
	if (at < 0) return leaveOut(state, tag.start, tag.end, false);
	while (state.open.length > at + 1) giveUp(state);
	const closed = state.open.pop();
	if (closed !== undefined)
		add(state, {
			kind: "element",
			tag: closed.tag,
			children: closed.children,
			start: closed.tag.start,
			end: tag.end,
		});
	return tag.end;
}

function sameName(a: Tag, b: Tag): boolean {
	return a.form === b.form && a.name === b.name;
}

/** A tag that nothing closes stands alone; what came behind it stands beside it. */
function giveUp(state: State): void {
	const last = state.open.pop();
	if (last === undefined) return;
	element(state, last.tag);
	const held = state.open.at(-1)?.children ?? state.root;
	for (const child of last.children) held.push(child);
}

function element(state: State, tag: Tag): number {
	const { start, end } = tag;
	add(state, { kind: "element", tag, children: [], start, end });
	return end;
}

function leaveOut(
	state: State,
	start: number,
	end: number,
	told: boolean,
): number {
	add(state, { kind: "left out", start, end, told });
	return end;
}

function addText(state: State, start: number, end: number): void {
	const held = state.open.at(-1)?.children ?? state.root;
	const last = held.at(-1);
	if (last?.kind === "text" && last.end === start)
		held[held.length - 1] = { ...last, end };
	else if (end > start) held.push({ kind: "text", start, end });
}

function add({ root, open: opened }: State, node: Node): void {
	(opened.at(-1)?.children ?? root).push(node);
}
