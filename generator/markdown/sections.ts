import GithubSlugger from "github-slugger";
import type { Heading as HeadingNode, RootContent } from "mdast";
import { lazily } from "../text/once.ts";
import type { Source } from "../text/source.ts";
import { cover, type Span } from "../text/span.ts";
import { anchorOf } from "./anchor.ts";
import { type Block, markdownOf, plainText, spanOf } from "./block.ts";
import { type Link, linksIn } from "./links.ts";
import { onceWherever } from "./once-wherever.ts";
import { parseMarkdown } from "./parse.ts";
import { type LastParsed, parseAgain } from "./parse-again.ts";

/** A document as a tree of sections: what stands under a heading belongs to it. */
export interface Document {
	readonly source: Source;
	/** Level 0: what stands before the first heading, and the sections of the highest level. */
	readonly root: Section;
	/** Found when somebody asks. */
	readonly links: readonly Link[];
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
	/** Other names that links may lead to it by: those of anchors in front of it, or that it states itself. */
	readonly ids: readonly string[];
	readonly span: Span;
}

interface Draft {
	readonly level: number;
	readonly heading?: Heading;
	readonly blocks: Block[];
	readonly sections: Draft[];
	span: Span;
}

/** Parses a document and sorts its blocks into sections. Where it was parsed before, `last` saves most of the work. */
export function parseDocument(source: Source, last?: LastParsed): Document {
	const slugger = new GithubSlugger();
	const tree =
		last === undefined
			? parseMarkdown(source.text)
			: parseAgain(source.text, last);
	const root = draft(0, spanOf(source, tree));
	const open: Draft[] = [root];
	let ids: readonly string[] = [];
	for (const node of tree.children) {
		const span = spanOf(source, node);
		const id = anchorOf(node);
		if (node.type === "heading") {
			const heading = readHeading(source, node, { slugger, ids });
			const { depth } = node;
			const section = draft(depth, span, heading);
			while ((open.at(-1)?.level ?? 0) >= depth) open.pop();
			open.at(-1)?.sections.push(section);
			open.push(section);
		} else open.at(-1)?.blocks.push({ node, span });
		ids = id === undefined ? [] : [...ids, id];
		for (const section of open) section.span = cover(section.span, span);
	}
	const links = lazily(() => linksIn(source, tree));
	return {
		source,
		root,
		get links() {
			return links();
		},
	};
}

function draft(level: number, span: Span, heading?: Heading): Draft {
	const empty = { level, blocks: [], sections: [], span };
	return heading === undefined ? empty : { ...empty, heading };
}

/** What is needed to name a heading: names that are taken, and those that stand in front of it. */
interface Naming {
	readonly slugger: GithubSlugger;
	readonly ids: readonly string[];
}

function readHeading(
	source: Source,
	node: HeadingNode,
	{ slugger, ids }: Naming,
): Heading {
	const { text, markdown, own } = headingWords(node, source);
	return {
		text,
		markdown,
		anchor: slugger.slug(text),
		ids: [...ids, ...own],
		span: spanOf(source, node),
	};
}

const headingWords = onceWherever((node: HeadingNode, source: Source) => {
	const whole = plainText(node);
	const [first] = node.children;
	const last = node.children.at(-1);
	const inner =
		first !== undefined && last !== undefined
			? cover(spanOf(source, first), spanOf(source, last))
			: spanOf(source, node);
	// `## Account {#account}` and `## Account <a id="account"></a>` state their own names.
	const [, stated] = /\s\{#([\w.:-]+)[^{}]*\}$/.exec(whole) ?? [];
	const text = whole.replace(/\s\{#[\w.:-]+[^{}]*\}$/, "");
	const anchors = node.children.flatMap((child) =>
		child.type === "html" ? (anchorOf(child) ?? []) : [],
	);
	return {
		text,
		markdown:
			text === ""
				? ""
				: markdownOf(source, inner).replace(/\s*\{#[\w.:-]+[^{}]*\}$/, ""),
		own: [...anchors, ...(stated === undefined ? [] : [stated])],
	};
});

/** Every block and heading of a section and the sections within it, in the order of the document. */
export function* everyBlock(
	section: Section,
): Generator<{ readonly span: Span; readonly node?: RootContent }> {
	if (section.heading !== undefined) yield { span: section.heading.span };
	yield* section.blocks;
	for (const inner of section.sections) yield* everyBlock(inner);
}
