import type { Block } from "../markdown/block.ts";
import { plainText } from "../markdown/block.ts";

/** What a sentence in front of a list or table says about the fields in it. */
export interface Announcement {
	/** Where they go: into the answer, or a place in the request. */
	readonly place?: "returns" | "path" | "query" | "header" | "body";
	/** The field whose own fields they are: "The `schedule` object has the following keys:". */
	readonly owner?: string;
	/** "All parameters are optional": what holds for those that do not say. */
	readonly required?: boolean;
}

const many =
	"(?:fields?|keys|attributes|properties|param(?:eter)?s|arguments|options|members|values)";
const fields = new RegExp(many, "i");

/** Reads the sentence that a block ends with; nothing when it announces no fields. */
export function announcementOf({ node }: Block): Announcement | undefined {
	if (node.type !== "paragraph") return undefined;
	const text = plainText(node);
	const last = text.split(/(?<=[.!?])(?=\s)/).at(-1) ?? text;
	const required = allRequired(text);
	const announces = /[:：]\s*$/.test(text) && fields.test(last);
	if (!announces) return required === undefined ? undefined : { required };
	const ownerIn = /^(?:each|every|the|an?|each of the|this|all)?\s*/i;
	const owner = node.children
		.flatMap((child) => (child.type === "inlineCode" ? [child.value] : []))
		.find((name) =>
			/^(?:objects? |field |block |parameter |array |property |map |list |attribute |type |struct(?:ure)? |items? |is an? \w+ (?:of|with) ){0,3}(?:\w+ ){0,3}(?:has|have|supports?|contains?|consists? of|takes?|accepts?|includes?|with|can have|may have|is made of)\b/i.test(
				last
					.replace(ownerIn, "")
					.slice(last.replace(ownerIn, "").indexOf(name) + name.length)
					.trim(),
			),
		);
	const place = placeIn(last);
	return {
		...(place !== undefined && { place }),
		...(owner !== undefined && /^[\w.-]+$/.test(owner) && { owner }),
		...(required !== undefined && { required }),
	};
}

function placeIn(text: string): Announcement["place"] {
	if (/\bquery\b/i.test(text)) return "query";
	if (/\b(?:path|url|uri) param/i.test(text)) return "path";
	if (/\b(?:request )?headers?\b/i.test(text) && !/\brespon/i.test(text))
		return "header";
	if (
		/\b(?:respon(?:ds?|ses?)|answers?|returns?|returned|result|output)\b/i.test(
			text,
		)
	)
		return "returns";
	if (/\b(?:body|payload|post(?:ed)? data|json object)\b/i.test(text))
		return "body";
	return undefined;
}

const ofAll = new RegExp(
	`\\b(?:(?:all|these|the following|following|any|each)(?: of)?(?: the| these)?(?: \\w+)? ${many}(?: below)?(?: \\w+)? (?:are|is)(?: all)?|(?:takes?|accepts?|supports?)(?: the following)?) (optional|required|mandatory)\\b`,
	"i",
);

/** "All parameters are optional", "The following fields are required". */
function allRequired(text: string): boolean | undefined {
	const [, word] = ofAll.exec(text) ?? [];
	return word === undefined ? undefined : !/optional/i.test(word);
}

/** "`Schedule` object", "Schedule fields", "The schedule object": a label that names the owner of what follows. */
export function ownerOfLabel(text: string): string | undefined {
	const bare = text
		.replace(/[`*]/g, "")
		.replace(/^(?:the|an?)\s+/i, "")
		.trim();
	const [, name] =
		/^([\w.-]+(?: [\w-]+)?) (?:objects?|fields|parameters|options|attributes|properties|keys|block|type|struct(?:ure)?)$/i.exec(
			bare,
		) ?? [];
	return name ?? (/^[A-Z_a-z][\w-]*$/.test(bare) ? bare : undefined);
}

/** "Optional parameters" and "Required fields" as labels say it of all in them. */
export function requiredByLabel(text: string): boolean | undefined {
	if (/\b(?:and|or)\b/i.test(text)) return undefined;
	if (/^optional\b|\(optional\)$/i.test(text)) return false;
	if (/^(?:required|mandatory)\b|\((?:required|mandatory)\)$/i.test(text))
		return true;
	return undefined;
}
