import type { Nodes, Root, RootContent } from "mdast";
import { move } from "./move-nodes.ts";

/**
 * Parses a long text piece by piece, each from a place at which no block is open to another: what a parser remembers of a
 * piece is forgotten with it, which for a text of very many blocks is most of its time. The tree is that of the whole text:
 * blocks are told from left to right (CommonMark 0.31, appendix, phase 1), and where links are looked up in definitions
 * anywhere, the text is one piece.
 */
export function parsePieces(
	text: string,
	parse: (text: string) => Root,
	size = 0x1000,
): Root {
	if (text.length <= 2 * size || isWoven(text)) return parse(text);
	const children: RootContent[] = [];
	let from = 0;
	let lines = 0;
	for (let length = size; ; ) {
		const end =
			text.length - from <= 2 * size
				? text.length
				: gapAfter(text, from + length);
		const piece = text.slice(from, end);
		const tree = parse(piece);
		if (end < text.length && !isClosed(tree, piece)) {
			length *= 2;
			continue;
		}
		if (from > 0) move(tree, lines, from);
		for (const child of tree.children) children.push(child);
		if (end === text.length)
			return {
				type: "root",
				children,
				...(tree.position && {
					position: {
						start: { line: 1, column: 1, offset: 0 },
						end: tree.position.end,
					},
				}),
			};
		lines = (tree.position?.end.line ?? 1) - 1;
		from = end;
		length = size;
	}
}

/** Links are looked up in definitions anywhere in a text, and front matter may end anywhere. */
function isWoven(text: string): boolean {
	return text.includes("]:") || /^(?:---|\+\+\+)/.test(text);
}

/** The start of a line behind a blank one that no quote, list or indented code goes on in. */
function gapAfter(text: string, offset: number): number {
	const gap = /(?:\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)(?=[^\s>*+\d-])/g;
	gap.lastIndex = offset;
	return gap.exec(text) === null ? text.length : gap.lastIndex;
}

/** False where the last block may be a fence or HTML that a blank line does not end, and has no end of its own. */
function isClosed({ children }: Root, text: string): boolean {
	let last: Nodes | undefined = children.at(-1);
	while (last !== undefined && "children" in last) last = last.children.at(-1);
	if (last?.type === "html")
		return /^<\/?(?!(?:pre|script|style|textarea)\b)[a-z]/i.test(last.value);
	if (last?.type !== "code") return true;
	const { start, end } = last.position ?? {};
	const written = text.slice(start?.offset, end?.offset);
	const [marks] = /^(?:`{3,}|~{3,})/.exec(written) ?? [];
	return (
		marks === undefined ||
		new RegExp(`[\\r\\n] {0,3}${marks}${marks[0]}*[ \\t]*$`).test(written)
	);
}
