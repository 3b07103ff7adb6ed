import type { Origins, Shape } from "../model/types.ts";
import { parseBraces } from "./braces.ts";
import { containerOf } from "./containers.ts";
import {
	type Cursor,
	eat,
	eatWord,
	maximumDepth,
	next,
	skipMore,
} from "./cursor.ts";
import { isFormatWord, withFormat } from "./format.ts";
import { parseLimited } from "./limited.ts";
import { shapeOfPhrase } from "./phrases.ts";
import { type Token, tokenize } from "./tokens.ts";
import type { TypeNotation } from "./type-notation.ts";
import { unionOf } from "./union.ts";
import { literalsOf, parseValues } from "./values.ts";
import { shapeOfWord } from "./words.ts";

export type { TypeNotation } from "./type-notation.ts";
export { unionOf } from "./union.ts";

/**
 * Parses a type as docs write it: `optional array of string`, `"a" or "b" or 2 more`, `map[Name { a, b }]`,
 * `Optional[List[str]]`, `Literal["a"]`, `string | null`, `Array<T>`, `varchar(64)`, `integer [1..100]`, `enum(a, b)`. A
 * name that no vocabulary knows is an object with that title and no properties yet; fields that braces only name are
 * there, with unknown shapes and the given origins. Nothing is returned for text that is not a type.
 */
export function parseType(
	text: string,
	origins: Origins,
): TypeNotation | undefined {
	const bare = bareType(text);
	return (
		parseWhole(bare, origins, false) ??
		parseWhole(bare, origins, true) ??
		parseLimited(bare) ??
		parseValues(bare)
	);
}

