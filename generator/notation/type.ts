import type { Origins, Property, Shape } from "../model/types.ts";
import { type Token, tokenize } from "./tokens.ts";
import { shapeOfWord } from "./words.ts";

/** What a type notation says. */
export interface TypeNotation {
	readonly shape: Shape;
	/** The notation itself says that the value may be left out: `optional string`, `Optional[str]`. */
	readonly optional: boolean;
	/** `Optional[str]` says that the value may be null or left out, and not which of the two. */
	readonly nullish?: true;
	/** Members or fields were cut off: `or 18 more`. */
	readonly cut: boolean;
}

interface Cursor {
	readonly tokens: readonly Token[];
	at: number;
	optional: boolean;
	nullish: boolean;
	cut: boolean;
	readonly origins: Origins;
	depth: number;
}

const maximumDepth = 40;

/**
 * Parses a type as docs write it: `optional array of string`, `"a" or "b" or 2 more`, `map[Name { a, b }]`,
 * `Optional[List[str]]`, `Literal["a"]`, `string | null`, `Array<T>`. A name that no vocabulary knows is an object with
 * that title and no properties yet; fields that braces only name are there, with unknown shapes and the given origins.
 * Nothing is returned for text that is not a type.
 */
export function parseType(
	text: string,
	origins: Origins,
): TypeNotation | undefined {
	const tokens = tokenize(text);
	if (tokens === undefined || tokens.length === 0) return undefined;
	const cursor: Cursor = {
		tokens,
		at: 0,
		optional: false,
		nullish: false,
		cut: false,
		origins,
		depth: 0,
	};
	const shape = parseUnion(cursor);
	if (shape === undefined || cursor.at < tokens.length) return undefined;
	const { optional, nullish, cut } = cursor;
	return { shape, optional, cut, ...(nullish && { nullish }) };
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
		const member = parsePostfix(cursor);
		if (member === undefined) return undefined;
		members.push(member);
	} while (eat(cursor, "or") || eat(cursor, "OR") || eat(cursor, "|"));
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

/** One shape for several: nested unions opened, none twice. */
export function unionOf(shapes: readonly Shape[]): Shape {
	const members = new Map<string, Shape>();
	for (const shape of shapes)
		for (const member of shape.kind === "union" ? shape.members : [shape])
			members.set(JSON.stringify(member), member);
	const [first, ...others] = members.values();
	if (first === undefined) return { kind: "unknown" };
	return others.length === 0
		? first
		: { kind: "union", members: [first, ...others] };
}

/** `2 more`: what the page left out. */
function skipMore(cursor: Cursor): boolean {
	const [count, more] = cursor.tokens.slice(cursor.at, cursor.at + 2);
	if (count?.kind !== "number" || more?.text !== "more") return false;
	cursor.at += 2;
	cursor.cut = true;
	return true;
}

/** `string[]`, `string & {}`. */
function parsePostfix(cursor: Cursor): Shape | undefined {
	let shape = parsePrimary(cursor);
	let depth = cursor.depth;
	while (shape !== undefined && eat(cursor, "[]")) {
		if (++depth > maximumDepth) return undefined;
		shape = { kind: "array", items: shape };
	}
	while (shape !== undefined && eat(cursor, "&"))
		if (parsePrimary(cursor) === undefined) return undefined;
	return shape;
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
	if (token.text === "{") return parseBraces(cursor, undefined);
	if (token.text === "[]") return arrayOf(parsePostfix(cursor));
	if (token.text === "[")
		return arrayOf(closed(cursor, parseUnion(cursor), "]"));
	if (token.text === "*") return parsePostfix(cursor);
	if (token.text === "<") return closed(cursor, parseUnion(cursor), ">");
	if (token.text !== "(") return undefined;
	return closed(cursor, parseUnion(cursor), ")");
}

/** `[]string`, `[Name]`: an array in other words. */
function arrayOf(items: Shape | undefined): Shape | undefined {
	return items && { kind: "array", items };
}

