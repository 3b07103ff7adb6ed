import { resolve } from "../model/resolve.ts";
import type {
	ApiModel,
	NextPage,
	Operation,
	Origins,
	PageTotal,
	Property,
	Shape,
} from "../model/types.ts";
import { wordsOf } from "../text/words.ts";
import { isCalled } from "./page-parameters.ts";

type Shapes = Pick<ApiModel, "shapes">;

/** The whole body of a success. */
export function answerOf(
	{ responses, envelope }: Operation,
	model: Shapes,
): Shape | undefined {
	const response = responses.find(
		({ status, shape }) => status.startsWith("2") && shape !== undefined,
	);
	if (response?.shape === undefined) return undefined;
	const data = resolve(model, response.shape);
	const around = envelope && resolve(model, envelope.shape);
	if (response.enveloped !== true || around?.kind !== "object") return data;
	const properties = around.properties.map((property) =>
		property.name === envelope?.data ? { ...property, shape: data } : property,
	);
	return { ...around, properties };
}

const wrappers =
	/^(?:data|entries|items|list|records|results?|rows|values|content|hits|edges|objects|resources|elements)$/i;

/** Where the items are: in the body itself, in its only list, in that of a name which says so, or one step deeper. */
export function itemsIn(
	answer: Shape,
	{ path }: Operation,
	model: Shapes,
): readonly string[] | undefined {
	if (answer.kind === "array") return [];
	const last = path.at(-1);
	const thing = last?.kind === "literal" ? last.text.toLowerCase() : "";
	const own = listIn(answer, thing, model);
	if (own !== undefined) return [own];
	if (answer.kind !== "object") return undefined;
	for (const { name, shape } of answer.properties) {
		if (!wrappers.test(name) && !/^(?:response|payload|page)$/i.test(name))
			continue;
		const inner = listIn(resolve(model, shape), thing, model);
		if (inner !== undefined) return [name, inner];
	}
	return undefined;
}

function listIn(
	shape: Shape,
	thing: string,
	model: Shapes,
): string | undefined {
	if (shape.kind !== "object") return undefined;
	const lists = shape.properties.filter(
		(one) => resolve(model, one.shape).kind === "array",
	);
	const named = lists.find(
		({ name }) => wrappers.test(name) || name.toLowerCase() === thing,
	);
	// One list beside many others is a thing's own, not a page of things.
	return (
		named?.name ??
		(lists.length === 1 ? onlyName(lists, shape.properties) : undefined)
	);
}

function onlyName(
	[only]: readonly Property[],
	all: readonly Property[],
): string | undefined {
	const others = all.filter((one) => one !== only);
	const paging = others.every(({ name }) =>
		about.test(wordsOf(name).join(" ")),
	);
	return paging ? only?.name : undefined;
}

/** Names of what stands beside the items of a page. */
const about =
	/\b(?:next|prev|previous|page|pages|pagination|paging|cursor|cursors|count|total|offset|limit|size|more|links?|meta|metadata|info|token|url|first|last|truncated|object|type|kind|status|success|errors?|messages?|marker|self)\b/;

const places =
	/^(?:meta|metadata|pagination|paging|pager|page|page_?info|paging_?info|result_?info|response_?metadata|links|_links|cursors|cursor|info|data|result|page_?context|pages|next)$/i;
const nexts =
	/^(?:next(?: (?:cursor|page|page (?:token|url|link|cursor|number|id)|token|url|link|uri|href|offset|marker|key|id|start))?|(?:end |after |page |pagination )?cursor|continuation(?: token)?|page token|marker|last (?:key|id|evaluated key)|scroll id|bookmark|after)$/;

/** Where an answer gives what asks for the next page. */
export interface FoundNext {
	readonly next: NextPage;
	readonly isUrl: boolean;
	readonly isText: boolean;
	readonly origins: Origins;
}

/** The property that gives what asks for the next page, at the root or where such things are kept. */
export function nextIn(
	shape: Shape,
	model: Shapes,
	path: readonly string[] = [],
): FoundNext | undefined {
	if (shape.kind !== "object" || path.length > 3) return undefined;
	for (const { name, shape: own, origins } of shape.properties) {
		const at = [...path, name];
		const href = path.at(-1)?.toLowerCase() === "next" && name === "href";
		if (!href && !isCalled(name, nexts)) continue;
		const value = resolve(model, own);
		if (!isValue(value, model)) continue;
		const links = path.some((one) => /^_?links$/i.test(one));
		const isUrl =
			href || links || /ur[il]|link|href/i.test(name) || isAddress(value);
		const isText = isString(value);
		const next = { kind: "property", path: at } as const;
		return {
			next: isUrl ? { ...next, url: true } : next,
			isUrl,
			isText,
			origins,
		};
	}
	for (const { name, shape: own } of shape.properties) {
		if (!places.test(name)) continue;
		const found = nextIn(resolve(model, own), model, [...path, name]);
		if (found !== undefined) return found;
	}
	return undefined;
}

function isString(shape: Shape): boolean {
	return shape.kind === "union"
		? shape.members.every((one) => one.kind === "null" || isString(one))
		: shape.kind === "string";
}

function isAddress(shape: Shape): boolean {
	return shape.kind === "union"
		? shape.members.some(isAddress)
		: shape.kind === "string" && shape.format === "uri";
}

function isValue(shape: Shape, model: Shapes): boolean {
	if (shape.kind === "union")
		return shape.members.every((one) => isValue(resolve(model, one), model));
	return !["array", "object", "record", "boolean"].includes(shape.kind);
}

/** `has_more`, at the root or where such things are kept. */
export function moreIn(
	shape: Shape,
	model: Shapes,
	path: readonly string[] = [],
): readonly string[] | undefined {
	if (shape.kind !== "object" || path.length > 2) return undefined;
	const own = shape.properties.find(({ name }) =>
		/^(?:has (?:more|next|next page)|more|is truncated|truncated)$/.test(
			wordsOf(name).join(" "),
		),
	);
	if (own !== undefined && resolve(model, own.shape).kind === "boolean")
		return [...path, own.name];
	for (const { name, shape: inner } of shape.properties) {
		if (!places.test(name)) continue;
		const found = moreIn(resolve(model, inner), model, [...path, name]);
		if (found !== undefined) return found;
	}
	return undefined;
}

const totals = {
	items:
		/^total(?: (?:items?|results?|records?|elements?|entries|rows|hits|size|number))?(?: count)?$|^(?:items?|results?|records?) total$/,
	pages:
		/^(?:total pages?|pages(?: (?:total|count))?|page count|(?:num|number of) pages|last page|total page count)$/,
};

/** How many there are in all, at the root or where such things are kept; of pages rather than items. */
export function totalIn(
	shape: Shape,
	model: Shapes,
	path: readonly string[] = [],
): PageTotal | undefined {
	if (shape.kind !== "object" || path.length > 2) return undefined;
	for (const of of ["pages", "items"] as const) {
		const own = shape.properties.find(
			({ name, shape }) =>
				totals[of].test(wordsOf(name).join(" ")) &&
				resolve(model, shape).kind === "number",
		);
		if (own !== undefined) return { of, path: [...path, own.name] };
	}
	for (const { name, shape: inner } of shape.properties) {
		if (!places.test(name)) continue;
		const found = totalIn(resolve(model, inner), model, [...path, name]);
		if (found !== undefined) return found;
	}
	return undefined;
}
