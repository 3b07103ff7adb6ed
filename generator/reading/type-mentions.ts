import type { Paragraph } from "mdast";
import { plainText } from "../markdown/block.ts";
import { everyBlock, type Section } from "../markdown/sections.ts";
import type { TypeMention } from "../model/type-mention.ts";

/** The types that sentences of an operation's section name: "Returns a list of [Invoice](#invoice)", "The request body is an `Invoice` object." */
export function typeMentions(
	section: Section,
	operation: string,
): readonly TypeMention[] {
	return [...everyBlock(section)].flatMap(({ node, span }) =>
		node?.type === "paragraph"
			? mentionsIn(node).map((one) => ({ ...one, operation, span }))
			: [],
	);
}

type Mention = Pick<TypeMention, "side" | "name" | "many">;

function mentionsIn(paragraph: Paragraph): readonly Mention[] {
	const text = plainText(paragraph);
	const marked = new Set(
		paragraph.children.flatMap((child) =>
			["inlineCode", "link", "linkReference"].includes(child.type)
				? [plainText(child)]
				: [],
		),
	);
	return sides.flatMap(([side, pattern]) => {
		const [, list, name = "", kind] = pattern.exec(text) ?? [];
		// A word by itself may mean anything.
		const named = kind !== undefined || marked.has(name);
		return named && !plain.test(name)
			? [{ side, name, many: list !== undefined || /s$/.test(kind ?? "") }]
			: [];
	});
}

const filler =
	"(?: (?:back|an?|the|one|all|created|updated|new|newly|matching|requested|full|single|json|paginated|complete|resulting|valid|existing))*";

const named = `${filler}(?: (list|array|collection|set|page) of)?${filler} ([A-Za-z]\\w*(?:\\.\\w+)*)( (?:objects?|resources?|records?|models?)(?!\\w))?`;

const sides: readonly (readonly [TypeMention["side"], RegExp])[] = [
	[
		"response",
		new RegExp(
			`\\b(?:returns?:?|responds? with|answers? with|response(?: body)? (?:is|contains|will be|will contain|consists of)|\\b20\\d\\b[^.:]{0,30} with)${named}`,
			"i",
		),
	],
	[
		"request",
		new RegExp(
			`\\b(?:body|payload)(?: of the request)? (?:is|must be|should be|contains|must contain|has to be|consists of)${named}`,
			"i",
		),
	],
];

/** Words in front of "object" that name no type. */
const plain =
	/^(?:json|an?|the|empty|same|this|that|following|data|error|list|array|object|string|number|boolean|integer|null|true|false|xml|request|response|result|body)$/i;