/** Without articles in front, marks of code and of where a name comes from. */
function bareType(text: string): string {
	return text
		.replace(/`/g, "")
		.trim()
		.replace(
			/^(?:an?|the|An|The|A(?= (?:list|array|map|set|string)\b))\s+(?=\w)/,
			"",
		)
		.replace(/^pointer to /i, "")
		.replace(/\\(?:\w+\\)*(?=\w)/g, "")
		.replace(/\b[A-Za-z]\w*::(?=\w)/g, "")
		.replace(/^#\/(?:components\/schemas|definitions)\//, "");
}

/** Where what follows the names in braces is no type, only the names count. */
function parseWhole(
	text: string,
	origins: Origins,
	names: boolean,
): TypeNotation | undefined {
	if (names && !text.includes("{")) return undefined;
	const tokens = tokenize(text);
	if (tokens === undefined || tokens.length === 0) return undefined;
	const cursor: Cursor = {
		tokens,
		at: 0,
		optional: false,
		nullish: false,
		cut: false,
		names,
		origins,
		depth: 0,
	};
	const shape = parseUnion(cursor);
	if (shape === undefined || cursor.at < tokens.length) return undefined;
	const { optional, nullish, cut } = cursor;
	return {
		shape: literalsOf(shape),
		optional,
		cut,
		...(nullish && { nullish }),
	};
}

/** `A or B`, `A | B`, `A, B, or C` is left to prose. */
function parseUnion(cursor: Cursor): Shape | undefined {
	const members: Shape[] = [];
	let cut = false;
	eat(cursor, "|");
	do {
		if (skipMore(cursor)) {
			cut = true;
			continue;
		}
		if (eatWord(cursor, /^undefined$/)) {
			if (cursor.depth === 0) cursor.optional = true;
			else members.push({ kind: "null" });
			continue;
		}
		const member = parsePostfix(cursor);
		if (member === undefined) return undefined;
		members.push(member);
	} while (eatWord(cursor, /^or$/i) || eat(cursor, "|"));
	if (members.length === 0 && cursor.optional) return { kind: "null" };
	return unionOf(cut ? [...members, ...membersLeftOut(members)] : members);
}

/** What may be behind `or 18 more`: literals have kin of their type, of anything else nothing is known. */
function membersLeftOut(members: readonly Shape[]): readonly Shape[] {
	return members
		.filter(({ kind }) => kind !== "null")
		.map((member): Shape => {
			if (member.kind !== "literal") return { kind: "unknown" };
			if (typeof member.value === "string") return { kind: "string" };
			return { kind: typeof member.value === "number" ? "number" : "boolean" };
		});
}

/** `string[]`, `number[3]`, `string?`, `string & {}`. */
function parsePostfix(cursor: Cursor): Shape | undefined {
	let shape = parsePrimary(cursor);
	let depth = cursor.depth;
	while (shape !== undefined && (eat(cursor, "[]") || eatCount(cursor))) {
		if (++depth > maximumDepth) return undefined;
		shape = { kind: "array", items: shape };
	}
	if (shape !== undefined && eat(cursor, "?")) {
		if (cursor.depth > 0) return unionOf([shape, { kind: "null" }]);
		cursor.optional = true;
		cursor.nullish = true;
	}
	// C writes a star behind what it points to.
	if (cursor.tokens[0]?.text !== "*") eat(cursor, "*");
	while (shape !== undefined && eat(cursor, "&"))
		if (parsePrimary(cursor) === undefined) return undefined;
	return shape;
}

/** `[3]` behind a type: how many there are. */
function eatCount(cursor: Cursor): boolean {
	const [open, count, close] = cursor.tokens.slice(cursor.at, cursor.at + 3);
	if (open?.text !== "[" || count?.kind !== "number" || close?.text !== "]")
		return false;
	cursor.at += 3;
	return true;
}

function parsePrimary(cursor: Cursor): Shape | undefined {
	const token = cursor.tokens[cursor.at];
	if (token === undefined || cursor.depth > maximumDepth) return undefined;
	cursor.at++;
	cursor.depth++;
	const shape = parseToken(cursor, token);
	cursor.depth--;
	return shape;
}

function parseToken(cursor: Cursor, token: Token): Shape | undefined {
	if (token.kind === "text") return { kind: "literal", value: token.text };
	if (token.kind === "number")
		return { kind: "literal", value: Number(token.text) };
	if (token.kind === "word") return parseWord(cursor, token.text);
	if (token.text === "{")
		return parseTag(cursor) ?? parseBraces(cursor, undefined, parseUnion);
	if (token.text === "[]") return arrayOf(parsePostfix(cursor));
	if (token.text === "[") return arrayOf(parseTuple(cursor));
	if (token.text === "?") {
		const inner = parsePostfix(cursor);
		return inner && unionOf([inner, { kind: "null" }]);
	}
	if (token.text === "*") return parsePostfix(cursor);
	if (token.text === "<") return closed(cursor, parseUnion(cursor), ">");
	// `map<string, ...>` leaves open what is in it.
	if (/^(?:\.\.\.|…)$/.test(token.text) && cursor.depth > 1)
		return { kind: "unknown" };
	if (token.text !== "(") return undefined;
	return closed(cursor, parseUnion(cursor), ")");
}

/** `[]string`, `[Name]`: an array in other words. */
function arrayOf(items: Shape | undefined): Shape | undefined {
	return items && { kind: "array", items };
}

/** `[string, number]`: items of one type or of several. */
function parseTuple(cursor: Cursor): Shape | undefined {
	const members: Shape[] = [];
	do {
		const member = parseUnion(cursor);
		if (member === undefined) return undefined;
		members.push(member);
	} while (eat(cursor, ","));
	const named = members.some(
		(member) => member.kind === "object" && member.title !== undefined,
	);
	// `[lat, lng]` names what stands at each place.
	if (members.length > 1 && named) return undefined;
	return closed(cursor, unionOf(members), "]");
}

/** `{string}`, `{?number}`, `{Array<string>}`, `{boolean=}`: a type as doc comments write it, the brace already read. */
function parseTag(cursor: Cursor): Shape | undefined {
	const start = cursor.at;
	const maybe = eat(cursor, "?");
	const word = cursor.tokens[cursor.at];
	const inside = cursor.tokens.at(-1)?.text === "}" && start === 1;
	if (inside && word?.kind === "word" && isVocabulary(word.text)) {
		const shape = parseUnion(cursor);
		if (eat(cursor, "=")) cursor.optional = true;
		if (shape !== undefined && eat(cursor, "}"))
			return maybe ? unionOf([shape, { kind: "null" }]) : shape;
		cursor.optional = false;
	}
	cursor.at = start;
	return undefined;
}

function isVocabulary(word: string): boolean {
	return shapeOfWord(word.replace(/\.$/, "")) !== undefined;
}

/** Nouns behind the name of a type that add nothing to it. */
const nouns =
	/^(?:objects?|instances?|models?|structs?|entit(?:y|ies)|resources?|values?|items?|elements?|records?)$/i;

function parseWord(cursor: Cursor, word: string): Shape | undefined {
	const lower = word.toLowerCase();
	if (lower === "true" || lower === "false")
		return { kind: "literal", value: lower === "true" };
	if (lower === "optional" || lower === "nullable")
		return parseMarked(cursor, lower);
	if (lower === "readonly" && cursor.tokens[cursor.at]?.kind === "word")
		return parsePostfix(cursor);
	if (/^(?:interface|struct)$/.test(lower) && eat(cursor, "{"))
		return closed(cursor, { kind: "unknown" }, "}");
	if (/^enum$/.test(lower) && !isTypeAhead(cursor) && !opens(cursor))
		return { kind: "unknown" };
	const rest = cursor.tokens.slice(cursor.at, cursor.at + 4);
	const phrase = shapeOfPhrase([word, ...rest.map(({ text }) => text)]);
	if (phrase !== undefined) {
		cursor.at += phrase.length - 1;
		if (!eatWord(cursor, nouns)) eatFormat(cursor, "number");
		// "comma-separated list of ids" is one text, whatever is in it.
		const joined = /\blist$/i.test(cursor.tokens[cursor.at - 1]?.text ?? "");
		if (joined && eatWord(cursor, /^of$/i)) parsePostfix(cursor);
		return phrase.shape;
	}
	const scalar = shapeOfWord(word);
	if (scalar?.kind === "string" || scalar?.kind === "number") {
		const format = eatFormat(cursor, scalar.kind);
		if (format !== undefined) return withFormat(scalar, format);
	}
	if (eatWord(cursor, /^(?:of|from)$/i)) return parseHeld(cursor, lower);
	if (lower === "array") eatJoined(cursor);
	if (opens(cursor)) {
		const parameters = parseParameters(cursor);
		// Go writes the values of a map behind its key: `map[string]int`.
		const values =
			lower === "map" && isTypeAhead(cursor) ? parsePostfix(cursor) : undefined;
		if (values !== undefined) return { kind: "record", values };
		return parameters && containerOf(lower, keyAndValue(lower, parameters));
	}
	const noun = lower !== "array" && lower !== "list" && eatWord(cursor, nouns);
	if (eat(cursor, "{")) {
		const title = lower === "object" ? undefined : word;
		return parseBraces(cursor, title, parseUnion);
	}
	const nullable =
		scalar ?? shapeOfWord(/^Nullable([A-Z]\w*)$/.exec(word)?.[1] ?? "");
	if (nullable !== scalar && nullable !== undefined)
		return unionOf([nullable, { kind: "null" }]);
	if (noun && scalar?.kind === "null") return undefined;
	return scalar ?? { kind: "object", title: word, properties: [] };
}

/** `map<string|int>` has strings for keys: a map of texts needs no word for them. */
function keyAndValue(
	word: string,
	parameters: readonly Shape[],
): readonly Shape[] {
	const [only, ...others] = parameters;
	if (others.length > 0 || only?.kind !== "union" || !/^map$/.test(word))
		return parameters;
	const [key, values, ...more] = only.members;
	if (key?.kind !== "string" || values === undefined || more.length > 0)
		return parameters;
	return values.kind === "null" ? parameters : [key, values];
}

/** What stands behind "array of" and "map of string to". */
function parseHeld(cursor: Cursor, word: string): Shape | undefined {
	eatWord(cursor, /^(?:an?|the)$/);
	// "array of A or B" is an array of either: the members of a union are never said this way.
	const inner = parseUnion(cursor);
	if (inner === undefined) return undefined;
	if (!eatWord(cursor, /^to$/i)) return containerOf(word, [inner]);
	const values = parseUnion(cursor);
	return values && containerOf(word, [inner, values]);
}

/** True where a bracket opens right behind a word; a count in it is not for the word. */
function opens(cursor: Cursor): boolean {
	const [open, inner] = cursor.tokens.slice(cursor.at, cursor.at + 2);
	return /^[[<(]$/.test(open?.text ?? "") && inner?.kind !== "number";
}

/** `array (csv)`: how the items are written down. */
function eatJoined(cursor: Cursor): void {
	const [open, word, close] = cursor.tokens.slice(cursor.at, cursor.at + 3);
	if (open?.text === "(" && close?.text === ")")
		if (/^(?:csv|ssv|tsv|pipes|multi)$/i.test(word?.text ?? "")) cursor.at += 3;
}

/** `(uuid)` or `<date-time>` behind a scalar. */
function eatFormat(
	cursor: Cursor,
	kind: "string" | "number",
): string | undefined {
	const [open, word, close] = cursor.tokens.slice(cursor.at, cursor.at + 3);
	const pair = `${open?.text}${close?.text}`;
	if (word?.kind !== "word" || !["()", "<>"].includes(pair)) return undefined;
	if (!isFormatWord(word.text, kind)) return undefined;
	cursor.at += 3;
	return word.text.replace(/^\$/, "");
}

function isTypeAhead(cursor: Cursor): boolean {
	const token = cursor.tokens[cursor.at];
	return (
		(token?.kind === "word" && !/^or$/i.test(token.text)) ||
		token?.text === "[]" ||
		token?.text === "*"
	);
}

/** `optional string`, `Optional[str]`. */
function parseMarked(cursor: Cursor, mark: string): Shape | undefined {
	const outermost = cursor.depth === 1;
	const bracketed = eat(cursor, "[");
	const inner = bracketed
		? closed(cursor, parseUnion(cursor), "]")
		: parseUnion(cursor);
	if (inner === undefined) return undefined;
	if (mark === "optional" && outermost) {
		cursor.optional = true;
		cursor.nullish = bracketed;
		return inner;
	}
	return unionOf([inner, { kind: "null" }]);
}

function closed(
	cursor: Cursor,
	shape: Shape | undefined,
	mark: string,
): Shape | undefined {
	return eat(cursor, mark) ? shape : undefined;
}

/** `[T]`, `<T, U>` behind a word. */
function parseParameters(cursor: Cursor): readonly Shape[] | undefined {
	const open = next(cursor) ?? "";
	const close = { "[": "]", "<": ">", "(": ")" }[open];
	if (close === undefined) return undefined;
	cursor.at++;
	const shapes: Shape[] = [];
	do {
		if (skipMore(cursor)) continue;
		const shape = parseUnion(cursor);
		if (shape === undefined) return undefined;
		shapes.push(shape);
	} while (eat(cursor, ","));
	return eat(cursor, close) ? shapes : undefined;
}