function parseWord(cursor: Cursor, word: string): Shape | undefined {
	const lower = word.toLowerCase();
	if (lower === "true" || lower === "false")
		return { kind: "literal", value: lower === "true" };
	if (lower === "optional" || lower === "nullable")
		return parseMarked(cursor, lower);
	const scalar = shapeOfWord(word);
	if (scalar?.kind === "string" || scalar?.kind === "number") {
		const format = eatFormat(cursor);
		if (format !== undefined) return withFormat(scalar, format);
	}
	if (next(cursor)?.toLowerCase() === "of") {
		cursor.at++;
		// "array of A or B" is an array of either: the members of a union are never said this way.
		const inner = parseUnion(cursor);
		return inner && containerOf(lower, [inner]);
	}
	if (["[", "<", "("].includes(next(cursor) ?? "")) {
		const parameters = parseParameters(cursor);
		// Go writes the values of a map behind its key: `map[string]int`.
		const values =
			lower === "map" && isTypeAhead(cursor) ? parsePostfix(cursor) : undefined;
		if (values !== undefined) return { kind: "record", values };
		return parameters && containerOf(lower, parameters);
	}
	if (eat(cursor, "{"))
		return parseBraces(cursor, lower === "object" ? undefined : word);
	return scalar ?? { kind: "object", title: word, properties: [] };
}

/** `(uuid)` or `<date-time>` behind a scalar. */
function eatFormat(cursor: Cursor): string | undefined {
	const [open, word, close] = cursor.tokens.slice(cursor.at, cursor.at + 3);
	const pair = `${open?.text}${close?.text}`;
	if (word?.kind !== "word" || !["()", "<>"].includes(pair)) return undefined;
	cursor.at += 3;
	return word.text;
}

/** A format that is a type in itself says what the value is; that of a number is its width. */
function withFormat(scalar: Shape, format: string): Shape {
	const known = shapeOfWord(format);
	if (scalar.kind !== "string" || known?.kind === "string")
		return known?.kind === scalar.kind ? known : scalar;
	return known === undefined ? { ...scalar, format } : scalar;
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

function containerOf(
	word: string,
	parameters: readonly Shape[],
): Shape | undefined {
	const last = parameters.at(-1);
	if (last === undefined) return undefined;
	switch (word) {
		case "array":
		case "list":
		case "set":
		case "sequence":
		case "iterable":
			return { kind: "array", items: last };
		case "map":
		case "dict":
		case "record":
		case "mapping":
			return { kind: "record", values: last };
		case "literal":
		case "union":
			return unionOf(parameters);
		case "one":
		case "any":
			return last;
		default:
			return undefined;
	}
}

/** `{ a, b, 2 more }` with the brace already read; fields that are not listed leave the object open. */
function parseBraces(
	cursor: Cursor,
	title: string | undefined,
): Shape | undefined {
	const names = new Set<string>();
	let open = false;
	while (!eat(cursor, "}")) {
		if (cursor.at >= cursor.tokens.length) return undefined;
		if (skipMore(cursor)) {
			open = true;
			continue;
		}
		const token = cursor.tokens[cursor.at++];
		if (token?.kind === "word" || token?.kind === "text") names.add(token.text);
	}
	const properties = [...names].map(
		(name): Property => ({
			name,
			shape: { kind: "unknown" },
			origins: cursor.origins,
		}),
	);
	return {
		kind: "object",
		properties,
		...((open || (names.size === 0 && title === undefined)) && { open: true }),
		...(title !== undefined && { title }),
	};
}

function next(cursor: Cursor): string | undefined {
	return cursor.tokens[cursor.at]?.text;
}

function eat(cursor: Cursor, text: string): boolean {
	const token = cursor.tokens[cursor.at];
	if (token?.text !== text || token.kind === "text") return false;
	cursor.at++;
	return true;
}
