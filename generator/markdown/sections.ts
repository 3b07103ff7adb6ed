import GithubSlugger from "github-slugger";
import type { Heading as HeadingNode, RootContent } from "mdast";
import type { Source } from "../text/source.ts";
import { cover, type Span } from "../text/span.ts";
import { type Block, markdownOf, plainText, spanOf } from "./block.ts";
import { parseMarkdown } from "./parse.ts";

/** A document as a tree of sections: what stands under a heading belongs to it. */
export interface Document {
	readonly source: Source;
	/** Level 0: what stands before the first heading, and the sections of the highest level. */
	readonly root: Section;
}

export interface Section {
	/** 0 for the document itself, else the level of the heading. */
	readonly level: number;
	readonly heading?: Heading;
	/** What stands before the first section within this one. */
	readonly blocks: readonly Block[];
	readonly sections: readonly Section[];
	readonly span: Span;
}

export interface Heading {
	/** Without marks, white space folded. */
	readonly text: string;
	/** As written, without the number signs. */
	readonly markdown: string;
	/** The part behind `#` of a link to it, as GitHub makes it. */
	readonly anchor: string;
	readonly span: Span;
}

interface Draft {
	readonly level: number;
	readonly heading?: Heading;
	readonly blocks: Block[];
	readonly sections: Draft[];
	span: Span;
}

/** Parses a document and sorts its blocks into sections. */
export function parseDocument(source: Source): Document {
	const slugger = new GithubSlugger();
	const tree = parseMarkdown(source.text);
	const root = draft(0, spanOf(source, tree));
	const open: Draft[] = [root];
	for (const node of tree.children) {
		const span = spanOf(source, node);
		if (node.type === "heading") {
			const section = draft(
				node.depth,
				span,
				readHeading(source, node, slugger),
			);
			while ((open.at(-1)?.level ?? 0) >= node.depth) open.pop();
			open.at(-1)?.sections.push(section);
			open.push(section);
		} else open.at(-1)?.blocks.push({ node, span });
		for (const section of open) section.span = cover(section.span, span);
	}
	return { source, root };
}

function draft(level: number, span: Span, heading?: Heading): Draft {
	const empty = { level, blocks: [], sections: [], span };
	return heading === undefined ? empty : { ...empty, heading };
}

function readHeading(
	source: Source,
	node: HeadingNode,
	slugger: GithubSlugger,
): Heading {
	const text = plainText(node);
	const [first] = node.children;
	const last = node.children.at(-1);
	const inner =
		first !== undefined && last !== undefined
			? cover(spanOf(source, first), spanOf(source, last))
			: spanOf(source, node);
	return {
		text,
		markdown: text === "" ? "" : markdownOf(source, inner),
		anchor: slugger.slug(text),
		span: spanOf(source, node),
	};
}

/** Every block and heading of a section and the sections within it, in the order of the document. */
export function* everyBlock(
	section: Section,
): Generator<{ readonly span: Span; readonly node?: RootContent }> {
	if (section.heading !== undefined) yield { span: section.heading.span };
	yield* section.blocks;
	for (const inner of section.sections) yield* everyBlock(inner);
}
