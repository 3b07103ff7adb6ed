import { type Block, plainText } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import { cover } from "../text/span.ts";
import { blockEndpoints } from "./endpoint-forms.ts";
import { readEndpointTitle } from "./endpoint-title.ts";
import { readLabel } from "./label.ts";
import type { PartWords } from "./part-role.ts";
import { partRoleOf } from "./part-words.ts";

/**
 * Cuts a section in which one endpoint after another is described, each with its own fields and samples behind it, into
 * a section for each. Endpoints with nothing but words between them share what follows, and stay together. Words in
 * bold right in front of an endpoint are its title.
 */
export function endpointRuns(
	section: Section,
	words: PartWords,
): readonly Section[] {
	const { blocks, level } = section;
	const starts: number[] = [];
	let described = false;
	let any = false;
	for (const [index, block] of blocks.entries()) {
		if (isEndpoint(block, blocks[index - 1], words)) {
			if (any && described) starts.push(startOf(blocks, index, words));
			any = true;
			described = false;
		} else if (describes(block, blocks[index + 1], words)) described = true;
	}
	if (starts.length === 0) return [];
	const first = blocks.findIndex((block, index) =>
		isEndpoint(block, blocks[index - 1], words),
	);
	const cuts = [startOf(blocks, first, words), ...starts];
	return cuts.flatMap((start, index): readonly Section[] => {
		const [head, ...rest] = blocks.slice(start, cuts[index + 1]);
		if (head === undefined) return [];
		const last = rest.at(-1) ?? head;
		const titled = isTitle(head, words) || namesEndpoint(head);
		return [
			{
				level: level + 1,
				...(titled && {
					heading: {
						text: plainText(head.node),
						markdown: plainText(head.node),
						anchor: section.heading?.anchor ?? "",
						ids: [],
						span: head.span,
					},
				}),
				blocks: titled ? rest : [head, ...rest],
				sections: [],
				span: cover(head.span, last.span),
			},
		];
	});
}

/** The title in front of an endpoint belongs to it. */
function startOf(
	blocks: readonly Block[],
	index: number,
	words: PartWords,
): number {
	const before = blocks[index - 1];
	return before !== undefined && isTitle(before, words) ? index - 1 : index;
}

function isTitle({ node }: Block, words: PartWords): boolean {
	if (node.type !== "paragraph") return false;
	const [only, ...others] = node.children;
	return (
		only?.type === "strong" &&
		others.length === 0 &&
		partRoleOf(words, plainText(only)) === undefined
	);
}

/** ``**Lend a book** — `POST /loans` `` is a title with its endpoint. */
function namesEndpoint({ node, span }: Block): boolean {
	return (
		node.type === "paragraph" &&
		node.children[0]?.type === "strong" &&
		/\s[–—-]\s|:\s/.test(plainText(node)) &&
		(readEndpointTitle(plainText(node), span)?.words ?? "") !== ""
	);
}

/** An endpoint in a paragraph or a fence of its own that no label makes an example of another. */
function isEndpoint(
	block: Block,
	before: Block | undefined,
	words: PartWords,
): boolean {
	if (block.node.type === "table" || blockEndpoints(block).length === 0)
		return false;
	const label = before && readLabel(before, block);
	const role = label && partRoleOf(words, label.text);
	return (
		role === undefined ||
		!["request-sample", "response-sample", "example"].includes(role)
	);
}

function describes(
	block: Block,
	next: Block | undefined,
	words: PartWords,
): boolean {
	if (["table", "list", "code"].includes(block.node.type)) return true;
	const label = readLabel(block, next);
	return label !== undefined && partRoleOf(words, label.text) !== undefined;
}
