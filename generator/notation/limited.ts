import type { Shape } from "../model/types.ts";
import type { JsonValue } from "../text/json.ts";
import type { TypeNotation } from "./type-notation.ts";
import { unionOf } from "./union.ts";
import { shapeOfWord } from "./words.ts";

/**
 * Reads a scalar with what may be in it: `varchar(64)`, `string [10..20]`, `integer >= 0`, `string (1-64 characters)`,
 * `int(min=1, max=100)`, `string, nullable`. Nothing is returned when any part says something else.
 */
export function parseLimited(text: string): TypeNotation | undefined {
	const [, word = "", rest = ""] =
		/^(\p{L}[\p{L}\d_-]*)\s*(\S.*)$/su.exec(text.slice(0, 200)) ?? [];
	const scalar = shapeOfWord(word);
	if (scalar === undefined || rest === "" || text.length > 200)
		return undefined;
	const found: Limits = {};
	const parts = partsOf(rest);
	if (parts.length === 0) return undefined;
	for (const part of parts) {
		const limits = limitsIn(part, word);
		if (limits === undefined) return undefined;
		Object.assign(found, limits);
	}
	const shape = limited(scalar, found);
	return {
		shape: found.nullable ? unionOf([shape, { kind: "null" }]) : shape,
		optional: found.optional === true || found.default !== undefined,
		cut: false,
		...(found.default !== undefined && { default: found.default }),
	};
}

interface Limits {
	from?: number;
	to?: number;
	nullable?: boolean;
	optional?: boolean;
	default?: JsonValue;
}

/** `(min=1, max=100)`, `, max 64`; a comma between two numbers separates no parts. */
function partsOf(rest: string): readonly string[] {
	const inner = /^[,;:]?\s*[([{](.*)[)\]}]\s*(?:(char)(?:acter)?s?)?$/is.exec(
		rest,
	);
	const bare = (inner?.[1] ?? rest).trim().replace(/^[,;:]\s*/, "");
	return bare
		.replace(/^(-?\d+)\s*,\s*(-?\d+)$/, "$1..$2")
		.split(/\s*[,;]\s*/)
		.filter((part) => part !== "");
}

const unit =
	"(?:\\s*(?:unicode |ascii |utf-?8 )?(?:char(?:acter)?s?|letters|bytes|digits))?";
const number = "(-?\\d+(?:\\.\\d+)?)";
const least = new RegExp(
	`^(?:min(?:imum)?(?:[ _]?(?:length|value|len))?|>=|≥|at least|from)\\s*[:=]?\\s*${number}${unit}$`,
	"i",
);
const most = new RegExp(
	`^(?:max(?:imum)?(?:[ _]?(?:length|value|len))?(?: of)?|<=|≤|up to|at most|no more than|length|len|size)\\s*[:=]?\\s*${number}${unit}(?: max(?:imum)?)?$`,
	"i",
);
const lengthOnly = new RegExp(
	`^${number}\\s*(?:unicode |ascii )?(?:char(?:acter)?s?|letters)?(?: max(?:imum)?)?$`,
	"i",
);
const range = new RegExp(
	`^(?:length|len|size|range|between|from)?\\s*[:=]?\\s*${number}\\s*(?:\\.\\.\\.?|-|–|…|to|and|<=)\\s*${number}${unit}$`,
	"i",
);

function limitsIn(part: string, word: string): Limits | undefined {
	if (/^(?:or )?(?:nullable|null)$/i.test(part)) return { nullable: true };
	if (/^optional$/i.test(part)) return { optional: true };
	// Who reads the field looks for these words himself.
	if (/^(?:required|enum|unique|unsigned|read-?only)$/i.test(part)) return {};
	const [, from, to] = range.exec(part) ?? [];
	if (from !== undefined && to !== undefined) {
		// `decimal(10, 2)` tells digits.
		if (/^(?:decimal|numeric)$/i.test(word)) return {};
		const [low, high] = [Number(from), Number(to)];
		return low <= high ? { from: low, to: high } : undefined;
	}
	const low = least.exec(part)?.[1];
	if (low !== undefined) return { from: Number(low) };
	const high = most.exec(part)?.[1];
	if (high !== undefined) return { to: Number(high) };
	const only = lengthOnly.exec(part)?.[1];
	// `int(11)` tells how wide it is printed.
	if (only !== undefined)
		return shapeOfWord(word)?.kind === "string" ? { to: Number(only) } : {};
	const value = byDefault.exec(part)?.[1];
	if (value !== undefined) return { default: jsonOf(value) };
	// `string(key=value)` tells what the text is made of.
	return /^[\w.-]+\s*=\s*[\w.<>-]+$/.test(part) ? {} : undefined;
}

const byDefault =
	/^(?:defaults?(?: value)?(?: to| is)?\s*[:=]?\s*|=\s*)(["'\w.+-].*)$/i;

function jsonOf(text: string): JsonValue {
	if (/^(?:true|false|null|-?\d{1,15}(?:\.\d+)?)$/i.test(text))
		return JSON.parse(text.toLowerCase());
	return text.replace(/^(["'])(.*)\1$/s, "$2");
}

function limited(scalar: Shape, { from, to }: Limits): Shape {
	if (scalar.kind === "string")
		return {
			...scalar,
			...(from !== undefined && whole(from) && { minLength: from }),
			...(to !== undefined && whole(to) && { maxLength: to }),
		};
	if (scalar.kind === "number")
		return {
			...scalar,
			...(from !== undefined && { minimum: from }),
			...(to !== undefined && { maximum: to }),
		};
	return scalar;
}

function whole(count: number): boolean {
	return Number.isInteger(count) && count >= 0;
}
