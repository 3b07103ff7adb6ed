import type { LiteralShape, Shape } from "../model/types.ts";
import type { TypeNotation } from "./type-notation.ts";
import { unionOf } from "./union.ts";
import { shapeOfWord } from "./words.ts";

const announced =
	/^(?:(?<type>string|str|text|integer|int|number|float)s?\b[\s,]*)?(?:\(|\[|,|:)?\s*(?:enum(?:eration)?|one[- ]?of|any[- ]?of|either|choices?(?: of)?|values?|allowed(?: values)?|valid values)\b\s*[:=]?\s*[([{<]?(?<list>[^()[\]{}<>]+)[)\]}>]{0,2}$/i;
const typed =
	/^(?<type>string|str|text|integer|int|number|float|boolean|bool)\s*[:,]?\s*[([{](?<list>[^()[\]{}]+)[)\]}]$|^(?<colon>string|str|integer|int|number)\s*:\s*(?<behind>[^:]+)$/i;

/**
 * Reads a type that lists values: `enum(a, b)`, `one of: a, b`, `"asc", "desc"`, `string ("a" or "b")`, `0/1`. Where all
 * of them are types, it is any of these.
 */
export function parseValues(text: string): TypeNotation | undefined {
	if (text.length > 1000 || /^[,|]|[,|]$/.test(text)) return undefined;
	const { type, list } = announced.exec(text)?.groups ?? {};
	if (list !== undefined) return notation(listed(list, type, true));
	const {
		type: kind,
		list: own,
		colon,
		behind,
	} = typed.exec(text)?.groups ?? {};
	const inner = own ?? behind;
	if (inner !== undefined) return notation(listed(inner, kind ?? colon, false));
	return notation(listed(text, undefined, false));
}

/** `asc | desc`: a union of plain words that no vocabulary knows lists values and no types. */
export function literalsOf(shape: Shape): Shape {
	if (shape.kind === "array")
		return { ...shape, items: literalsOf(shape.items) };
	if (shape.kind !== "union") return shape;
	const values = shape.members.filter(({ kind }) => kind !== "null");
	const words = values.flatMap((member) =>
		member.kind === "object" && /^[a-z][a-z\d_-]*$/.test(member.title ?? "")
			? [member.title ?? ""]
			: [],
	);
	if (words.length < 2 || words.length < values.length) return shape;
	const literals = words.map((value): Shape => ({ kind: "literal", value }));
	const nothing = shape.members.filter(({ kind }) => kind === "null");
	return unionOf([...literals, ...nothing]);
}

function notation(shape: Shape | undefined): TypeNotation | undefined {
	return shape && { shape, optional: false, cut: false };
}

/** Words and quoted texts between commas, bars, slashes or "or". */
function listed(
	list: string,
	type: string | undefined,
	announced: boolean,
): Shape | undefined {
	const parts = list
		.trim()
		.replace(/[.;]$/, "")
		.split(/\s*(?:,\s*(?:or|and)\s|[,|]|\s\/\s|\bor\b)\s*/)
		.flatMap((part) =>
			/^[\w-]+(?:\/[\w-]+)+$/.test(part) ? part.split("/") : [part],
		)
		.filter((part) => part !== "");
	const shapes = parts.map((part) => shapeOfWord(part));
	const known = shapes.flatMap((shape) => shape ?? []);
	if (known.length === parts.length && parts.length > 0)
		return parts.length > 1 || announced ? unionOf(known) : undefined;
	if (
		parts.length === 2 &&
		parts.every((part) => /^(?:true|false)$/i.test(part))
	)
		return { kind: "boolean" };
	const words = parts.map(
		(part) => /^(["'“‘])(.+)["'”’]$/.exec(part)?.[2] ?? part,
	);
	const quoted = parts.every((part, at) => part !== words[at]);
	const plain = words.every((word) => /^[\w.:+*@-]+$/.test(word));
	const numbers = words.every((word) => /^-?\d+(?:\.\d+)?$/.test(word));
	if (known.length > 0 || parts.length < (announced ? 1 : 2)) return undefined;
	if (!quoted && !(plain && (announced || type !== undefined || numbers)))
		return undefined;
	const numeric = numbers && !quoted && !/^(?:str|text)/i.test(type ?? "");
	return unionOf(
		words.map(
			(word): LiteralShape => ({
				kind: "literal",
				value: numeric ? Number(word) : word,
			}),
		),
	);
}
