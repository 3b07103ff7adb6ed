import type { Nodes, Root, RootContent } from "mdast";
import { move } from "./move-nodes.ts";
import { type Place, readSimpleBlocks } from "./simple-blocks.ts";

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
	const start: Place = { line: 1, column: 1, offset: 0 };
	const children: RootContent[] = [];
	let end = start;
	while (end.offset < text.length) {
		end = readSimpleBlocks(text, end, children);
		if (end.offset < text.length)
			end = readPiece({ text, parse, size }, end, children);
	}
	return { type: "root", children, position: { start, end } };
}

/** What a text is parsed by, and the least length of a piece. */
interface Pieces {
	readonly text: string;
	readonly parse: (text: string) => Root;
	readonly size: number;
}

/** Parses a piece from a place where no block is open to another; gives that. */
function readPiece(
	{ text, parse, size }: Pieces,
	from: Place,
	children: RootContent[],
): Place {
	const { line, offset } = from;
	for (let length = size; ; length *= 2) {
		const end =
			text.length - offset <= 2 * size
				? text.length
				: gapAfter(text, offset + length);
		const piece = text.slice(offset, end);
		const tree = parse(piece);
		if (end < text.length && !isClosed(tree, piece)) continue;
		if (offset > 0) move(tree, line - 1, offset);
		for (const child of tree.children) children.push(child);
		const stop = tree.position?.end;
		return {
			line: stop?.line ?? line,
			column: stop?.column ?? 1,
			offset: end,
		};
	}
}

/** Links are looked up in definitions anywhere in a text, front matter may end anywhere, and a byte order mark is not counted. */
function isWoven(text: string): boolean {
	return definition.test(text) || /^(?:---|\+\+\+|\ufeff)/.test(text);
}

/**
 * `[a]: /b`, first on its line but for the marks of quotes and lists, with 999 characters at most in its brackets; more may
 * look like one than is one.
 */
const definition =
	/(?<![^\r\n])[ \t>*+\-\d.)]*\[(?:[^[\]\\]|\\[\s\S]){1,1000}\]:/;

/** The start of a line behind a blank one that no quote, list or indented code goes on in. */
export function gapAfter(text: string, offset: number): number {
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
