import type { Origins, Shape } from "../model/types.ts";
import type { JsonValue } from "../text/json.ts";
import { parseType } from "./type.ts";

/** What stands in brackets behind a field's name: `(string: <required>)`, `(int, optional, default: 5)`. */
export interface Marks {
	readonly shape?: Shape;
	readonly required?: boolean;
	readonly default?: JsonValue;
	readonly deprecated?: boolean;
	/** Where in the request the field goes, if the brackets say so. */
	readonly location?: "path" | "query" | "header" | "cookie" | "body";
}

const required =
	/^(?:<?\s*(?:required|mandatory|obligatory|must|non-null|not null)\s*>?|\*)$/i;
const optional = /^<?\s*(?:optional|not required|opt(?:ional)?\.?)\s*>?$/i;
const deprecated = /^<?\s*deprecated\s*>?$/i;
const location =
	/^(?:in\s+)?(path|query|header|cookie|body)(?:\s+param(?:eter)?)?$/i;
const byDefault =
	/^(?:defaults?(?:\s+value)?(?:\s+(?:to|is|of))?)\s*[:=]?\s*(.+)$/i;

/**
 * Reads marks. Nothing is returned for brackets that hold something else, so that `(see below)` stays a part of the
 * description.
 */
export function parseMarks(text: string, origins: Origins): Marks | undefined {
	const marks: { -readonly [K in keyof Marks]: Marks[K] } = {};
	for (const [index, part] of splitMarks(text).entries()) {
		const bare = part.replace(/^[`*_]+|[`*_]+$/g, "").trim();
		if (bare === "") continue;
		const place = location.exec(bare)?.[1]?.toLowerCase();
		const value = byDefault.exec(bare)?.[1];
		if (required.test(bare)) marks.required = true;
		else if (optional.test(bare)) marks.required = false;
		else if (deprecated.test(bare)) marks.deprecated = true;
		else if (isLocation(place)) marks.location = place;
		else if (value !== undefined) setDefault(marks, value);
		else if (marks.shape === undefined) {
			const notation = parseType(bare.replace(/^<|>$/g, ""), origins);
			if (notation === undefined || isJustWords(notation.shape, bare))
				return undefined;
			marks.shape = notation.shape;
			if (notation.optional) marks.required = false;
		} else if (index > 0) setDefault(marks, bare);
	}
	return Object.keys(marks).length === 0 ? undefined : marks;
}

function isLocation(
	word: string | undefined,
): word is NonNullable<Marks["location"]> {
	return word !== undefined;
}

/** `string: <required>` and `bool, optional` alike; what is in brackets or quotes is not split. */
function splitMarks(text: string): readonly string[] {
	const parts: string[] = [""];
	let depth = 0;
	let quote = "";
	for (const mark of text) {
		if (quote !== "") quote = mark === quote ? "" : quote;
		else if (mark === '"' || mark === "`") quote = mark;
		else if ("<[({".includes(mark)) depth++;
		else if (">])}".includes(mark)) depth--;
		const splits = depth <= 0 && quote === "" && /[,:;]/.test(mark);
		if (splits) parts.push("");
		else parts[parts.length - 1] += mark;
	}
	return parts.map((part) => part.trim());
}

/** A name that no vocabulary knows is a type only when it looks like one: `Array<Link>`, `ACLRole`, not `see`. */
function isJustWords(shape: Shape, text: string): boolean {
	const bare =
		shape.kind === "object" &&
		shape.title !== undefined &&
		shape.properties.length === 0;
	return bare && !/^[A-Z]\w*[A-Z.]?\w*$/.test(text) && !/[.[<{]/.test(text);
}

function setDefault(
	marks: { -readonly [K in keyof Marks]: Marks[K] },
	text: string,
): void {
	const bare = text.replace(/^`|`$/g, "");
	marks.default = jsonOr(bare);
	marks.required ??= false;
}

/** `false`, `10`, `""` and `"a"` are what they say; anything else is text. */
function jsonOr(text: string): JsonValue {
	if (/^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(text))
		return JSON.parse(text);
	return text.replace(/^"(.*)"$/s, "$1");
}
