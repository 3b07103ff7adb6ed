import type { Origins, Shape } from "../model/types.ts";
import { parseBracketed, parsePlaceholder } from "../notation/placeholder.ts";
import { unionOf } from "../notation/type.ts";
import { shapeOfWord } from "../notation/words.ts";
import type { SampleEntry, SampleNode, SampleValue } from "./json-sample.ts";
import {
	type Cursor,
	rest,
	skipGaps,
	take,
	takeQuoted,
	tellFault,
} from "./loose-text.ts";

const maximumDepth = 100;

/** A value as docs write it; `"a" | "b"` and `true or false` are either. Nothing where no value starts. */
export function readLooseValue(
	cursor: Cursor,
	depth = 0,
): SampleNode | undefined {
	const first = readOne(cursor, depth);
	if (first?.kind !== "value") return first;
	const members = [shapeIn(first)];
	while (take(cursor, /[^\S\n]*(?:\||\bor\b)\s*/y) !== undefined) {
		const other = readOne(cursor, depth);
		if (other === undefined) break;
		members.push(other.kind === "value" ? shapeIn(other) : shapeOfAny(other));
	}
	return members.length === 1 ? first : { ...first, says: unionOf(members) };
}

/** A value beside others is one of those that may be there. */
function shapeIn({ value, says }: SampleValue): Shape {
	if (says !== undefined) return says;
	return value === null ? { kind: "null" } : { kind: "literal", value };
}

function shapeOfAny({ kind }: SampleNode): Shape {
	return kind === "array"
		? { kind: "array", items: { kind: "unknown" } }
		: { kind: "object", properties: [], open: true };
}

function readOne(cursor: Cursor, depth: number): SampleNode | undefined {
	const { at } = cursor;
	const mark = cursor.sample.text.charAt(at);
	if (mark === "{" && depth < maximumDepth) return readObject(cursor, depth);
	if (mark === "[" && depth < maximumDepth) return readArray(cursor, depth);
	const quoted = takeQuoted(cursor);
	if (quoted !== undefined) {
		const says = saidInQuotes(quoted, cursor, at);
		return valueAt(cursor, at, quoted, says);
	}
	const number = take(
		cursor,
		/[-+]?(?:\d[\d_]*)?\.?\d+(?:[eE][-+]?\d+)?(?![\w.])/y,
	);
	if (number !== undefined)
		return valueAt(cursor, at, Number(number.replace(/_/g, "")));
	const placeholder = take(cursor, /<[^<>\n]+>/y);
	if (placeholder !== undefined)
		return {
			...valueAt(cursor, at, null, saidInBrackets(placeholder, cursor, at)),
			placeholder: placeholder.slice(1, -1).trim(),
		};
	const word = take(cursor, /[A-Za-z_$][\w$.-]*(?:\([^()\n]*\))?(?:\[\])?/y);
	if (word !== undefined) return readWord(cursor, at, word);
	return undefined;
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
	["true", true],
	["false", false],
	["null", null],
	["none", null],
	["nil", null],
	["undefined", null],
]);

/** `true` and `None` are values, `string` is a type; for anything else, its text is all there is. */
function readWord(cursor: Cursor, at: number, word: string): SampleValue {
	const constant = constants.get(word.toLowerCase());
	if (constant !== undefined) return valueAt(cursor, at, constant);
	const shape = shapeOfWord(word);
	if (shape !== undefined) return valueAt(cursor, at, null, shape);
	tellAt(cursor, at, "value expected");
	take(cursor, /[^,}\]\n]*/y);
	return valueAt(cursor, at, null, { kind: "unknown" });
}

function tellAt(cursor: Cursor, at: number, problem: string): void {
	const { at: now } = cursor;
	cursor.at = at;
	tellFault(cursor, problem);
	cursor.at = now;
}

/** A type in brackets in the quotes, `"<bool>"`, `"[unicode 64 chars max]"`; any other text is an example. */
function saidInQuotes(
	text: string,
	cursor: Cursor,
	at: number,
): Shape | undefined {
	const word = /^<\s*([\w -]+?)\s*>$/.exec(text)?.[1];
	if (word !== undefined) {
		const shape = shapeOfWord(word);
		return shape === undefined ? undefined : shape;
	}
	return /^<[^<>]+\|[^<>]+>$/.test(text)
		? parsePlaceholder(text, originsAt(cursor, at))
		: parseBracketed(text);
}

