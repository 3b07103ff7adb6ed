import type { Code, Nodes, Root } from "mdast";

/** Markdown with the bodies of its fences taken out, which are most of what a parser would look at. */
export interface CutText {
	readonly text: string;
	/** In order. */
	readonly cuts: readonly Cut[];
}

/** The body of one fence, whose marks stay in the text, one below the other. */
interface Cut {
	/** The line of the opening mark in the text that is left, from 1. */
	readonly line: number;
	readonly body: string;
	/** How many lines and units were taken out up to here, with this one. */
	readonly lines: number;
	readonly units: number;
}

/**
 * Takes out the bodies of fences that start at the margin. Whether such a line does open a fence depends on what it
 * stands in, an HTML block or front matter; `restoreBodies` finds out.
 */
export function cutBodies(text: string): CutText {
	const cuts: Cut[] = [];
	const kept: string[] = [];
	let from = 0;
	let line = 1;
	let [lines, units] = [0, 0];
	for (const { start, end, indented } of bodiesIn(text)) {
		if (indented || start === end) continue;
		const before = text.slice(from, start);
		const body = text.slice(start, end);
		line += countLines(before);
		lines += countLines(body);
		units += body.length;
		kept.push(before);
		cuts.push({
			line: line - 1,
			body: body.replace(/(?:\r\n|\r|\n)$/, ""),
			lines,
			units,
		});
		from = end;
	}
	return { text: kept.join("") + text.slice(from), cuts };
}

/** True for a text that ends in a fence, or may end in front matter: what stands behind it may be a part of that. */
export function leavesOpen(text: string): boolean {
	if (/^(?:---|\+\+\+)/.test(text) && frontMatterEnd(text) === 0) return true;
	const bodies = bodiesIn(text);
	let body = bodies.next();
	while (body.done !== true) body = bodies.next();
	return body.value;
}

/** Puts bodies back into what the rest was parsed to, and moves all places; false when one of them was not a fence's. */
export function restoreBodies(tree: Root, cuts: readonly Cut[]): boolean {
	const fences = new Map<number | undefined, Code>();
	for (const node of tree.children)
		if (node.type === "code") fences.set(node.position?.start.line, node);
	for (const { line, body } of cuts) {
		const node = fences.get(line);
		if (node?.position?.end.line !== line + 1) return false;
		node.value = body;
	}
	const left: Nodes[] = [tree];
	for (let node = left.pop(); node !== undefined; node = left.pop()) {
		if ("children" in node) for (const child of node.children) left.push(child);
		for (const point of [node.position?.start, node.position?.end]) {
			if (point === undefined) continue;
			const cut = lastBefore(cuts, point.line);
			if (cut === undefined) continue;
			point.line += cut.lines;
			point.offset = (point.offset ?? 0) + cut.units;
		}
	}
	return true;
}

/** The last cut whose opening mark is above a line. */
function lastBefore(cuts: readonly Cut[], line: number): Cut | undefined {
	let low = 0;
	let high = cuts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((cuts[middle]?.line ?? 0) < line) low = middle + 1;
		else high = middle;
	}
	return cuts[low - 1];
}

/** A stretch of a text between two marks. */
interface Body {
	readonly start: number;
	readonly end: number;
	readonly indented: boolean;
}

/**
 * Where the bodies of closed fences are, line ends included, by the rules of CommonMark for fences in nothing else; in the
 * end, whether one is not closed.
 */
function* bodiesIn(text: string): Generator<Body, boolean> {
	// Lines end with `\n` or `\r` only: `^` would match behind other marks too.
	const opening = /(?<![^\r\n])( {0,3})(`{3,}|~{3,})([^\r\n]*)(?:\r\n|\r|\n)/g;
	opening.lastIndex = frontMatterEnd(text);
	for (
		let open = opening.exec(text);
		open !== null;
		open = opening.exec(text)
	) {
		const [whole, indent = "", marks = "", info = ""] = open;
		if (marks.startsWith("`") && info.includes("`")) continue;
		const start = open.index + whole.length;
		const closing = new RegExp(
			`(?<![^\\r\\n]) {0,3}${marks}${marks[0]}*[ \\t]*(?![^\\r\\n])`,
			"g",
		);
		closing.lastIndex = start;
		const close = closing.exec(text);
		if (close === null) return true;
		yield { start, end: close.index, indented: indent !== "" };
		opening.lastIndex = closing.lastIndex;
	}
	return false;
}

/**
 * Where front matter ends that a text begins with, or 0. It is what has an end: a fence in it is none, and may hide that
 * end.
 */
export function frontMatterEnd(text: string): number {
	const [matter = ""] =
		/^(---|\+\+\+)[ \t]*[\r\n](?:[\s\S]*?[\r\n])??\1[ \t]*(?![^\r\n])/.exec(
			text,
		) ?? [];
	return matter.length;
}

function countLines(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) count++;
	}
	return count;
}
