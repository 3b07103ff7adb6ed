import type { Node, RootContent } from "mdast";
import { toString as nodeText } from "mdast-util-to-string";
import { type Source, textOf } from "../text/source.ts";
import type { Span } from "../text/span.ts";

/** A block of a document: its tree and where it stands. */
export interface Block {
	readonly node: RootContent;
	readonly span: Span;
}

/** The span of a parsed node; every node that the parser makes has a position. */
export function spanOf(source: Source, node: Node): Span {
	const { position } = node;
	if (position === undefined) throw new Error(`A ${node.type} has no position`);
	const { start, end } = position;
	return {
		file: source.file,
		start: {
			line: start.line,
			column: start.column,
			offset: start.offset ?? 0,
		},
		end: { line: end.line, column: end.column, offset: end.offset ?? 0 },
	};
}

/** The text of a node without its marks, white space folded. */
export function plainText(node: Node): string {
	return nodeText(node).replace(/\s+/g, " ").trim();
}

/** The Markdown of a node as written, the indentation of the list items around it taken away. */
export function markdownOf(source: Source, span: Span): string {
	const indent = span.start.column - 1;
	return textOf(source, span)
		.split(/\r\n|\r|\n/)
		.map((line, index) => (index === 0 ? line : dedent(line, indent)))
		.join("\n")
		.trimEnd();
}

function dedent(line: string, indent: number): string {
	const blank = /^[ \t]*/.exec(line)?.[0].length ?? 0;
	return line.slice(Math.min(blank, indent));
}
