import type { Origins, Shape } from "../model/types.ts";
import type { JsonValue } from "../text/json.ts";
import { parseType, unionOf } from "./type.ts";
import { shapeOfWord } from "./words.ts";

/** What stands in brackets behind a field's name: `(string: <required>)`, `(int, optional, default: 5)`. */
export interface Marks {
	readonly shape?: Shape;
	readonly required?: boolean;
	readonly default?: JsonValue;
	readonly deprecated?: boolean;
	readonly nullable?: boolean;
	/** Where in the request the field goes, if the brackets say so. */
	readonly location?: "path" | "query" | "header" | "cookie" | "body";
	/** What stands beside the marks and is none: `Enterprise`, `since 1.4`. */
	readonly words?: readonly string[];
}

const required =
	/^(?:<?\s*(?:is )?(?:required|mandatory|obligatory|must|non-null|not null|obligatori[oa]|requerid[oa]|obligatoire|requis[e]?|erforderlich|pflicht|obrigat[óo]ri[oa]|obbligatori[oa]|обязательн\S+|必填|必须|必須)\s*>?|\*)$/i;
const optional =
	/^<?\s*(?:is )?(?:optional|not required|opt(?:ional)?\.?|opcional|optionnel(?:le)?|facultati(?:f|ve|vo|va)|opzionale|необязательн\S+|选填|可选|任意)\s*>?$/i;
const deprecated = /^<?\s*deprecated\s*>?$/i;
const nullable = /^<?\s*(?:nullable|can be null|or null)\s*>?$/i;
const location =
	/^(?:in\s+)?(path|query|header|cookie|body)(?:\s+(?:string\s+)?param(?:eter)?)?$/i;
const byDefault =
	/^(?:defaults?(?:\s+value)?(?:\s+(?:to|is|of))?)\s*[:=]?\s*(.+)$/i;
const nothing =
	/^<?(?:nil|null|none|unset|undefined|n\/a|not set|varies|auto|empty)>?$/i;

/**
 * Reads marks. Nothing is returned for brackets that hold something else, so that `(see below)` stays a part of the
 * description.
 */
export function parseMarks(text: string, origins: Origins): Marks | undefined {
	const marks: { -readonly [K in keyof Marks]: Marks[K] } = {};
	const words: string[] = [];
	const parts = splitMarks(text);
	for (const [index, { text: part, behind }] of parts.entries()) {
		const bare = part.replace(/^[`*_]+|[`*_]+$/g, "").trim();
		const label = parts[index + 1]?.behind === ":" ? bare : "";
		if (bare === "" || /^type$/i.test(label)) continue;
		const place = location.exec(bare)?.[1]?.toLowerCase();
		const value = byDefault.exec(bare)?.[1];
		if (required.test(bare)) marks.required = true;
		else if (optional.test(bare)) marks.required = false;
		else if (deprecated.test(bare)) marks.deprecated = true;
		else if (nullable.test(bare)) marks.nullable = true;
		else if (isLocation(place)) marks.location = place;
		else if (value !== undefined) setDefault(marks, value);
		else if (/^defaults?(?: value| to| is)?$/i.test(label)) continue;
		else if (/^defaults?(?: value| to| is)?$/i.test(labelBefore(parts, index)))
			setDefault(marks, bare);
		else if (behind === ":" && nothing.test(bare)) setDefault(marks, bare);
		else if (marks.shape === undefined) {
			const shape = shapeOfMark(bare, marks, origins);
			// A lone word with a capital, `(Enterprise)`, is a type only when marks go on behind it.
			const lone = /^[A-Z][a-z]+$/.test(bare) && isNamed(shape);
			if (shape === undefined || (lone && (index > 0 || parts.length === 1))) {
				// "(required, see below)" has one mark and words; words alone are no marks.
				words.push(part);
				continue;
			}
			marks.shape = shape;
		} else if (behind === ":" && marks.default === undefined)
			setDefault(marks, bare);
		else words.push(part);
	}
	if (Object.keys(marks).length === 0) return undefined;
	// A sentence that happens to have a colon in it is none.
	if (words.some((word) => word.split(/\s+/).length > 6)) return undefined;
	return words.length === 0 ? marks : { ...marks, words };
}

