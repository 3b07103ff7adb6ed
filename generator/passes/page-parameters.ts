import type { Operation, Parameter } from "../model/types.ts";
import { wordsOf } from "../text/words.ts";

/** The query parameters by which a list is read page by page. */
export interface PageParameters {
	/** The one that asks for another page. */
	readonly turns?: Parameter;
	readonly kind?: "cursor" | "page" | "offset";
	/** The one that says how many items a page has. */
	readonly size?: Parameter;
}

/** Finds them by their names: a mark of the page before counts more than a number, and that more than an offset. */
export function pageParametersOf(
	{ parameters }: Operation,
	without?: "cursor",
): PageParameters {
	const turned = turnedBy(parameters, without);
	const size = parameters.find(
		(one) => one.in === "query" && isCalled(one.name, sizes),
	);
	return {
		...(turned !== undefined && {
			turns: turned.parameter,
			kind: turned.kind,
		}),
		...(size !== undefined && { size }),
	};
}

const cursors =
	/^(?:(?:page |pagination |next |start |end |after |before )?(?:cursor|token|marker|bookmark)|cursor (?:id|mark|after)|next(?: page)?(?: token| cursor| key| id)?|page (?:token|cursor|after)|starting after|start after(?: id)?|after(?: id| key| cursor)?|continuation(?: token| key)?|exclusive start key|last (?:id|key|evaluated key)|scroll id|search after|skip token|group next token|from id)$/;
const numbers = /^(?:page(?: (?:number|num|no|index|idx))?|p|page id)$/;
const offsets =
	/^(?:offset|skip|start(?: (?:at|index|from|offset))?|from index|first result|page offset)$/;
const sizes =
	/^(?:limit|(?:page |results |items )?(?:limit|size|count)|per page|page per|(?:results|items|rows|records) per page|max (?:results|items|keys|count|size|entries|records|page size)|num(?:ber)?(?: of)? results|rows|top|take|first|hits per page|batch size)$/;

/** True when the words of a name are those that a pattern knows. */
export function isCalled(name: string, words: RegExp): boolean {
	return words.test(
		wordsOf(name)
			.filter((word, at) => at > 0 || word !== "x")
			.join(" "),
	);
}

/** What the parameter is on the first page, where its default, its least value or its words say another than is usual. */
export function firstOf(
	{ default: value, shape, description = "" }: Parameter,
	kind: "page" | "offset",
): number | undefined {
	const least = shape.kind === "number" ? shape.minimum : undefined;
	const words =
		/\b(?:zero|0)[ -](?:based|indexed)\b|\b(?:starts?|starting|begin\w*|count\w*) (?:at|from|with) (?:zero\b|`?0\b)|\bfirst page (?:is|has the number) (?:zero\b|`?0\b)/i;
	const stated = [value, least].find((one) => one === 0 || one === 1);
	const first = stated ?? (words.test(description) ? 0 : undefined);
	const usual = kind === "page" ? 1 : 0;
	return typeof first !== "number" || first === usual ? undefined : first;
}

function turnedBy(
	parameters: readonly Parameter[],
	without: "cursor" | undefined,
):
	| {
			readonly parameter: Parameter;
			readonly kind: "cursor" | "page" | "offset";
	  }
	| undefined {
	const queries = parameters.filter((one) => one.in === "query");
	const kinds = [
		["cursor", cursors],
		["page", numbers],
		["offset", offsets],
	] as const;
	for (const [kind, words] of kinds) {
		if (kind === without) continue;
		const parameter = queries.find((one) => isCalled(one.name, words));
		if (parameter === undefined || isTime(parameter, queries)) continue;
		// `page` of text is the mark of one: `page=next_WzEy`.
		const text = parameter.shape.kind === "string" && kind !== "cursor";
		const marks = /\b(?:token|cursor|opaque|returned (?:by|in|from))\b/i.test(
			parameter.description ?? "",
		);
		return { parameter, kind: text && marks ? "cursor" : kind };
	}
	return undefined;
}

/** `start` beside `end`, or of anything but a number, is a time. */
function isTime(
	{ name, shape, description = "" }: Parameter,
	queries: readonly Parameter[],
): boolean {
	return (
		/^(?:start|after)$/i.test(name) &&
		(queries.some((one) => /^(?:end|before|until|to)$/i.test(one.name)) ||
			/\b(?:time|timestamp|date)\b/i.test(description) ||
			(/^start$/i.test(name) && shape.kind !== "number"))
	);
}
