import type { HttpMethod, Operation } from "../model/types.ts";
import { isPlural, wordsOf } from "../text/words.ts";
import { actionName, type MethodName } from "./action-name.ts";
import {
	answersList,
	answersMany,
	answersObject,
	answersOne,
} from "./answer.ts";
import type { PathFacts } from "./path-facts.ts";
import type { PathKey } from "./path-key.ts";
import { stem } from "./verbs.ts";

/** The name of a method after what it does to what: list, get, create, update, edit, delete, their bulk forms, or an action. */
export function methodName(
	operation: Operation,
	key: PathKey,
	facts: PathFacts,
): MethodName {
	const action = actionName(operation, key, facts);
	if (action !== undefined) return action;
	if (operation.method === "GET") return readName(operation, key, facts);
	return { name: verbFor(operation, key, facts), steps: 0 };
}

function verbFor(operation: Operation, key: PathKey, facts: PathFacts): string {
	const many =
		key.steps.at(-1)?.kind === "literal" && isBulk(operation, key, facts);
	switch (operation.method) {
		case "POST":
			return postName(operation, key, facts);
		case "PUT":
			return many ? "bulk_update" : "update";
		case "PATCH":
			return many ? "bulk_edit" : "edit";
		case "DELETE":
			return many ? "bulk_delete" : "delete";
		default:
			return operation.method.toLowerCase();
	}
}

/** `POST /hives/{hive_id}`: what is posted to an item changes it where items are made elsewhere, and the summary may say so. */
function postName(
	{ summary }: Operation,
	{ steps }: PathKey,
	facts: PathFacts,
): string {
	if (steps.at(-1)?.kind !== "parameter") return "create";
	const verb = stem(wordsOf(summary ?? "")[0] ?? "");
	if (changing.has(verb)) return verb;
	const made = facts.methodsAt({ steps: steps.slice(0, -1) }).has("POST");
	return made && !creating.has(verb) ? "update" : "create";
}

const changing: ReadonlySet<string> = new Set(["edit", "update"]);
const creating: ReadonlySet<string> = new Set(["add", "create", "new"]);

/** The methods that do to one item what a method does to many. */
const oneByOne: Readonly<Partial<Record<HttpMethod, readonly HttpMethod[]>>> = {
	PUT: ["PUT"],
	PATCH: ["PATCH", "PUT"],
	DELETE: ["DELETE"],
};

/** What is done to each item alone is done in bulk to all of them; a list that only changes as a whole is a setting. */
function isBulk(operation: Operation, key: PathKey, facts: PathFacts): boolean {
	if (facts.isCollection(key)) {
		const items = facts.methodsOfItems(key);
		return oneByOne[operation.method]?.some((one) => items.has(one)) === true;
	}
	const grows = facts.methodsAt(key).has("POST");
	return grows && isPlural(lastOf(key)) && answersList(operation);
}

function readName(
	operation: Operation,
	key: PathKey,
	facts: PathFacts,
): MethodName {
	const last = lastOf(key);
	if (key.steps.at(-1)?.kind !== "literal") return readItem(key, facts);
	const list = { name: "list", steps: 0 };
	const get = { name: "get", steps: 0 };
	const verb = wordsOf(operation.summary ?? "")[0];
	if (facts.isCollection(key)) return answersOne(operation) ? get : list;
	if (isSetting(key, facts)) return get;
	if (verb === "list" || verb === "lists") return list;
	if (answersMany(operation, last)) return list;
	const told = !isPlural(last) || answersObject(operation);
	if (told && facts.childrenOf(key).length === 0 && facts.isView(key))
		return { name: wordsOf(last).join("_"), steps: 1 };
	if (!isPlural(last)) return get;
	const one = verb === "get" && answersObject(operation);
	return one ? get : list;
}

/** `GET /rates/latest/{currency}`, where `latest` is no list of things but one way among others to look at them. */
function readItem({ steps }: PathKey, facts: PathFacts): MethodName {
	const view = { steps: steps.slice(0, -1) };
	const [item, ...others] = facts.childrenOf(view);
	const only = item === "{}" && others.length === 0;
	const listed = facts.methodsAt(view).size > 0;
	const leaf = facts.childrenOf({ steps }).length === 0;
	return only &&
		!listed &&
		leaf &&
		!isPlural(lastOf(view)) &&
		facts.isView(view)
		? { name: wordsOf(lastOf(view)).join("_"), steps: 2 }
		: { name: "get", steps: 0 };
}

/** What is replaced as a whole and has no items is one thing, even when it is a list. */
function isSetting(key: PathKey, facts: PathFacts): boolean {
	const methods = facts.methodsAt(key);
	return (methods.has("PUT") || methods.has("PATCH")) && !methods.has("POST");
}

function lastOf({ steps }: PathKey): string {
	return steps.at(-1)?.text ?? "";
}