function labelBefore(parts: readonly Part[], index: number): string {
	return parts[index]?.behind === ":" ? (parts[index - 1]?.text ?? "") : "";
}

function shapeOfMark(
	bare: string,
	marks: {
		required?: boolean | undefined;
		default?: JsonValue | undefined;
	},
	origins: Origins,
): Shape | undefined {
	const inner = /^<([^<>]*)>$/.exec(bare)?.[1] ?? bare;
	const choice = choiceOf(inner);
	if (choice !== undefined) return choice;
	const notation = parseType(inner, origins);
	if (notation === undefined || isJustWords(notation.shape, inner))
		return undefined;
	if (notation.optional) marks.required = false;
	if (notation.default !== undefined) marks.default ??= notation.default;
	return notation.shape;
}

/** `asc|desc`: words of which none is a type are values. */
function choiceOf(text: string): Shape | undefined {
	const words = text.split(/\s*\|\s*/).map((word) => word.trim());
	if (words.length < 2 || !words.every((word) => /^[a-z][\w-]*$/.test(word)))
		return undefined;
	if (words.some((word) => shapeOfWord(word) !== undefined)) return undefined;
	if (words.some((word) => /^(?:true|false|null|nil|none)$/.test(word)))
		return undefined;
	return unionOf(words.map((value) => ({ kind: "literal", value })));
}

function isLocation(
	word: string | undefined,
): word is NonNullable<Marks["location"]> {
	return word !== undefined;
}

interface Part {
	readonly text: string;
	/** The mark that it stands behind: a colon, a comma, or nothing at the start. */
	readonly behind: string;
}

/** `string: <required>` and `bool, optional` alike; what is in brackets or quotes is not split. */
function splitMarks(text: string): readonly Part[] {
	const parts = [{ text: "", behind: "" }];
	let depth = 0;
	let quote = "";
	for (const mark of text) {
		if (quote !== "") quote = mark === quote ? "" : quote;
		else if (mark === '"' || mark === "`") quote = mark;
		else if ("<[({".includes(mark)) depth++;
		else if (">])}".includes(mark)) depth--;
		const last = parts.at(-1);
		if (depth <= 0 && quote === "" && /[,:;]/.test(mark))
			parts.push({ text: "", behind: mark });
		else if (last !== undefined) last.text += mark;
	}
	return parts.map((part) => ({ ...part, text: part.text.trim() }));
}

function isNamed(shape: Shape | undefined): boolean {
	return shape?.kind === "object" && shape.title !== undefined;
}

/** A name that no vocabulary knows is a type only when it looks like one: `Array<Link>`, `ACLRole`, not `see`. */
function isJustWords(shape: Shape, text: string): boolean {
	const bare =
		shape.kind === "object" &&
		shape.title !== undefined &&
		shape.properties.length === 0;
	return bare && !/^[A-Z]\w*[A-Z.]?\w*$/.test(text) && !/[.[<{]/.test(text);
}

/** A default that says that there is none only makes the field optional. */
function setDefault(
	marks: { -readonly [K in keyof Marks]: Marks[K] },
	text: string,
): void {
	const bare = text.replace(/^`|`$/g, "").trim();
	marks.required ??= false;
	if (!nothing.test(bare)) marks.default = jsonOr(bare);
}

/** `false`, `10`, `""` and `"a"` are what they say; anything else is text. */
function jsonOr(text: string): JsonValue {
	if (/^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(text))
		return JSON.parse(text);
	return text.replace(/^(["'])(.*)\1$/s, "$2");
}
