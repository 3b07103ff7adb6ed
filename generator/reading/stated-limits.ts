import type { Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";

/** A shape with what a description says about its values: which there are, how long, how great, of what form. */
export function withLimits(shape: Shape, text: string): Shape {
	switch (shape.kind) {
		case "string":
			return textLimits(shape, text);
		case "number":
			return { ...shape, ...numberLimits(text) };
		case "array":
			return shape.items.kind === "string"
				? { ...shape, items: choices(text) ?? shape.items }
				: shape;
		case "unknown":
			return choices(text) ?? shape;
		default:
			return shape;
	}
}

/** True when a description says that the value may be null. */
export function isNullable(text: string): boolean {
	return /\b(?:can|may|might|could|will) (?:also )?be `?null`?(?=[\s.,;)]|$)|\bor `null`|\bis `?null`? (?:if|when|until|unless)\b|\b`?null`? if (?:not|there|no|the|it)\b|(?:^|\W)nullable\b|\*null\*/i.test(
		text,
	);
}

const quoted = '(?:`"?[^`\\s]+?"?`|"[^"\\s]+"|“[^”\\s]+”|\'[^\'\\s]+\')';
const row = `(${quoted}(?:\\s*(?:\\([^()]*\\))?\\s*(?:,\\s*(?:or|and)?|\\bor\\b|\\band\\b|\\||/)\\s*${quoted})+)`;
const lead =
	"(?:\\b(?:one of|either|any of|(?:valid|allowed|possible|accepted|permitted|supported|legal|available) (?:\\w+ )?(?:values?|options?|choices|types?|modes?)(?: for \\S+)?|values?|options(?: for this \\w+)?|can(?: only)? be|may be|must be|should be)(?: one of| either)?(?: the following)?(?: values?)?(?: are| is| include)?\\s*:?\\s*)";
const choice = new RegExp(`${lead}${row}`, "i");

