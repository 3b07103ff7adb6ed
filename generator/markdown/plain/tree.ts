import { lineEnd } from "../../text/lines.ts";
import type { Source } from "../../text/source.ts";
import {
	add,
	addText,
	columnOf,
	type GrowingTree,
	giveUp,
	leaveOut,
} from "./growing-tree.ts";
import { magicBlockAt, magicEnd } from "./magic-block.ts";
import type { Node } from "./node.ts";
import { endIndented, readNote } from "./note-marks.ts";
import { blockEnd } from "./region.ts";
import { tagAt } from "./tag.ts";
import { nextTag, take } from "./tree-tags.ts";

/** Sorts a document into Markdown and what wraps it. Code blocks and comments are Markdown, whatever they hold. */
export function parseTree(source: Source, from: number): readonly Node[] {
	const state: GrowingTree = {
		source,
		root: [],
		open: [],
		lastClose: new Map(),
		indented: [],
		failures: 0,
	};
	const { starts, text } = source;
	let fence: string | undefined;
	let skipTo = from;
	for (let index = 0; index < starts.length; index++) {
		const offset = starts[index] ?? 0;
		const stop = lineEnd(text, starts, index);
		const end = starts[index + 1] ?? text.length;
		if (end <= skipTo && end > offset) continue;
		const line = text.slice(offset, stop);
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
		skipTo = readLine(state, Math.max(offset, skipTo), stop, end);
	}
	while (state.open.length > 0) giveUp(state);
	return state.root;
}

function closes(line: string, fence: string): boolean {
	const mark = /^\s*(?:>\s?)*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
	return mark?.[0] === fence[0] && (mark?.length ?? 0) >= fence.length;
}

/** Reads a line and gives where to go on: a tag or a comment may end lines further down. */
function readLine(
	state: GrowingTree,
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
	state: GrowingTree,
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
function lastMagicEnd({ lastClose, source: { text } }: GrowingTree): number {
	const known = lastClose.get(magicEnd);
	if (known !== undefined) return known;
	const found = text.lastIndexOf(magicEnd);
	lastClose.set(magicEnd, found);
	return found;
}

/** `import X from "y"` and `export const …` of MDX, up to a line that ends them. */
function readModule(state: GrowingTree, at: number): number | undefined {
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

function readInner(state: GrowingTree, at: number): number {
	const tag = tagAt(state.source.text, at);
	return tag === undefined ? at + 1 : (take(state, tag) ?? tag.end);
}
