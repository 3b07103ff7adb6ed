import type { Origins, Shape } from "../model/types.ts";
import { type Marks, parseMarks } from "../notation/marks.ts";
import { parseType } from "../notation/type.ts";
import { shapeOfWord } from "../notation/words.ts";

/** What stands behind a field's name, taken apart. */
export interface BehindName {
	readonly marks: Marks;
	/** A type in front of the description: `string - The name`. */
	readonly shape?: Shape;
	readonly text: string;
}

/** Takes brackets with marks and a type from what stands behind a field's name; what is left describes it. */
export function behindName(text: string, origins: Origins): BehindName {
	const { marks, rest } = takeMarks(text, origins);
	const typed = takeType(rest, origins);
	const all = { ...typed.marks, ...marks };
	return {
		marks: all,
		...(typed.shape !== undefined && { shape: typed.shape }),
		text: typed.text,
	};
}

/** Brackets right behind the name, as long as they hold marks; words in them that are none go on to the description. */
function takeMarks(
	text: string,
	origins: Origins,
): { readonly marks: Marks; readonly rest: string } {
	let rest = text;
	let marks: Marks = {};
	const words: string[] = [];
	for (;;) {
		const found = bracketMarks(rest, origins) ?? bareMark(rest);
		if (found === undefined) break;
		if (found.marks.words !== undefined) words.push(...found.marks.words);
		marks = { ...found.marks, ...marks };
		rest = rest.slice(found.length).trim();
	}
	const said = words.length === 0 ? "" : `(${words.join(", ")}) `;
	return { marks, rest: rest === "" ? said.trim() : withWords(rest, said) };
}

/** The words go behind the dash or colon that the description starts with. */
function withWords(rest: string, said: string): string {
	if (said === "") return rest;
	const [lead = ""] = /^(?:[-–—:]\s*)?/.exec(rest) ?? [];
	return `${lead}${said}${rest.slice(lead.length)}`;
}

interface Found {
	readonly marks: Marks;
	readonly length: number;
}

const brackets =
	/^[\s,]*(?:[-–—:]\s*)?[`*_]*[([{]((?:"[^"]*"|[^()[\]{}"]|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\})*)[)\]}][`*_]*/;

function bracketMarks(text: string, origins: Origins): Found | undefined {
	const [whole, inner] = brackets.exec(text) ?? [];
	const marks = inner === undefined ? undefined : parseMarks(inner, origins);
	return whole === undefined || marks === undefined
		? undefined
		: { marks, length: whole.length };
}

/** `**required**` and `*optional*` without brackets. */
function bareMark(text: string): Found | undefined {
	const [whole, word = ""] =
		/^[\s,]*(?:[-–—:,]\s*)?(?:\*\*|__|\*|_|`)(required|optional|deprecated|mandatory)(?:\*\*|__|\*|_|`)(?![\w])/i.exec(
			text,
		) ?? [];
	if (whole === undefined) return undefined;
	const marks = /^deprecated$/i.test(word)
		? { deprecated: true }
		: { required: !/^optional$/i.test(word) };
	return { marks, length: whole.length };
}

function takeType(
	text: string,
	origins: Origins,
): { readonly shape?: Shape; readonly marks: Marks; readonly text: string } {
	const rest = text.replace(/^(?:[-–—:|=,]+|is\s+an?)\s*/, "").trim();
	const [whole, type = ""] =
		/^[`*_]*((?:array|list|map|set) of \w+|[A-Za-z]\w*(?:\[\]|\[\w+\]|<\w+>)?)[`*_]*\s*(?:[-–—:,.;(|]\s*|$)/.exec(
			rest,
		) ??
		// In code it is a type whatever stands behind it.
		/^`([A-Za-z]\w*(?:\[\]|<\w+>)?)`\s+/.exec(rest) ??
		[];
	const word = /^\w+/.exec(type)?.[0] ?? "";
	const notation =
		whole === undefined || shapeOfWord(word) === undefined
			? undefined
			: parseType(type, origins);
	if (whole === undefined || notation === undefined)
		return { marks: {}, text: rest };
	const behind = rest.slice(whole.replace(/\(\s*$/, "").length);
	const { marks, rest: left } = takeMarks(behind, origins);
	// "Durations (in seconds) of all phases" is a sentence that starts with a word for a type.
	if (/^\([^()]*\)\s+[a-z]/.test(left)) return { marks: {}, text: rest };
	return {
		shape: notation.shape,
		marks,
		text: left.replace(/^[-–—:]\s*/, ""),
	};
}
