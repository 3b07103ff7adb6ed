import type { Operation, Shape } from "../model/types.ts";
import { isPlural, singular, wordsOf } from "../text/words.ts";
import type { PathKey } from "./path-key.ts";

/** A method's name, and whether it is an action: then the last segment is the method's and not a resource's. */
export interface MethodName {
	readonly name: string;
	readonly action: boolean;
}

/** The name of a method after what it does to what: list, get, create, update, edit, delete, their bulk forms, or an action. */
export function methodName(
	operation: Operation,
	{ steps }: PathKey,
	collections: ReadonlySet<string>,
): MethodName {
	const last = steps.at(-1);
	const item = last?.kind === "parameter";
	const action = item
		? undefined
		: actionName(operation, { steps }, collections);
	if (action !== undefined) return { name: action, action: true };
	const path = steps.map(({ text }) => text).join("/");
	const collection =
		!item &&
		(collections.has(path) ||
			isPlural(last?.text ?? "") ||
			answersList(operation));
	return { name: verbFor(operation, item, collection), action: false };
}

function verbFor(
	operation: Operation,
	item: boolean,
	collection: boolean,
): string {
	switch (operation.method) {
		case "GET":
			return collection && !answersOne(operation) ? "list" : "get";
		case "POST":
			return "create";
		case "PUT":
			return collection ? "bulk_update" : "update";
		case "PATCH":
			return collection ? "bulk_edit" : "edit";
		case "DELETE":
			return collection && !item ? "bulk_delete" : "delete";
		default:
			return operation.method.toLowerCase();
	}
}

/**
 * `POST …/{id}/rotate`: a last segment that only says what to do. It is one when the summary starts with the same word,
 * when it is no plural and nothing hangs under it, or when the summary's verb acts on it: "Set PSKs" at `…/psk` is
 * `psk_set`.
 */
function actionName(
	{ method, summary }: Operation,
	{ steps }: PathKey,
	collections: ReadonlySet<string>,
): string | undefined {
	const last = steps.at(-1);
	if (last === undefined || steps.length < 2 || method !== "POST")
		return undefined;
	if (collections.has(steps.map(({ text }) => text).join("/")))
		return undefined;
	const words = wordsOf(last.text);
	const [verb, ...others] = wordsOf(summary ?? "").filter(
		(word) => !articles.has(word),
	);
	const segment = words.join("_");
	if (verb !== undefined && words.some((word) => sameVerb(word, verb)))
		return segment;
	if (isPlural(last.text)) return undefined;
	const about = others.slice(0, 2).map(singular);
	if (verb !== undefined && words.length === 1 && about.includes(segment))
		return creating.has(stem(verb)) ? undefined : `${segment}_${stem(verb)}`;
	return segment;
}

const articles: ReadonlySet<string> = new Set(["a", "an", "the", "all"]);
const creating: ReadonlySet<string> = new Set(["create", "add", "make", "new"]);

/** The imperative of a verb: "Sets" and "set" are one. */
function stem(verb: string): string {
	return verb.replace(/(?<=[^s])s$/, "").replace(/ie$/, "y");
}

function sameVerb(word: string, verb: string): boolean {
	return stem(word) === stem(verb);
}

function answersList(operation: Operation): boolean {
	return dataOf(operation)?.kind === "array";
}

function answersOne(operation: Operation): boolean {
	const shape = dataOf(operation);
	if (shape?.kind !== "object" || shape.open === true) return false;
	const scalars = shape.properties.filter(({ name }) => name === "id");
	return scalars.length > 0;
}

function dataOf({ responses }: Operation): Shape | undefined {
	return responses.find(({ status }) => status.startsWith("2"))?.shape;
}
