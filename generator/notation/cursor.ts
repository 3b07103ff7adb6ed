import type { Origins } from "../model/types.ts";
import type { Token } from "./tokens.ts";

/** A place among the tokens of a type notation, and what was met on the way there. */
export interface Cursor {
	readonly tokens: readonly Token[];
	at: number;
	optional: boolean;
	nullish: boolean;
	cut: boolean;
	/** Only the names in braces are read, what stands behind them is not. */
	readonly names: boolean;
	readonly origins: Origins;
	depth: number;
}

/** Types within types beyond this depth are no types. */
export const maximumDepth = 40;

/** The text of the next token; that of quoted text is not told from others. */
export function next(cursor: Cursor): string | undefined {
	return cursor.tokens[cursor.at]?.text;
}

/** Steps over a word or mark if it comes next. */
export function eat(cursor: Cursor, text: string): boolean {
	const token = cursor.tokens[cursor.at];
	if (token?.text !== text || token.kind === "text") return false;
	cursor.at++;
	return true;
}

/** Steps over a word, case aside, if it comes next. */
export function eatWord(cursor: Cursor, pattern: RegExp): boolean {
	const token = cursor.tokens[cursor.at];
	if (token?.kind !== "word" || !pattern.test(token.text)) return false;
	cursor.at++;
	return true;
}

/** `2 more`: what the page left out. */
export function skipMore(cursor: Cursor): boolean {
	const [count, more] = cursor.tokens.slice(cursor.at, cursor.at + 2);
	if (count?.kind !== "number" || more?.text !== "more") return false;
	cursor.at += 2;
	cursor.cut = true;
	return true;
}
