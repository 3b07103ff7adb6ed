import { type Block, plainText } from "../markdown/block.ts";

/**
 * The type whose fields a sentence announces: "The `Coupon` object supports the following keys:", "`Coupons` is a list of
 * `Coupon` objects, each has these attributes:"; nothing when it announces something else.
 */
export function announcedType({ node }: Block): string | undefined {
	if (node.type !== "paragraph") return undefined;
	const text = plainText(node);
	const name = announcedIn(text);
	if (name !== undefined) return name;
	const last = announcingSentence(text);
	const bare = last && haver.exec(last)?.[1];
	return bare !== undefined && !general.test(bare) ? bare : undefined;
}

/** The type that the last sentence of a text announces the fields of, by a word for what it is. */
export function announcedIn(text: string): string | undefined {
	const last = announcingSentence(text);
	if (last === undefined) return undefined;
	// Each word may start a match: in "The Record object" the first has a word for what it is behind it, too.
	const names = [...last.matchAll(/(?<=^|\s)\S/g)].flatMap(({ index }) => {
		const [, before, behind] = named.exec(last.slice(index)) ?? [];
		const name = before ?? behind;
		return name === undefined || general.test(name) ? [] : [name];
	});
	return names.at(-1);
}

const many = "fields?|keys|attributes|properties|members|columns";

const word = "`?([A-Za-z_$][\\w$.-]{0,80})`?";

const kind =
	"(?:objects?|blocks?|resources?|entit(?:y|ies)|records?|models?|struct(?:ure)?s?|types?|schemas?)";

const named = new RegExp(
	`^(?:${word} ${kind}(?=[\\s,:.]|$)|(?:object|model|struct|schema|type) ${word}(?=\\s(?:has|have|supports?|contains?|consists?|includes?|with)\\b))`,
	"i",
);

const haver = new RegExp(
	`^(?:an?|each|every)\\s+${word}\\s+(?:has|have|supports?|contains?|consists? of|includes?|is made up of|is represented by)\\b`,
	"i",
);

const announces = new RegExp(
	`(?:^|\\W)(?:${many})(?:\\W|$)[^:：]{0,80}[:：]\\s*$|\\b(?:following|these) (?:${many})\\W*$`,
	"i",
);

/** Words in front of "object" that name no type. */
const general =
	/^(?:an?|the|this|that|these|those|each|every|all|any|following|json|returned|resulting|requests?|responses?|root|top-level|nested|inner|outer|data|new|single|input|output|parent|child|same|whole|body|payload|query|header|config|options?|its?|their|of|is|and|or|for|in|by|given|such|other|optional|required|simple|plain|complex|valid|empty)$/i;

/** The last sentence, where it says that fields follow. */
function announcingSentence(text: string): string | undefined {
	const start = [...text.matchAll(/[.!?]\s+(?=[A-Z`"])/g)].at(-1);
	const last = start === undefined ? text : text.slice(start.index + 1).trim();
	return last.length < 400 && announces.test(last) ? last : undefined;
}
