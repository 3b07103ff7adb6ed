import type { Heading, Nodes, Root, RootContent } from "mdast";
import { commonEnds } from "../text/common-ends.ts";
import { parseMarkdown } from "./parse.ts";

/** A text and what it was parsed to. */
interface Parsed {
	readonly text: string;
	readonly tree: Root;
}

/** Where the last text of one document is kept that was parsed. */
export interface LastParsed {
	parsed?: Parsed;
}

/**
 * Parses a text of which an earlier state was parsed: what lies between the headings around the change, and the rest is
 * taken over. The tree is that of the whole text: blocks are told from left to right, and at a heading at the margin that
 * stands in nothing else no block is open (CommonMark 0.31, appendix, phase 1).
 */
export function parseAgain(text: string, last: LastParsed): Root {
	const before = last.parsed;
	const tree =
		(before && before.text === text
			? before.tree
			: before && parseBetween(text, before)) ?? parseMarkdown(text);
	last.parsed = { text, tree };
	return tree;
}

/** Links are looked up in definitions anywhere in a text, and what ends front matter may stand anywhere below its start. */
function isWoven(text: string, [first]: readonly RootContent[]): boolean {
	const opens = text.startsWith("---") || text.startsWith("+++");
	const isMatter = first?.type === "yaml" || Object(first).type === "toml";
	return text.includes("]:") || (opens && !isMatter);
}

function parseBetween(text: string, before: Parsed): Root | undefined {
	const { children } = before.tree;
	if (isWoven(before.text, children) || isWoven(text, children))
		return undefined;
	const [start, kept] = commonEnds(before.text, text);
	const end = before.text.length - kept;
	const by = text.length - before.text.length;
	const first = children.findLastIndex(
		(node) => isMark(node, before.text) && endOf(node) + 1 < start,
	);
	const next = children.findIndex(
		// With the line end in front of it.
		(node) => isMark(node, before.text) && startOf(node) > end + 1,
	);
	if (first < 0 && next < 0) return undefined;
	const from = children[first]?.position?.start;
	const to = children[next];
	const offset = from?.offset ?? 0;
	const stop = to === undefined ? text.length : endOf(to) + by;
	const window = parseMarkdown(text.slice(offset, stop));
	if (to !== undefined) {
		const mark = window.children.pop();
		if (mark?.type !== "heading" || startOf(mark) + offset !== startOf(to) + by)
			return undefined;
	}
	move(window, (from?.line ?? 1) - 1, offset);
	const lines =
		to === undefined
			? 0
			: lineAt(text, startOf(to) + by) - (to.position?.start.line ?? 1);
	const rest =
		next < 0 ? [] : children.slice(next).map((node) => moved(node, lines, by));
	const whole = before.tree.position;
	return {
		type: "root",
		children: [
			...children.slice(0, Math.max(first, 0)),
			...window.children,
			...rest,
		],
		...(to === undefined
			? window.position && {
					position: {
						start: { line: 1, column: 1, offset: 0 },
						end: window.position.end,
					},
				}
			: whole && {
					position: {
						start: whole.start,
						end: {
							line: whole.end.line + lines,
							column: whole.end.column,
							offset: text.length,
						},
					},
				}),
	};
}

/** A heading with number signs at the margin. */
function isMark(node: RootContent, text: string): node is Heading {
	const start = node.position?.start;
	return (
		node.type === "heading" &&
		start?.column === 1 &&
		text.charAt(start.offset ?? 0) === "#"
	);
}

function startOf({ position }: Nodes): number {
	return position?.start.offset ?? 0;
}

function endOf({ position }: Nodes): number {
	return position?.end.offset ?? 0;
}

function lineAt(text: string, offset: number): number {
	let line = 1;
	for (let at = 0; at < offset; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) line++;
	}
	return line;
}

/** Moves a tree that nobody else has. */
function move(root: Nodes, lines: number, units: number): void {
	const left: Nodes[] = [root];
	for (let node = left.pop(); node !== undefined; node = left.pop()) {
		if ("children" in node) left.push(...node.children);
		for (const point of [node.position?.start, node.position?.end]) {
			if (point === undefined) continue;
			point.line += lines;
			point.offset = (point.offset ?? 0) + units;
		}
	}
}

/** A copy in another place: what others know of the nodes is of where they were. */
function moved<N extends Nodes>(node: N, lines: number, units: number): N {
	const copy = { ...node };
	if (node.position !== undefined) {
		const { start, end } = node.position;
		copy.position = {
			start: {
				...start,
				line: start.line + lines,
				offset: (start.offset ?? 0) + units,
			},
			end: {
				...end,
				line: end.line + lines,
				offset: (end.offset ?? 0) + units,
			},
		};
	}
	if ("children" in copy)
		copy.children = copy.children.map((child) =>
			moved(child, lines, units),
		) as never;
	return copy;
}
