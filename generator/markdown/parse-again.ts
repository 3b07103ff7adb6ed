import type { Nodes, Root, RootContent } from "mdast";
import { commonEnds } from "../text/common-ends.ts";
import { frontMatterEnd } from "./fence-bodies.ts";
import { endOf, lineOf, move, moved, startOf } from "./move-nodes.ts";
import { parseMarkdown } from "./parse.ts";
import { type Edit, parseRow, type Replaced } from "./parse-row.ts";

/** A text, what it was parsed to, and whether that defines what links lead to. */
interface Parsed {
	readonly text: string;
	readonly tree: Root;
	readonly defines: boolean;
}

/** Where the last text of one document is kept that was parsed. */
export interface LastParsed {
	parsed?: Parsed;
}

/**
 * Parses a text of which an earlier state was parsed: what lies between two blocks around the change, and the rest is
 * taken over. The tree is that of the whole text: blocks are told from left to right, and where one begins at the margin
 * behind a blank line, or as a heading, nothing is open in front of it (CommonMark 0.31, appendix, phase 1).
 */
export function parseAgain(text: string, last: LastParsed): Root {
	const before = last.parsed;
	if (before?.text === text) return before.tree;
	const between = before && parseBetween(text, before);
	const tree = between ?? parseMarkdown(text);
	// What was parsed between two blocks defines nothing.
	const woven = between === undefined && defines(tree.children);
	last.parsed = { text, tree, defines: woven };
	return tree;
}

/** Links are looked up in definitions anywhere in a text. */
function defines(nodes: readonly Nodes[]): boolean {
	return nodes.some(
		(node) =>
			node.type === "definition" ||
			(holdsBlocks.has(node.type) &&
				"children" in node &&
				defines(node.children)),
	);
}

const holdsBlocks: ReadonlySet<string> = new Set([
	"blockquote",
	"list",
	"listItem",
]);

function parseBetween(text: string, before: Parsed): Root | undefined {
	const { tree } = before;
	const [start, kept] = commonEnds(before.text, text);
	if (
		before.defines ||
		// It is what has an end, which may stand anywhere below its start.
		frontMatterEnd(before.text) !== frontMatterEnd(text)
	)
		return undefined;
	const end = before.text.length - kept;
	const edit = { start, end, by: text.length - before.text.length };
	const made = parseRow(before, text, edit) ?? parseBlocks(before, text, edit);
	if (made === undefined) return undefined;
	const { first, next, nodes, lines } = made;
	const rest = tree.children
		.slice(next)
		.map((node) => moved(node, lines, edit.by));
	const whole = tree.position;
	const last = made.end ?? {
		line: (whole?.end.line ?? 1) + lines,
		column: whole?.end.column ?? 1,
		offset: text.length,
	};
	return {
		type: "root",
		children: [...tree.children.slice(0, first), ...nodes, ...rest],
		position: { start: { line: 1, column: 1, offset: 0 }, end: last },
	};
}

/** Parses from the block in front of a change to the one behind it. */
function parseBlocks(
	before: Parsed,
	text: string,
	{ start, end, by }: Edit,
): Replaced | undefined {
	const { children } = before.tree;
	const first = children.findLastIndex(
		(node) =>
			startOf(node) < start &&
			isMark(node, before.text) &&
			firstLineEnd(node, before.text) + 1 < start,
	);
	const next = children.findIndex(
		// With the line end in front of it.
		(node) => startOf(node) > end + 1 && isMark(node, before.text),
	);
	if (first < 0 && next < 0) return undefined;
	const from = children[first]?.position?.start;
	const to = children[next];
	const offset = from?.offset ?? 0;
	const stop = to === undefined ? text.length : endOf(to) + by;
	const window = parseMarkdown(text.slice(offset, stop));
	if (defines(window.children)) return undefined;
	move(window, (from?.line ?? 1) - 1, offset);
	const nodes = window.children;
	const place = { first: Math.max(first, 0), nodes };
	if (to === undefined) {
		const last = window.position && { end: window.position.end };
		return { ...place, ...last, next: children.length, lines: 0 };
	}
	const mark = nodes.pop();
	const same =
		mark?.type === to.type &&
		startOf(mark) === startOf(to) + by &&
		endOf(mark) === endOf(to) + by;
	if (!same) return undefined;
	const lines = lineOf(mark) - lineOf(to);
	return { ...place, next, lines };
}

/**
 * A block that nothing can be open in front of: a heading with number signs, or what begins behind a blank line and goes on
 * with nothing. Neither may look like front matter, which begins a text.
 */
function isMark(node: RootContent, text: string): boolean {
	const { column, offset = 0 } = node.position?.start ?? {};
	if (column !== 1) return false;
	if (isHeading(node)) return text.charAt(offset) === "#";
	return (
		beginsAnew.has(node.type) &&
		!/[\s\ufeff]/.test(text.charAt(offset)) &&
		!text.startsWith("+++", offset) &&
		!text.startsWith("---", offset) &&
		isBehindBlank(text, offset)
	);
}

function isHeading({ type }: Nodes): boolean {
	return type === "heading";
}

const beginsAnew: ReadonlySet<string> = new Set(["paragraph", "table", "code"]);

function isBehindBlank(text: string, offset: number): boolean {
	return /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)$/.test(
		text.slice(Math.max(0, offset - 100), offset),
	);
}

function firstLineEnd(node: Nodes, text: string): number {
	const end = /[\r\n]/.exec(text.slice(startOf(node), endOf(node)));
	return end === null ? endOf(node) : startOf(node) + end.index;
}
