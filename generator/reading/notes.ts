import { type Block, markdownOf } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { Note } from "../model/types.ts";
import type { Reader } from "./fragment.ts";
import { wordsInHtml } from "./html-block.ts";
import { saidIn } from "./said.ts";

const topics =
	/\b(?:auth\w*|security|credentials?|api keys?|(?:access |api )?tokens|sign(?:ing|atures?)|sessions?|errors?|failures?|(?:status|response|error|http|return) codes?|rate[ -]?limit\w*|throttl\w*|quotas?|limits|fair use|(?:common |response |request )?headers|version(?:s|ing)|pagination|paging|conventions|(?:response |request |data |date )?formats?|content types?|media types?|encoding|idempoten\w*|cors|time ?zones?|base ur[li]s?|servers|environments?|hosts?|endpoints?|getting started|introduction|overview|general|basics)\b|autentica|authentifi|fehler|erreurs|errores|límites|limites/i;

/**
 * What a chapter without endpoints says of the API as a whole, under a heading about something that concerns every call:
 * it is kept as words, whatever else is read from it.
 */
export function notesIn(
	section: Section,
	above: readonly string[],
	reader: Reader,
): readonly Note[] {
	const { heading } = section;
	if (heading === undefined || section.blocks.length === 0) return [];
	if (![...above.slice(-1), heading.text].some((one) => topics.test(one)))
		return [];
	const words = saidIn(section, reader).flatMap((block) => {
		const text = textOf(block, reader);
		if (text === "") return [];
		reader.ledger.mark(block.span, "prose", "about the whole API");
		return [text];
	});
	if (words.length === 0) return [];
	reader.ledger.mark(heading.span, "prose", "about the whole API");
	return [
		{
			title: heading.text,
			text: words.join("\n\n"),
			origins: [{ span: heading.span, basis: "stated" }],
		},
	];
}

function textOf({ node, span }: Block, { source }: Reader): string {
	if (node.type === "html") return wordsInHtml(node.value) ?? "";
	return node.type === "definition" || node.type === "yaml"
		? ""
		: markdownOf(source, span);
}
