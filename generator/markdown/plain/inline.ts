import { codeSpan, textOfHtml } from "./html-text.ts";
import type { PlainDraft } from "./plain-text.ts";

interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

const tag =
	/<(\/?)(b|strong|i|em|code|tt|kbd|samp|br|span|font|u|small|sup|sub|mark|nobr|center|a|[A-Z]\w*)\b([^<>]{0,600})>/g;

/** Takes over a line of Markdown, tags within it written as Markdown: `<b>GET</b> <code>/x</code>`. */
export function keepLine(
	draft: PlainDraft,
	source: string,
	start: number,
	end: number,
): void {
	const line = source.slice(start, end);
	const edits = line.includes("<") ? editsOf(line) : [];
	let at = 0;
	for (const edit of edits) {
		if (edit.start < at) continue;
		draft.keep(start + at, start + edit.start);
		draft.say(edit.text, start + edit.start, start + edit.end);
		at = edit.end;
	}
	draft.keep(start + at, end);
}

/** The same for words that are no line of the document. */
export function plainWords(text: string): string {
	const edits = text.includes("<") ? editsOf(text) : [];
	let at = 0;
	let made = "";
	for (const edit of edits) {
		if (edit.start < at) continue;
		made += text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return made + text.slice(at);
}

interface Found {
	readonly name: string;
	readonly closing: boolean;
	readonly attributes: string;
	readonly start: number;
	readonly end: number;
}

function editsOf(line: string): readonly Edit[] {
	const coded = codeSpansIn(line);
	const found = [...line.matchAll(tag)]
		.map(
			(match): Found => ({
				closing: match[1] === "/",
				name: match[2] ?? "",
				attributes: match[3] ?? "",
				start: match.index,
				end: match.index + match[0].length,
			}),
		)
		.filter(({ start }) => !coded.some(([a, b]) => a <= start && start < b));
	const row = /^\s*\||\s\|\s/.test(line);
	const edits: Edit[] = [];
	const open = new Map<string, Found>();
	for (const one of found) {
		if (one.name === "br") {
			if (!row && !/^\s*#/.test(line)) edits.push(breakFor(one, line));
			continue;
		}
		const first = open.get(one.name);
		if (!one.closing) open.set(one.name, one);
		else if (first !== undefined) {
			edits.push(...pair(first, one, line));
			open.delete(one.name);
		}
	}
	return edits.sort((a, b) => a.start - b.start);
}

function breakFor({ start, end }: Found, line: string): Edit {
	// Alone on its line, it only makes room.
	if (/^\s*(?:<br\s*\/?>\s*)+$/i.test(line)) return { start, end, text: "" };
	const rest = line.slice(end).trimStart();
	if (rest === "") return { start, end, text: "\\" };
	// At the beginning of a line, a list of HTML would no longer be a part of the paragraph.
	return {
		start,
		end,
		text: /^<\/?[uod]l|^<\/?li|^<table/i.test(rest) ? " " : "\\\n",
	};
}

function pair(first: Found, last: Found, line: string): readonly Edit[] {
	const inner = line.slice(first.end, last.start);
	const both = (open: string, close: string): readonly Edit[] => {
		const blank = inner.length - inner.trimStart().length;
		const behind = inner.length - inner.trimEnd().length;
		const next = /^[\p{L}\p{N}]/u.test(line.slice(last.end)) ? " " : "";
		return [
			{ start: first.start, end: first.end + blank, text: open },
			{ start: last.start - behind, end: last.end, text: close + next },
		];
	};
	if (inner.trim() === "") return [];
	switch (first.name) {
		case "b":
		case "strong":
			return both("**", "**");
		case "i":
		case "em":
			return both("*", "*");
		case "code":
		case "tt":
		case "kbd":
		case "samp": {
			if (!/[<&`]/.test(inner)) return both("`", "`");
			const text = codeSpan(textOfHtml(inner));
			return [{ start: first.start, end: last.end, text }];
		}
		case "a": {
			const [, , url] =
				/\bhref\s*=\s*(["'])([^"']*)\1/i.exec(first.attributes) ?? [];
			return url === undefined || /[\s()]/.test(url)
				? []
				: both("[", `](${url})`);
		}
		default:
			return both("", "");
	}
}

function codeSpansIn(line: string): readonly (readonly [number, number])[] {
	const spans: (readonly [number, number])[] = [];
	let open: { readonly at: number; readonly mark: string } | undefined;
	for (const { 0: mark, index } of line.matchAll(/`+/g))
		if (open === undefined) open = { at: index, mark };
		else if (open.mark === mark) {
			spans.push([open.at, index + mark.length]);
			open = undefined;
		}
	return spans;
}
