import { anchorOf } from "../markdown/anchor.ts";
import type { Block } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { Reader } from "./fragment.ts";

/** The blocks of a section that say something to its readers: comments and lines that only separate are passed over. */
export function saidIn(
	{ blocks }: Pick<Section, "blocks">,
	{ ledger }: Pick<Reader, "ledger">,
): readonly Block[] {
	return blocks.filter(({ node, span }) => {
		const comment =
			node.type === "html" && /^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value);
		if (comment) ledger.mark(span, "read", "comment");
		const rule = node.type === "thematicBreak";
		if (rule) ledger.mark(span, "read", "separator");
		const anchor = anchorOf(node) !== undefined;
		if (anchor) ledger.mark(span, "read", "anchor");
		return !comment && !rule && !anchor;
	});
}

/** A block that none of the recognisers of its part knows. */
export function tellUnread(
	{ span }: Pick<Block, "span">,
	where: string,
	{ ledger, report }: Pick<Reader, "ledger" | "report">,
): void {
	ledger.mark(span, "unread", where);
	report("block/unread", span, {});
}
