import type { Basis, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import { shapeOfWord } from "../notation/words.ts";
import { seenType } from "./seen-type.ts";

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
		.slice(0, 600)
		.replace(/\[([^\][]*)\]\([^()]*\)/g, "$1")
		.replace(/\s+/g, " ")
		.replace(/^(?:[-–—:]?\s*\([^()]*\)\s*)+/, "")
		.trim();
	const plain = text.replace(/[`*]/g, "");
	const [lead = ""] = opening.exec(plain) ?? [];
	const behind = plain.slice(lead.length);
	const stated =
		choiceIn(text) ??
		containerIn(plain) ??
		containerIn(behind) ??
		valueIn(behind) ??
		laterIn(plain);
	if (stated !== undefined) return { shape: stated, basis: "stated" };
	const inferred = seenType(text);
	return inferred && { shape: inferred, basis: "inferred" };
}

/** What may stand in front of the word for the type: "`Tags` is", "Specifies an optional". */
const opening =
	/^(?:[\w.-]+ is (?=an? |given ))?(?:(?:this|it|which) )?(?:(?:is|specifies|specify|contains?|holds?|gives|provides|defines|represents|this|given|sent|passed|as|an?|the|optional|required|ordered|sorted|unique|nested|additional|non-empty|json|set of key[- ]value) )*/i;

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
	if (/^(?:list|array) (?:to|that|which|containing|holding)\b/i.test(text))
		return { kind: "array", items: unknown };
	if (
		/^key[-/ ]?value (?:map|pairs?|store)\b|^(?:dictionary|map) (?:that|which|with|containing)\b|^map\[/i.test(
			text,
		)
	)
		return { kind: "record", values: unknown };
	const map =
		/^(?:an? |the )?(?:dictionary|map|mapping|hashmap) (?:of|from) (?:[^.,;]{1,60}? to (\w+)|\w+)/i.exec(
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

/** "boolean that …", "integer value", "string", with nothing but the end of the clause behind. */
function valueIn(text: string): Shape | undefined {
	const word =
		/^(boolean|bool|string|integer|float)(?: (?:value|flag|field))?(?=[\s.,;:(]|$)(?! (?:array|list|or)\b)/i.exec(
			text,
		)?.[1];
	return word === undefined ? undefined : wordShape(word);
}

/** "Value is a boolean", "given as a string array", anywhere in a description. */
function laterIn(text: string): Shape | undefined {
	const [, word = "", many] =
		/\b(?:value|it|field|this|given|specified|expressed|represented|passed|provided|sent|supplied|as) (?:(?:is|must be|should be|has to be) )?(?:(?:given|passed|provided|specified|sent) )?(?:as )?an? (boolean|string|integer|float)(?: (array|list))?(?: value)?(?=[\s.,;:)]|$)(?! (?:of|or|like)\b)/i.exec(
			text,
		) ?? [];
	const shape = word === "" ? undefined : wordShape(word);
	return shape === undefined || many === undefined
		? shape
		: { kind: "array", items: shape };
}

/** "list of message objects" names what it is a list of. */
function itemsOf([, word = "", objects]: RegExpExecArray): Shape {
	const known = wordShape(word);
	if (known !== undefined) return known;
	return objects === undefined
		? unknown
		: { kind: "object", properties: [], title: word };
}
