import type { Shape } from "../model/types.ts";
import { shapeOfWord } from "../notation/words.ts";
import { singular } from "../text/words.ts";

/** What a sentence says of an answer. */
export interface ProseAnswer {
	readonly mediaType: string;
	readonly shape: Shape;
	/** The property of the answer that it is about. */
	readonly property?: string;
}

/** Finds what a noun of the docs looks like: `transaction`. */
export type Nouns = (noun: string) => Shape | undefined;

const json = "application/json";
const unknown = { kind: "unknown" } as const;

/** Reads the sentences of a paragraph that say what an endpoint answers with. */
export function answerInProse(
	paragraph: string,
	path: string,
	nouns: Nouns,
): ProseAnswer | undefined {
	for (const sentence of sentencesOf(paragraph)) {
		const found = answerIn(sentence, path, nouns);
		if (found !== undefined) return found;
	}
	return undefined;
}

function sentencesOf(paragraph: string): readonly string[] {
	return paragraph
		.replace(/\s+/g, " ")
		.split(/(?<=[.!?:]) (?=[A-Z`*[])/)
		.slice(0, 8)
		.map((one) => one.slice(0, 400));
}

const says =
	/^(?:For [^,]{1,60}, )?(?:(?:This|The) (?:\w+ )?(?:endpoint|method|call|operation|request|API|resource|route) )?(?:will )?(?:returns?|responds? with|answers? with|gives?|yields?|sends back)\b\s*|^(?:The )?(?:JSON )?(?:response|result|answer|reply|output|(?:response )?body)(?: body)? (?:is|contains|consists of|will be|holds)\s+|^(?:Gets?|Fetch(?:es)?|Retrieves?|Lists?)\s+/i;

const held =
	/^The `"?([\w-]+)"?` (?:section|property|field|key|object|part)\b[^.]{0,60}? (?:is|contains|consists of|holds)\s+/i;

function answerIn(
	sentence: string,
	path: string,
	nouns: Nouns,
): ProseAnswer | undefined {
	const [lead, property] = held.exec(sentence) ?? [];
	if (lead !== undefined && property !== undefined) {
		const shape = mapIn(sentence.slice(lead.length));
		return shape && { mediaType: json, shape, property };
	}
	const verb = says.exec(sentence)?.[0];
	if (verb === undefined) return undefined;
	const rest = sentence.slice(verb.length);
	const plain = /^(?:Get|Fetch|Retrieve|List)/i.test(verb);
	const shape =
		mapIn(rest) ?? listIn(rest, nouns) ?? (plain ? undefined : wholeIn(rest));
	if (shape !== undefined) return { mediaType: json, shape };
	return mediaIn(rest, path);
}

/** "an object where each key is a name and each value is a list of tags". */
function mapIn(text: string): Shape | undefined {
	const values =
		/^(?:an?|the) (?:JSON )?(?:map|object|dictionary|hash)\b[^.]{0,40}?\b(?:where|in which|whose|with)\b (?:each |the |every |all )?keys? (?:is|are) [^.]{1,160}?\band (?:each |the |every |all )?values? (?:is|are) ([^.]+)/i.exec(
			text,
		)?.[1];
	return values === undefined
		? undefined
		: { kind: "record", values: valueIn(values) };
}

function valueIn(text: string): Shape {
	const inner = /\((\w+)\)/.exec(text)?.[1];
	const typed = shapeOfWord(inner ?? "") ?? unknown;
	if (/^(?:an? )?(?:map|dictionary) of\b/i.test(text))
		return { kind: "record", values: typed };
	if (/^(?:an? )?(?:list|array) of\b/i.test(text))
		return { kind: "array", items: typed };
	const word = /^(?:an? )?(\w+)/i.exec(text)?.[1] ?? "";
	return /^(?:string|integer|number|boolean)s?$/i.test(word)
		? (shapeOfWord(word) ?? typed)
		: typed;
}

const list =
	/^(?:an?|the)?\s*(?:(?:full|complete|json|sorted|ordered|paginated|unordered|entire|flat) )*(?:list|array)\b(?: (?:of|with)\b (.*))?/i;
const several =
	/^(?:up to |at most |the )?(?:(?:last|first|top|latest|newest) )?\d+ ((?:[\w-]+ ){0,3}?[\w-]+s)\b/i;

/** "a list of all boats", "up to 50 boats", "the boats as an array". */
function listIn(text: string, nouns: Nouns): Shape | undefined {
	const found = list.exec(text);
	if (found !== null)
		return { kind: "array", items: nounIn(found[1] ?? "", nouns) };
	// "Returns 404 if" is a status.
	const some = /^[1-5]\d\d\b/.test(text) ? undefined : several.exec(text)?.[1];
	if (some !== undefined) return { kind: "array", items: nounIn(some, nouns) };
	return /\bas an? (?:JSON )?(?:array|list)\b/i.test(text)
		? { kind: "array", items: unknown }
		: undefined;
}

/** What a paragraph says an endpoint answers with many of: the `boats` of "Returns a list of all boats in the harbour". */
export function listedNoun(paragraph: string): string | undefined {
	const nouns: string[] = [];
	for (const sentence of sentencesOf(paragraph)) {
		const verb = says.exec(sentence)?.[0];
		if (verb === undefined) continue;
		listIn(sentence.slice(verb.length), (noun) => {
			nouns.push(noun);
			return undefined;
		});
	}
	return nouns[0];
}

/** The last word of a phrase, in front of those that only say more of it. */
function nounIn(text: string, nouns: Nouns): Shape {
	const [phrase = ""] = text.split(
		/\b(?:in|of|for|with|per|to|that|which|from|plus|and|or|associated|beginning|starting|within|are|is|by|on|at|as|currently)\b|[^\w\s-]/i,
	);
	const head = /([\w-]+)\s*$/.exec(phrase)?.[1] ?? "";
	if (/^(?:string|integer|number|boolean)s$/i.test(head))
		return shapeOfWord(head) ?? unknown;
	return (head === "" ? undefined : nouns(singular(head))) ?? unknown;
}

/** "a JSON object", "a boolean". */
function wholeIn(text: string): Shape | undefined {
	const word =
		/^an? (?:JSON )?(object|string|boolean|integer|number)\b(?! (?:of|per)\b)/i.exec(
			text,
		)?.[1];
	if (word === undefined) return undefined;
	return /^object$/i.test(word)
		? { kind: "object", properties: [], open: true }
		: shapeOfWord(word);
}

const binary: Shape = { kind: "string", format: "binary" };
const text: Shape = { kind: "string" };

const media: readonly (readonly [RegExp, RegExp, ProseAnswer])[] = [
	[
		/\b(?:in|as)(?: (?:an?|raw))? binary\b|\bbinary (?:data|file|stream|representation)\b/i,
		/raw|bin/i,
		{ mediaType: "application/octet-stream", shape: binary },
	],
	[
		/\bhex(?:adecimal)?[- ]encoded\b|\b(?:in|as) hex(?:adecimal)?\b/i,
		/hex/i,
		{ mediaType: "text/plain", shape: text },
	],
];

/** "in hex or as binary data": of two ways, the one that the end of the path names. */
function mediaIn(rest: string, path: string): ProseAnswer | undefined {
	const found = media.filter(([words]) => words.test(rest));
	const last = path.split("/").at(-1) ?? "";
	const [first, ...others] = found;
	if (others.length === 0) return first?.[2];
	return found.find(([, name]) => name.test(last))?.[2];
}

/** "should be provided as hex in the request body": a body that is text, or binary data. */
export function bodyInProse(paragraph: string): ProseAnswer | undefined {
	for (const sentence of sentencesOf(paragraph)) {
		if (!/\b(?:request )?(?:body|payload)\b/i.test(sentence)) continue;
		const sent =
			/\b(?:provided|sent|passed|given|supplied|submitted) ((?:in|as) .*)/i.exec(
				sentence,
			)?.[1];
		if (sent === undefined || /\bJSON\b/i.test(sent)) continue;
		const found = mediaIn(sent, "");
		if (found !== undefined) return found;
	}
	return undefined;
}
