import type { JsonValue } from "../../text/json.ts";

/** A piece of JavaScript that only puts values and calls together: `z.object({ id: z.string().uuid() })`. */
export type Expression =
	| { readonly kind: "object"; readonly entries: readonly Entry[] }
	| { readonly kind: "list"; readonly items: readonly Expression[] }
	| {
			readonly kind: "value";
			readonly value: string | number | boolean | null;
	  }
	| { readonly kind: "chain"; readonly steps: readonly Step[] }
	| { readonly kind: "other" };

/** `key: value`, and where the key stands in the text. */
export interface Entry {
	readonly key: string;
	readonly value: Expression;
	readonly start: number;
	readonly end: number;
}

/** `min(3)` of a chain; a step that is not called has no arguments. */
export interface Step {
	readonly name: string;
	readonly arguments?: readonly Expression[];
}

interface Cursor {
	readonly text: string;
	at: number;
	depth: number;
}

const maximumDepth = 20;

/** Reads the expression that starts at an offset; what is no such expression is `other`. */
export function readExpression(text: string, at: number): Expression {
	return expressionAt({ text, at, depth: 0 });
}

/** The value that an expression writes out; nothing where it calls something. */
export function jsonIn(expression: Expression): JsonValue | undefined {
	switch (expression.kind) {
		case "value":
			return expression.value;
		case "list": {
			const values = expression.items.map(jsonIn);
			const known = values.filter((value) => value !== undefined);
			return known.length === values.length ? known : undefined;
		}
		default:
			return undefined;
	}
}

function expressionAt(cursor: Cursor): Expression {
	if (cursor.depth > maximumDepth) return other(cursor);
	cursor.depth++;
	const found = primaryAt(cursor);
	cursor.depth--;
	gaps(cursor);
	return /^[,}\]);]?$/.test(cursor.text.charAt(cursor.at)) ||
		startsStatement(cursor)
		? found
		: other(cursor);
}

/** Without semicolons, a line that starts with a word ends what stands before it. */
function startsStatement({ text, at, depth }: Cursor): boolean {
	return depth === 0 && /[\n\r]\s*$/.test(text.slice(Math.max(0, at - 40), at));
}

function primaryAt(cursor: Cursor): Expression {
	gaps(cursor);
	const arrow = take(cursor, /(?:\(\s*\)|[\w$]+)\s*=>\s*/y);
	if (arrow !== undefined) return expressionAt(cursor);
	const mark = cursor.text.charAt(cursor.at);
	if (mark === "{") return objectAt(cursor);
	if (mark === "[") {
		cursor.at++;
		return { kind: "list", items: listed(cursor, "]") };
	}
	const quoted = take(
		cursor,
		/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`\\$]*`/y,
	);
	if (quoted !== undefined) return { kind: "value", value: unquoted(quoted) };
	const number = take(cursor, /-?\d[\d_]*(?:\.\d+)?(?![\w.])/y);
	if (number !== undefined)
		return { kind: "value", value: Number(number.replaceAll("_", "")) };
	take(cursor, /new\s+/y);
	const word = take(cursor, /[A-Za-z_$][\w$]*/y);
	if (word === undefined) return other(cursor);
	if (word === "null") return { kind: "value", value: null };
	if (word === "true" || word === "false")
		return { kind: "value", value: word === "true" };
	return chainAt(word, cursor);
}

function chainAt(first: string, cursor: Cursor): Expression {
	const steps: Step[] = [];
	for (let name: string | undefined = first; name !== undefined; ) {
		const called = take(cursor, /\s*\(/y) !== undefined;
		steps.push(called ? { name, arguments: listed(cursor, ")") } : { name });
		const before = cursor.at;
		gaps(cursor);
		name = take(cursor, /\??\.\s*(?=[A-Za-z_$])/y) && take(cursor, /[\w$]+/y);
		if (name === undefined) cursor.at = before;
	}
	return { kind: "chain", steps };
}

/** The expressions up to a closing bracket, which is taken. */
function listed(cursor: Cursor, close: string): readonly Expression[] {
	const found: Expression[] = [];
	for (;;) {
		gaps(cursor);
		const mark = cursor.text.charAt(cursor.at);
		if (mark === close) {
			cursor.at++;
			return found;
		}
		if (mark === "" || /[}\]);]/.test(mark)) return found;
		if (mark === ",") cursor.at++;
		else found.push(expressionAt(cursor));
	}
}

function objectAt(cursor: Cursor): Expression {
	const entries: Entry[] = [];
	cursor.at++;
	for (;;) {
		gaps(cursor);
		const mark = cursor.text.charAt(cursor.at);
		if (mark === "}") {
			cursor.at++;
			return { kind: "object", entries };
		}
		if (mark === "" || /[\]);]/.test(mark)) return { kind: "object", entries };
		if (mark === ",") {
			cursor.at++;
			continue;
		}
		const start = cursor.at;
		const key = take(
			cursor,
			/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_$][\w$]*/y,
		);
		const end = cursor.at;
		gaps(cursor);
		if (key === undefined || take(cursor, /:/y) === undefined) {
			other(cursor);
			continue;
		}
		const value = expressionAt(cursor);
		entries.push({ key: unquoted(key), value, start, end });
	}
}

/** Passes what is no expression of this kind, brackets with all that is in them. */
function other(cursor: Cursor): Expression {
	let open = 0;
	const { text } = cursor;
	const start = cursor.at;
	for (; cursor.at < text.length; cursor.at++) {
		const mark = text.charAt(cursor.at);
		if (/[([{]/.test(mark)) open++;
		else if (/[)\]}]/.test(mark)) {
			if (open === 0) break;
			open--;
		} else if (open === 0 && (mark === "," || mark === ";")) break;
	}
	// A stray mark between two values must not hold up who reads a list of them.
	if (cursor.at === start && text.charAt(start) === ";") cursor.at++;
	return { kind: "other" };
}

function gaps(cursor: Cursor): void {
	while (
		take(cursor, /\s+|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?/y) !==
		undefined
	);
}

function take(cursor: Cursor, pattern: RegExp): string | undefined {
	pattern.lastIndex = cursor.at;
	const found = pattern.exec(cursor.text)?.[0];
	if (found === undefined || found === "") return undefined;
	cursor.at += found.length;
	return found;
}

function unquoted(text: string): string {
	return /^["'`]/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text;
}