/** What stands in place of a value may be anything, unless its name says what it is. */
function saidInBrackets(text: string, cursor: Cursor, at: number): Shape {
	const shape = parsePlaceholder(text, originsAt(cursor, at));
	const named = /\b(?:unix_?time(?:stamp)?|epoch|count|int(?:eger)?)>$/i.test(
		text,
	);
	if (shape.kind === "string" && shape.format === undefined) {
		if (named) return { kind: "number" };
		return /^<\s*(?:string|text|str)\s*>$/i.test(text)
			? shape
			: { kind: "unknown" };
	}
	return shape;
}

function originsAt({ sample, at: end }: Cursor, start: number): Origins {
	return [{ span: sample.at(start, end), basis: "stated" }];
}

function valueAt(
	{ sample, at: end }: Cursor,
	start: number,
	value: SampleValue["value"],
	says?: Shape,
): SampleValue {
	const span = sample.at(start, end);
	return says === undefined
		? { kind: "value", value, span }
		: { kind: "value", value, span, says };
}

function readArray(cursor: Cursor, depth: number): SampleNode {
	const start = cursor.at++;
	const items: SampleNode[] = [];
	for (;;) {
		skipGaps(cursor, ",");
		if (take(cursor, /\]/y) !== undefined) break;
		const item = readLooseValue(cursor, depth + 1);
		if (item !== undefined) items.push(item);
		else if (!passFault(cursor)) break;
	}
	const span = cursor.sample.at(start, cursor.at);
	return { kind: "array", items, span };
}

/** Passes what no value starts with, up to where one may; false where a container around it ends, or the text. */
function passFault(cursor: Cursor): boolean {
	const left = rest(cursor);
	if (left === "") {
		tellFault(cursor, "close expected");
		return false;
	}
	tellFault(cursor, "value expected");
	if (/^[}\]]/.test(left)) {
		cursor.at++;
		return false;
	}
	take(cursor, /[^,}\]\n]+|,/y);
	return true;
}

function readObject(cursor: Cursor, depth: number): SampleNode {
	const start = cursor.at++;
	const entries = new Map<string, SampleEntry>();
	for (;;) {
		// `{ ok: boolean; count: number }` is the type of an object.
		skipGaps(cursor, ",;");
		if (take(cursor, /\}/y) !== undefined) break;
		const entry = readEntry(cursor, depth);
		if (entry === undefined) {
			if (!passFault(cursor)) break;
			continue;
		}
		const twin = entries.get(entry.key);
		if (twin !== undefined)
			cursor.report("sample/duplicate-key", entry.keySpan, { key: entry.key }, [
				{ message: "first here", span: twin.keySpan },
			]);
		entries.set(entry.key, entry);
	}
	const span = cursor.sample.at(start, cursor.at);
	const keys = [...entries.keys()];
	const isMap =
		keys.length > 0 && keys.every((key) => /^<[^<>]+>$|^\{[^{}]+\}$/.test(key));
	const found = [...entries.values()];
	return { kind: "object", entries: found, ...(isMap && { isMap }), span };
}

function readEntry(cursor: Cursor, depth: number): SampleEntry | undefined {
	const { at } = cursor;
	const key = takeQuoted(cursor) ?? take(cursor, /[\w$@][\w$@.-]*|<[^<>\n]+>/y);
	if (key === undefined) return undefined;
	const keySpan = cursor.sample.at(at, cursor.at);
	skipGaps(cursor);
	if (take(cursor, /:|=>?/y) === undefined) {
		cursor.at = at;
		return undefined;
	}
	const dotted = skipGaps(cursor);
	const nodeAt = cursor.at;
	const node = readLooseValue(cursor, depth + 1);
	if (node === undefined && !dotted && /^[^,}\]\s]/.test(rest(cursor)))
		passFault(cursor);
	else if (node === undefined && !dotted) tellFault(cursor, "value expected");
	const left = { kind: "unknown" } as const;
	return { key, keySpan, node: node ?? valueAt(cursor, nodeAt, null, left) };
}
