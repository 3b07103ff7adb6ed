import type { Parameter, Shape } from "../model/types.ts";
import type { JsonValue } from "../text/json.ts";
import { type Source, spanBetween } from "../text/source.ts";
import type { Span } from "../text/span.ts";

const queryMention =
	/`?\?(?<name>[A-Za-z_][\w.-]*)=(?<value>[\w.-]+)`?(?<rest>[^.?!]*?\bquery\s+(?:string\s+)?param(?:eter)?\b)/g;

const queryNamed =
	/\b[Tt]he\s+(?:optional\s+)?`(?<name>[A-Za-z_][\w.[\]-]*)`\s+(?:URL\s+)?query\s+(?:string\s+)?param(?:eter)?\b(?<required>\s+(?:is\s+(?:required|mandatory)|must\s+be)\b)?/g;

/**
 * Query parameters that a sentence names: "Use `?dry_run=true` as an optional query parameter to …". The sentence is
 * the description, and the value shown gives the type.
 */
export function queryParametersIn(
	source: Source,
	span: Span,
): readonly Parameter[] {
	const text = source.text.slice(span.start.offset, span.end.offset);
	const named = [...text.matchAll(queryNamed)].map((match): Parameter => {
		const { name = "", required } = match.groups ?? {};
		const start = span.start.offset + match.index;
		const origin = spanBetween(source, start, start + match[0].length);
		return {
			name,
			in: "query",
			...(required !== undefined && { required: true }),
			shape: { kind: "string" },
			description: sentenceAround(text, match.index),
			origins: [{ span: origin, basis: "stated" }],
		};
	});
	const shown = queryMentions(text, source, span);
	const names = new Set(shown.map(({ name }) => name));
	return [...shown, ...named.filter(({ name }) => !names.has(name))];
}

function queryMentions(
	text: string,
	source: Source,
	span: Span,
): readonly Parameter[] {
	return [...text.matchAll(queryMention)].flatMap((match): Parameter[] => {
		const { name, value, rest } = match.groups ?? {};
		if (name === undefined || value === undefined) return [];
		const start = span.start.offset + match.index;
		const origin = spanBetween(source, start, start + match[0].length);
		return [
			{
				name,
				in: "query",
				...(/\boptional\b/i.test(rest ?? "") && { required: false }),
				shape: shapeOfMention(value),
				description: sentenceAround(text, match.index),
				origins: [{ span: origin, basis: "stated" }],
			},
		];
	});
}

function shapeOfMention(value: string): Shape {
	if (/^(true|false)$/.test(value)) return { kind: "boolean" };
	if (/^\d+$/.test(value)) return { kind: "number", integer: true };
	return { kind: "string" };
}

/** The sentence that holds an offset, white space folded; a list's item and a paragraph end one too. */
function sentenceAround(text: string, at: number): string {
	const ends = /[.!?](?=\s)|[\r\n]\s*(?=[\r\n]|[-*+>] |\d+[.)] )/g;
	const last = [...text.slice(0, at).matchAll(ends)].at(-1);
	const start = last === undefined ? 0 : last.index + 1;
	const end = /[.!](?=\s|$)/.exec(text.slice(at));
	const stop = end === null ? text.length : at + end.index + 1;
	return text
		.slice(start, stop)
		.replace(/^\s*(?:[-*+>]|\d+[.)])\s/, "")
		.replace(/\s+/g, " ")
		.trim();
}

const defaults = [
	/\bdefaults?(?:\s+value)?(?:\s+(?:to|is|of))?\s*:?\s*`([^`]+)`/i,
	/\bdefaults?\s+(?:to|is)\s+"([^"]+)"/i,
	/\b(?:defaults\s+to|default(?:\s+value)?\s+is|default:)\s+(true|false|null|-?\d+(?:\.\d+)?|(?!(?:and|the|an?|to|or|what|whatever)\b)\w+)(?=[\s.,;)]|$)/i,
];

/** The default that a description states, "Defaults to `mid`.", as a value that fits the shape. */
export function defaultIn(text: string, shape: Shape): JsonValue | undefined {
	const found = defaults
		.map((pattern) => pattern.exec(text)?.[1])
		.find((value) => value !== undefined);
	return found === undefined ? undefined : fitted(found.trim(), shape);
}

function fitted(text: string, shape: Shape): JsonValue | undefined {
	const bare = text.replace(/^"(.*)"$/, "$1");
	switch (shape.kind) {
		case "boolean":
			return /^(true|false)$/i.test(bare) ? /^t/i.test(bare) : undefined;
		case "number":
			return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
		case "string":
			return bare;
		case "union":
			return shape.members
				.map((member) => fitted(bare, member))
				.find((value) => value !== undefined);
		case "literal":
			return String(shape.value) === bare ? shape.value : undefined;
		default:
			return undefined;
	}
}

/** True when a description says that a field is in responses only. */
export function isReadOnly(text: string): boolean {
	return /\b(read|response|output)[- ]only\b|\bonly\s+(?:present|returned|set|sent)?\s*in\s+(?:the\s+)?responses?\b/i.test(
		text,
	);
}

/** True when a description says that a thing should not be used any more. */
export function isDeprecated(text: string): boolean {
	return /^\W*deprecated\b|\(deprecated\)|^(?:[^.]*[^.\w])?(?:this|it|which)\b[^.,]{0,30}\bis (?:now )?deprecated\b|^[^.,]{0,30}\bis (?:now )?deprecated\b/i.test(
		text,
	);
}

const formats: readonly (readonly [RegExp, string])[] = [
	[/\bRFC\s?3339\b|\bISO\s?-?8601\b.*\b(time|timestamp)\b/i, "date-time"],
	[/\bUUIDs?\b/i, "uuid"],
];

/** The format that a description states for a string. */
export function formatIn(text: string): string | undefined {
	return formats.find(([pattern]) => pattern.test(text))?.[1];
}
