import type { Paragraph } from "mdast";
import { plainText } from "../markdown/block.ts";
import { everyBlock, type Section } from "../markdown/sections.ts";
import type { TypeMention } from "../model/type-mention.ts";
import type { Span } from "../text/span.ts";
import type { Part } from "./part.ts";
import { isAnswer } from "./part-role.ts";
import { listedNoun } from "./prose-answer.ts";

/**
 * The types that an operation's section names: "Returns a list of [Invoice](#invoice)", "The request body is an `Invoice`
 * object", "**Returns:** Invoice". A name counts only where a type of that name is described.
 */
export function typeMentions(
	section: Section,
	parts: readonly Part[],
	operation: string,
): readonly TypeMention[] {
	const said = [...everyBlock(section)].flatMap(({ node, span }) =>
		node?.type === "paragraph"
			? mentionsIn(node).map((one) => ({ ...one, operation, span }))
			: [],
	);
	const alone = parts.flatMap((part) =>
		answersWell(part)
			? textsOf(part).flatMap(({ text, span }) =>
					typeAlone(text).map((one) => ({ ...one, operation, span })),
				)
			: [],
	);
	return [...said, ...alone];
}

type Mention = Pick<TypeMention, "side" | "name" | "many">;

/** A part about the answer of a call that succeeds. */
function answersWell({ role, status = "2" }: Part): boolean {
	return isAnswer(role) && role !== "errors" && status.startsWith("2");
}

/** What stands behind a part's label, and its paragraphs. */
function textsOf({ label, blocks }: Part): readonly Said[] {
	const value =
		label?.value === undefined ? [] : [{ text: label.value, span: label.span }];
	const paragraphs = blocks.flatMap(({ node, span }) =>
		node.type === "paragraph" ? [{ text: plainText(node), span }] : [],
	);
	return [...value, ...paragraphs];
}

interface Said {
	readonly text: string;
	readonly span: Span;
}

/** "`200 OK`: an array of Invoice objects": nothing but a type, where the answer is described. */
function typeAlone(text: string): readonly Mention[] {
	const [, list, name = "", kind = ""] = whole.exec(text.trim()) ?? [];
	const type = /^[A-Z]/.test(name) || kind !== "";
	return type && !plain.test(name)
		? [
				{
					side: "response",
					name,
					many: list !== undefined || kind.endsWith("s"),
				},
			]
		: [];
}

function mentionsIn(paragraph: Paragraph): readonly Mention[] {
	const text = plainText(paragraph);
	const marked = new Set(
		paragraph.children.flatMap((child) =>
			["inlineCode", "link", "linkReference"].includes(child.type)
				? [plainText(child)]
				: [],
		),
	);
	const found = sides.flatMap(([side, pattern]) => {
		const match = pattern.exec(text);
		const [all = "", list, name = "", kind] = match ?? [];
		const behind = text.slice((match?.index ?? 0) + all.length);
		// A word by itself may mean anything, unless the sentence ends with it.
		const named =
			kind !== undefined || marked.has(name) || /^[.;]?\s*$/.test(behind);
		return named && !plain.test(name)
			? [{ side, name, many: list !== undefined || /s$/.test(kind ?? "") }]
			: [];
	});
	if (found.some(({ side }) => side === "response")) return found;
	const noun = listedNoun(text);
	return noun === undefined || plain.test(noun)
		? found
		: [...found, { side: "response", name: noun, many: true }];
}

const filler =
	"(?: (?:back|an?|the|one|all|new|newly|matching|requested|full|single|json|paginated|complete|resulting|valid|existing|\\w{3,}ed))*";

const list = "(list|array|collection|set|page) of";

const kinds = "( (?:objects?|resources?|records?|models?)(?!\\w))?";

const named = `${filler}(?: ${list})?${filler} ([A-Za-z]\\w*(?:\\.\\w+)*)${kinds}`;

const whole = new RegExp(
	`^(?:20\\d(?: [A-Z]\\w+)*[:,]? )?(?:(?:an?|the) )?(?:(?:json|full|single) )?(?:${list} )?([A-Za-z]\\w*(?:\\.\\w+)*)${kinds}\\.?$`,
	"i",
);

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
