import type { Block } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import { isFieldList } from "./field-bullets.ts";
import { isFieldTable } from "./field-table.ts";
import { readLabel } from "./label.ts";
import { partRoleOf, partWords } from "./part-words.ts";

/**
 * True when a section says things in ways that readers of one narrow convention do not know: in tables, or under labels
 * that are no headings. All recognisers together read it better.
 */
export function hasForeignParts(section: Section, source: string): boolean {
	const foreign = (block: Block, next: Block | undefined) =>
		block.node.type === "table"
			? isFieldTable(block.node, source)
			: opensPart(block, next);
	return says(section, foreign) && !says(section, isTyped);
}

/** True when a block of the section or of one within it is as asked. */
function says(
	{ blocks, sections }: Section,
	asked: (block: Block, next: Block | undefined) => boolean,
): boolean {
	return (
		blocks.some((block, index) => asked(block, blocks[index + 1])) ||
		sections.some((inner) => says(inner, asked))
	);
}

function isTyped({ node }: Block): boolean {
	return node.type === "list" && isFieldList(node);
}

function opensPart(block: Block, next: Block | undefined): boolean {
	const label = readLabel(block, next);
	return label !== undefined && partRoleOf(partWords, label.text) !== undefined;
}
