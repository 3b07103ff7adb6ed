import type { RootContent } from "mdast";
import type { Section } from "../markdown/sections.ts";
import { textOf } from "../text/source.ts";
import type { Reader } from "./fragment.ts";

/** Writes into the books why blocks are not read, before anything is made of them: what is read later takes its place. */
export function explainUnread(
	{ heading, blocks, sections }: Section,
	reader: Reader,
): void {
	const { ledger, source } = reader;
	if (heading !== undefined)
		ledger.mark(heading.span, "unread", "heading of a chapter of no operation");
	for (const { node, span } of blocks)
		ledger.mark(
			span,
			"unread",
			reasonFor(node, () => textOf(source, span)),
		);
	for (const inner of sections) explainUnread(inner, reader);
}

function reasonFor({ type }: RootContent, text: () => string): string {
	switch (type) {
		case "yaml":
			return "front matter";
		case "code":
			return "code of no operation";
		case "table":
			return "table of no operation";
		case "html":
			return "HTML of no operation";
		default:
			return /`\/[\w{}<>:.-]+\/[\w{}<>:./-]*`/.test(text())
				? "speaks of a path, and of no method"
				: "words of no operation";
	}
}
