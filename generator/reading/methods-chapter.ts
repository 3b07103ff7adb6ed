import { type Block, plainText } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import { blockEndpoints } from "./endpoint-forms.ts";

/**
 * True for a chapter on the methods of HTTP whose endpoints are only examples of them: "The same path may have several. For
 * example:" and `PUT /beds`.
 */
export function explainsMethods({ heading, blocks }: Section): boolean {
	if (heading === undefined || !title.test(heading.text)) return false;
	return blocks.every(
		(block, index) =>
			blockEndpoints(block).length === 0 || isExample(blocks[index - 1]),
	);
}

const title =
	/^(?:[\d.]+ )?(?:(?:supported|allowed|available|the|http|rest(?:ful)?|request)[- ])*(?:methods|verbs)$/i;

function isExample(before: Block | undefined): boolean {
	return (
		before?.node.type === "paragraph" &&
		/\b(?:for (?:example|instance)|e\.g\.|such as)\b[^.]*[:：]?\s*$/i.test(
			plainText(before.node),
		)
	);
}