/** "One of `a` or `b`", "Valid values: `a`, `b`", 'can be "low", "high"': each value is in code or quotes. */
function choices(text: string): Shape | undefined {
	const found = choice.exec(text);
	const list = found?.[1];
	if (found === null || list === undefined) return undefined;
	// "one of `a`, `b`, etc." and "such as" name only some of them.
	const after = text.slice(found.index + found[0].length);
	if (/^\s*(?:,\s*)?(?:etc|\.\.\.|…|and so on|and others)/i.test(after))
		return undefined;
	if (
		/\b(?:e\.g\.|such as|for example|like)\s*$/i.test(
			text.slice(0, found.index),
		)
	)
		return undefined;
	// "One of `a` or `b` must be given" speaks of fields.
	if (
		/^\s*(?:must|has to|have to|should|needs? to|is|are) (?:be )?(?:specified|set|given|provided|present|required|sent|used)\b/i.test(
			after,
		)
	)
		return undefined;
	const values = [...list.matchAll(new RegExp(quoted, "g"))].map(([word]) =>
		word.replace(/^[`"'“]+|[`"'”]+$/g, ""),
	);
	const plain = values.filter((value) => /^[\w.:/@+*-]+$/.test(value));
	const words = plain.filter((value) => !/^(?:null|nil)$/.test(value));
	if (plain.length < values.length || words.length < 2) return undefined;
	if (words.every((value) => /^(?:true|false)$/.test(value)))
		return { kind: "boolean" };
	if (words.some((value) => /^(?:true|false|-?\d+)$/.test(value)))
		return undefined;
	return unionOf(words.map((value) => ({ kind: "literal", value })));
}

function textLimits(
	shape: Extract<Shape, { kind: "string" }>,
	text: string,
): Shape {
	const values = shape.format === undefined ? choices(text) : undefined;
	if (values !== undefined && values.kind !== "boolean") return values;
	const pattern =
		/\b(?:must match|matching|pattern|regex(?:p|ular expression)?)(?: the)?(?: pattern| regex(?:p|ular expression)?)?\s*(?:is|of|:)?\s*`\/?(\^[^`]+\$)\/?`/i.exec(
			text,
		)?.[1];
	return {
		...shape,
		...lengths(text),
		...(pattern !== undefined && isPattern(pattern) && { pattern }),
	};
}

function isPattern(text: string): boolean {
	try {
		return new RegExp(text, "u").source !== "";
	} catch {
		return false;
	}
}

const count = "(\\d[\\d,_]*)";

function first(text: string, patterns: readonly RegExp[]): number | undefined {
	for (const pattern of patterns) {
		const found = pattern.exec(text)?.[1];
		if (found !== undefined) return Number(found.replace(/[,_]/g, ""));
	}
	return undefined;
}

const letters = "(?:unicode |ascii |utf-?8 )?(?:char(?:acter)?s?|letters)\\b";

/** "a maximum of 128 characters", "must not exceed 256 characters", "between 3 and 20 characters". */
function lengths(text: string): {
	readonly minLength?: number;
	readonly maxLength?: number;
} {
	const [, from, to] =
		new RegExp(
			`\\b${count}\\s*(?:-|–|to|and)\\s*${count} ${letters}`,
			"i",
		).exec(text) ?? [];
	const least =
		from === undefined
			? first(text, [
					new RegExp(
						`\\b(?:at least|minimum(?: length)?(?: of| is|:)?|no (?:less|fewer|shorter) than|min\\.?) ${count} ${letters}`,
						"i",
					),
					/\bmin(?:imum)? length(?: of| is|:)? (\d+)/i,
				])
			: Number(from.replace(/[,_]/g, ""));
	const most =
		to === undefined
			? first(text, [
					new RegExp(
						`\\b(?:at most|up to|maximum(?: length)?(?: of| is|:)?|max\\.?(?: length)?:?|(?:not |cannot )(?:exceed|be (?:longer|more) than)|no (?:more|longer) than|limited to|limit of|(?:shorter|fewer|less) than or equal to) ${count} ${letters}`,
						"i",
					),
					new RegExp(
						`\\b${count} ${letters} (?:max(?:imum)?|or (?:less|fewer))`,
						"i",
					),
					/\bmax(?:imum)? length(?: of| is|:)? (\d+)/i,
				])
			: Number(to.replace(/[,_]/g, ""));
	return {
		...(least !== undefined && { minLength: least }),
		...(most !== undefined && { maxLength: most }),
	};
}

const value = "`?(-?\\d[\\d,_]*(?:\\.\\d+)?)`?";
/** A number with a unit behind it is of another scale than the field may be. */
const end =
	"(?![\\w%]|\\s*(?:ms|[smhd]|kb|mb|gb|[kmg]ib|bytes|seconds|minutes|hours|days|characters|chars|times|per)\\b)";

/** "Must be between 1 and 100", "maximum 50", "at least 1". */
function numberLimits(text: string): {
	readonly minimum?: number;
	readonly maximum?: number;
} {
	const [, from, to] =
		new RegExp(
			`\\b(?:between|in the range(?: of)?|ranges? from|range:?|from) ${value} (?:and|to|-|–) ${value}${end}`,
			"i",
		).exec(text) ?? [];
	const number = (word: string | undefined) =>
		word === undefined ? undefined : Number(word.replace(/[,_]/g, ""));
	const minimum =
		number(from) ??
		first(text, [
			new RegExp(
				`\\b(?:min(?:imum)?(?: value)?(?: is| of|:)?|(?:must be|should be) (?:at least|greater than or equal to|>=)) ${value}${end}`,
				"i",
			),
		]) ??
		(/\bmust be (?:non-negative|zero or (?:greater|positive))\b/i.test(text)
			? 0
			: undefined);
	const maximum =
		number(to) ??
		first(text, [
			new RegExp(
				`\\b(?:max(?:imum)?(?: value)?(?: is| of|:)?|(?:must|should|can) (?:be at most|not exceed|be less than or equal to|be <=)|cannot exceed|up to a maximum of) ${value}${end}`,
				"i",
			),
		]);
	if (minimum !== undefined && maximum !== undefined && minimum > maximum)
		return {};
	return {
		...(minimum !== undefined && { minimum }),
		...(maximum !== undefined && { maximum }),
	};
}
