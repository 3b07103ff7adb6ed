import type { List } from "mdast";
import { type Block, markdownOf, spanOf } from "../markdown/block.ts";
import type { Source } from "../text/source.ts";
import { tellingProperty, valueOfTitle } from "./condition.ts";
import { itemsOf } from "./label-items.ts";

/**
 * Blocks in which a list of variants, `` - `card`: `` and its fields within it, is taken apart into values and the lists
 * under them, where the words in front say what tells them apart.
 */
export function variantItems(
	source: Source,
	blocks: readonly Block[],
): readonly Block[] {
	return blocks.flatMap((block, index) => {
		const before = blocks[index - 1];
		const { node } = block;
		return node.type === "list" &&
			before?.node.type === "paragraph" &&
			isVariantList(source, node) &&
			tellingProperty(markdownOf(source, before.span)) !== undefined
			? itemsOf(source, node)
			: [block];
	});
}

/** Every item is a value, and has a list or a table within it. */
function isVariantList(source: Source, { children }: List): boolean {
	return children.every(({ children: [head, next] }) => {
		if (head?.type !== "paragraph" || next === undefined) return false;
		const written = markdownOf(source, spanOf(source, head));
		return /^[*`"]/.test(written) && valueOfTitle(written) !== undefined;
	});
}
