import type { Basis, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import { shapeOfWord } from "../notation/words.ts";

/** A type that the words of a description give, and whether they state it or only let it be seen. */
export interface ProseType {
	readonly shape: Shape;
	readonly basis: Extract<Basis, "stated" | "inferred">;
}

/**
 * The type of a field of which no notation says it: "a list of …", "a string or list of strings", "can be `json` or a JSON
 * schema", "if `false`, …", "number of …".
 */
export function typeInProse(description: string): ProseType | undefined {
	const text = description
		.replace(/\s+/g, " ")
		.replace(/^(?:[-–—:]?\s*\([^()]*\)\s*)+/, "")
		.trim();
	const stated = choiceIn(text) ?? containerIn(text);
	if (stated !== undefined) return { shape: stated, basis: "stated" };
	const inferred = seenIn(text);
	return inferred && { shape: inferred, basis: "inferred" };
}

const unknown = { kind: "unknown" } as const;
const string = { kind: "string" } as const;

/** "Can be a boolean or a level (`"low"`, `"high"`)": nothing unless each of them is known. */
function choiceIn(text: string): Shape | undefined {
	const [, list = ""] =
		/\b(?:can|may|must|should) be (?:either )?((?:`[^`]+`|an? [\w -]{1,40}?)(?: \([^()]*\))?(?:,? or (?:`[^`]+`|an? [\w -]{1,40}?)(?: \([^()]*\))?){1,5})(?=[.;,]|$)/i.exec(
			text,
		) ?? [];
	const members = list
		.split(/,? or (?=`|an? )(?![^()]*\))/i)
		.map((one) => memberOf(one.trim()));
	const known = members.filter((one) => one !== undefined);
	return members.length > 1 && known.length === members.length
		? unionOf(known)
		: undefined;
}

function memberOf(text: string): Shape | undefined {
	const inner = /\(([^()]*)\)$/.exec(text)?.[1] ?? "";
	const values = [...inner.matchAll(/`"?([^`"]+)"?`/g)];
	if (values.length > 1)
		return unionOf(
			values.map(([, value = ""]) => ({ kind: "literal", value })),
		);
	const code = /^`"?([\w./+-]+)"?`$/.exec(text)?.[1];
	if (code !== undefined)
		return /^(?:true|false)$/.test(code)
			? { kind: "boolean" }
			: { kind: "literal", value: code };
	const words = text.replace(/^an?\s+/i, "");
	return wordShape(words) ?? containerIn(words);
}

/** A word for a type, or a schema, which is an object whose keys are anything. */
function wordShape(words: string): Shape | undefined {
	if (/^JSON schema$/i.test(words)) return { kind: "record", values: unknown };
	const shape = /^\w+$/.test(words) ? shapeOfWord(words) : undefined;
	return shape?.kind === "unknown" ? undefined : shape;
}

/** "a list of tags", "a dictionary of names to digests", "a string containing …", with "or" between two of them. */
function containerIn(text: string): Shape | undefined {
	if (
		/^(?:an? |the )?\w+[- ](?:separated|delimited) (?:list|string)\b/i.test(
			text,
		)
	)
		return string;
	const [, word = "", item = ""] =
		/^(?:an? )?(string|text|number|object) or (?:an? )?(?:list|array) of (\w+)/i.exec(
			text,
		) ?? [];
	const one = wordShape(word);
	const many = wordShape(item);
	if (one !== undefined && many !== undefined)
		return unionOf([one, { kind: "array", items: many }]);
	const list =
		/^(?:an? |the )?(?:json |ordered |unordered |optional )?(?:list|array) of (?:(?:the|all|one or more|zero or more) )?(\w+)(?: (objects?)\b)?/i.exec(
			text,
		);
	if (list !== null) return { kind: "array", items: itemsOf(list) };
	const map =
		/^(?:an? |the )?(?:dictionary|map|mapping|hash|hashmap) (?:of|from) (?:[^.,;]{1,60}? to (\w+)|\w+)/i.exec(
			text,
		);
	if (map !== null)
		return { kind: "record", values: wordShape(map[1] ?? "") ?? unknown };
	return /^an? (?:\w+ )?string (?:containing|with|that|of|representing|holding|to)\b/i.test(
		text,
	)
		? string
		: undefined;
}

/** "list of message objects" names what it is a list of. */
function itemsOf([, word = "", objects]: RegExpExecArray): Shape {
	const known = wordShape(word);
	if (known !== undefined) return known;
	return objects === undefined
		? unknown
		: { kind: "object", properties: [], title: word };
}

/** What the words only let be seen: a default, a condition on `true`, a quantity. */
function seenIn(text: string): Shape | undefined {
	const either =
		/^(?:boolean|flag|whether)\b|\b(?:if|when|unless)(?: (?:set|equal))?(?: to)? `?(?:true|false)`?(?=[\s,.;)]|$)|\bdefaults? (?:to|is) `?(?:true|false)`?(?=[\s,.;)]|$)|\bset (?:it |this )?to `?(?:true|false)`?(?=[\s,.;)]|$)/i;
	if (either.test(text)) return { kind: "boolean" };
	const quantity =
		/^(?:the )?(?:(?:total|maximum|minimum|max|min|current|peak|average|approximate) )?(?:number|count) of (\w+)/i.exec(
			text,
		);
	if (quantity !== null)
		return /second|minute|hour|day/i.test(quantity[1] ?? "")
			? { kind: "number" }
			: { kind: "number", integer: true };
	if (
		/^(?:the )?(?:\w+ )?(?:time(?:stamp)?|duration)(?: spent)? \(?in (?:milli|micro|nano)?seconds\b/i.test(
			text,
		)
	)
		return { kind: "number" };
	if (/^(?:the |an? )?(?:unique |full )?(?:name|title) of\b/i.test(text))
		return string;
	const byDefault = /\(defaults?:? (?:to )?`([^`]+)`\)/i.exec(text)?.[1];
	if (byDefault === undefined) return undefined;
	if (/^(?:true|false)$/.test(byDefault)) return { kind: "boolean" };
	if (/^-?\d+(?:\.\d+)?$/.test(byDefault)) return { kind: "number" };
	return /^(?:null|nil|none|\[.*|\{.*)$/i.test(byDefault) ? undefined : string;
}
