import type { List } from "mdast";
import { type Block, plainText, spanOf } from "../markdown/block.ts";
import { type Bullet, readBullets } from "../markdown/bullets.ts";
import type { Section } from "../markdown/sections.ts";
import { type Source, textOf } from "../text/source.ts";
import { cover } from "../text/span.ts";
import { readLabel } from "./label.ts";
import { isAnswer, type PartWords } from "./part-role.ts";
import { typedPart } from "./part-type.ts";
import { partRoleOf } from "./part-words.ts";
import { statusBehind, statusOf } from "./status-line.ts";

/**
 * Makes sections of the items of lists that open parts: `+ Parameters`, `+ Response 200 (application/json)`,
 * `- **404**: not found`, with fields or samples within them.
 */
export function withPartLists(
	source: Source,
	section: Section,
	words: PartWords,
): Section {
	const { blocks, level } = section;
	const at = blocks.findIndex((block) => isPartList(source, block, words));
	if (at < 0) return section;
	const rest = blocks.slice(at);
	// What comes behind such a list and is none would lose its place.
	if (
		!rest.every((block, index) => isKept(source, block, rest[index + 1], words))
	)
		return section;
	const made: Section[] = [];
	for (const [index, block] of rest.entries()) {
		const label = readLabel(block, rest[index + 1]);
		if (block.node.type === "list")
			for (const bullet of readBullets(source, block.node))
				made.push(itemSection(source, bullet, level + 1, words));
		else if (label !== undefined)
			made.push({
				level: level + 1,
				heading: {
					text: label.text,
					markdown: label.text,
					anchor: section.heading?.anchor ?? "",
					ids: [],
					span: block.span,
				},
				blocks: [],
				sections: [],
				span: block.span,
			});
	}
	return {
		...section,
		blocks: [...blocks.slice(0, at), ...rest.filter(isBreak)],
		sections: [...made, ...section.sections],
	};
}

/** A part list, or a label without a value in front of one. */
function isKept(
	source: Source,
	block: Block,
	next: Block | undefined,
	words: PartWords,
): boolean {
	if (isPartList(source, block, words) || isBreak(block)) return true;
	const label = readLabel(block, next);
	return (
		label !== undefined &&
		label.value === undefined &&
		next !== undefined &&
		isPartList(source, next, words)
	);
}

/** A line between this operation and the next. */
function isBreak({ node }: Block): boolean {
	return node.type === "thematicBreak";
}

function isPartList(
	source: Source,
	{ node }: Block,
	words: PartWords,
): boolean {
	if (node.type !== "list") return false;
	const bullets = readBullets(source, node);
	return (
		(bullets.some(({ blocks, lists }) => blocks.length + lists.length > 0) ||
			bullets.every((bullet) =>
				statusBehind(textOf(source, bullet.headSpan)),
			) ||
			bullets.every(
				({ head }) =>
					typedPart(head.map((one) => plainText(one)).join("")) !== undefined,
			)) &&
		bullets.every(({ head }) => {
			const text = head
				.map((one) => plainText(one))
				.join(" ")
				.trim();
			return head[0]?.type !== "inlineCode" && opens(text, words);
		})
	);
}

function opens(text: string, words: PartWords): boolean {
	if (statusOf(text) !== undefined) return true;
	if (partRoleOf(words, text) !== undefined) return true;
	const role = partRoleOf(words, statusBehind(text)?.words ?? "");
	return role !== undefined && isAnswer(role);
}

function itemSection(
	source: Source,
	bullet: Bullet,
	level: number,
	words: PartWords,
): Section {
	const { head, headSpan, lists, blocks, span } = bullet;
	const nested = lists.map((node: List) => ({
		node,
		span: spanOf(source, node),
	}));
	const inner = [...blocks, ...nested].sort(
		(a, b) => a.span.start.offset - b.span.start.offset,
	);
	const text = head
		.map((one) => plainText(one))
		.join(" ")
		.replace(/\s+/g, " ")
		.trim();
	const made: Section = {
		level,
		heading: {
			text,
			markdown: textOf(source, headSpan).replace(/\s+/g, " "),
			anchor: "",
			ids: [],
			span: cover({ ...span, end: span.start }, headSpan),
		},
		blocks: inner,
		sections: [],
		span,
	};
	return withPartLists(source, made, words);
}
