import type { List, RootContent } from "mdast";
import { type Block, spanOf } from "../markdown/block.ts";
import { readBullets } from "../markdown/bullets.ts";
import { leadsIn } from "../markdown/links.ts";
import { wherever } from "../markdown/move-nodes.ts";
import type { Heading, Section } from "../markdown/sections.ts";
import { type Source, textOf } from "../text/source.ts";
import { cover, type Span } from "../text/span.ts";
import { withActions } from "./action-headings.ts";
import { endpointRuns } from "./endpoint-runs.ts";
import { readEndpointTitle } from "./endpoint-title.ts";
import { sectionEndpoints } from "./generic-endpoints.ts";
import { labelItems, labelledItems } from "./label-items.ts";
import { labelRows } from "./label-rows.ts";
import { openSpecs } from "./openapi/spec-block.ts";
import { paragraphLines } from "./paragraph-lines.ts";
import { withPartLists } from "./part-lists.ts";
import { partWords } from "./part-words.ts";
import { variantItems } from "./variant-items.ts";

/**
 * Makes sections of what describes an endpoint and has no heading of its own: an item of a list that starts with a method
 * and a path. A section that an endpoint is linked to, `[GET /beds](#beds)`, gets that endpoint into its title.
 */
export function openSections(source: Source, root: Section): Section {
	const found = openSpecs(source, root);
	const linked = linkedEndpoints(found);
	return open(source, withActions(source, found), linked);
}

function open(
	source: Source,
	given: Section,
	linked: ReadonlyMap<string, string>,
): Section {
	const lines = variantItems(source, given.blocks).flatMap((block) =>
		openBlock(source, block),
	);
	const section = { ...given, blocks: lines };
	const runs = endpointRuns(section, partWords);
	const [run] = runs;
	const blocks: Block[] = [];
	const items: Section[] = [];
	if (run !== undefined) {
		const before = section.blocks.filter(
			({ span }) => span.start.offset < run.span.start.offset,
		);
		const inner = section.sections.map((one) => open(source, one, linked));
		const last = runs.at(-1);
		// What stands under headings behind the last endpoint is about it, unless it has endpoints itself.
		const own = inner.some(hasEndpoint) ? [] : inner;
		return {
			...section,
			blocks: before,
			sections: [
				...runs
					.slice(0, -1)
					.map((one) => withPartLists(source, one, partWords)),
				...(last === undefined
					? []
					: [withPartLists(source, { ...last, sections: own }, partWords)]),
				...(own.length > 0 ? [] : inner),
			],
		};
	}
	// What an operation's own section lists are other endpoints that it speaks of.
	const own = sectionEndpoints(section, partWords).endpoints.length > 0;
	for (const block of section.blocks)
		if (!own && isEndpointList(source, block.node))
			items.push(...itemSections(source, block.node, section));
		else if (items.length === 0) blocks.push(block);
		// What follows the list stands after its last item.
		else items.push({ ...untitled(section, block) });
	const sections = section.sections.map((one) => open(source, one, linked));
	const { heading } = section;
	const opened: Section = {
		...section,
		...(heading !== undefined && {
			heading: withLink(heading, section, linked),
		}),
		blocks,
		sections: [...items, ...sections],
	};
	return own ? withPartLists(source, opened, partWords) : opened;
}

/** The blocks that one is made of; most are one, wherever they stand. */
function openBlock(source: Source, block: Block): readonly Block[] {
	if (!manifold.has(block.node.type)) return [block];
	const key = wherever(block.node);
	if (single.has(key)) return [block];
	const made = labelItems(source, block)
		.flatMap((one) => labelRows(source, one))
		.flatMap((one) => paragraphLines(source, one));
	if (made.length === 1 && made[0] === block) single.add(key);
	return made;
}

const single = new WeakSet<object>();

const manifold: ReadonlySet<string> = new Set(["list", "paragraph", "table"]);

function untitled(section: Section, block: Block): Section {
	return {
		level: section.level + 1,
		blocks: [block],
		sections: [],
		span: block.span,
	};
}

function withLink(
	heading: Heading,
	section: Section,
	linked: ReadonlyMap<string, string>,
): Heading {
	const endpoint = linked.get(heading.anchor);
	return endpoint === undefined || hasEndpoint(section)
		? heading
		: { ...heading, markdown: `${heading.markdown} — ${endpoint}` };
}

function hasEndpoint(section: Section): boolean {
	return (
		sectionEndpoints(section, partWords).endpoints.length > 0 ||
		section.sections.some(hasEndpoint)
	);
}

/**
 * A list whose items all start with a method and a path, none of which leads to where it is described, and of which some
 * say more: a bare list names endpoints, it does not describe them.
 */
function isEndpointList(source: Source, node: RootContent): node is List {
	if (node.type !== "list") return false;
	const bullets = readBullets(source, node);
	const endpoints = bullets.every(
		({ head, headSpan }) =>
			head.length > 0 &&
			!head.some(({ type }) => type === "link" || type === "linkReference") &&
			startsWithEndpoint(textOf(source, headSpan), headSpan),
	);
	return (
		endpoints &&
		bullets.some(
			({ headSpan, blocks, lists }) =>
				blocks.length > 0 ||
				lists.length > 0 ||
				readEndpointTitle(textOf(source, headSpan), headSpan)?.words !== "",
		)
	);
}

function startsWithEndpoint(markdown: string, span: Span): boolean {
	return (
		/^[*`\s]*[A-Z]{3,7}[*`\s:]/.test(markdown) &&
		readEndpointTitle(markdown, span) !== undefined
	);
}

function itemSections(
	source: Source,
	list: List,
	{ level, heading }: Section,
): readonly Section[] {
	return readBullets(source, list).map((bullet) => {
		const { headSpan, blocks, lists, span } = bullet;
		const nested = lists
			.map((node) => ({ node, span: spanOf(source, node) }))
			.flatMap((block) => labelledItems(source, block));
		const inner = [...blocks, ...nested].sort(
			(a, b) => a.span.start.offset - b.span.start.offset,
		);
		const markdown = textOf(source, headSpan).replace(/\s+/g, " ");
		return {
			level: level + 1,
			heading: {
				text: markdown.replace(/[*`]/g, ""),
				markdown,
				anchor: heading?.anchor ?? "",
				ids: [],
				span: cover({ ...span, end: span.start }, headSpan),
			},
			blocks: inner,
			sections: [],
			span,
		};
	});
}

/** `#beds` behind a link whose words are an endpoint and nothing else. */
function linkedEndpoints(root: Section): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const doubtful = new Set<string>();
	for (const { anchor, text, span } of linksWithin(root)) {
		const title = readEndpointTitle(text, span);
		const endpoint = title?.words === "" ? text : undefined;
		if (endpoint === undefined) continue;
		const before = found.get(anchor);
		if (before !== undefined && before !== endpoint) doubtful.add(anchor);
		found.set(anchor, endpoint);
	}
	// Two endpoints that lead to one place are described together, and their names alone do not say how.
	for (const anchor of doubtful) found.delete(anchor);
	return found;
}

/** Words that lead to a place in the same document, and the block that they stand in. */
function* linksWithin(section: Section): Generator<{
	readonly text: string;
	readonly anchor: string;
	readonly span: Span;
}> {
	for (const { node, span } of section.blocks)
		for (const { text, to } of leadsIn(node)) {
			const [, anchor] = /^#(.+)$/.exec("url" in to ? to.url : "") ?? [];
			if (anchor !== undefined) yield { text, anchor, span };
		}
	for (const inner of section.sections) yield* linksWithin(inner);
}
