import type { HttpMethod, Operation } from "../model/types.ts";
import { isPlural, singular, wordsOf } from "../text/words.ts";
import type { PathFacts } from "./path-facts.ts";
import type { PathKey } from "./path-key.ts";
import { plainVerbs, questions, stem, verbs } from "./verbs.ts";

/** A method's name, and how many of the path's last steps say it: they are not part of the resource. */
export interface MethodName {
	readonly name: string;
	readonly steps: number;
}

/**
 * The name of an operation whose last segment says what to do, `POST …/{id}/rotate`: a verb of the language, or the verb
 * that starts its summary. A segment that is a thing of its own, with items or with several methods, is none.
 */
export function actionName(
	operation: Operation,
	key: PathKey,
	facts: PathFacts,
): MethodName | undefined {
	const { steps } = key;
	const last = steps.at(-1);
	if (last === undefined) return undefined;
	if (last.custom === true)
		return { name: wordsOf(last.text).join("_"), steps: 1 };
	if (last.kind === "parameter") return actionOnItem(operation, key, facts);
	const many = bulkName(operation.method, key);
	if (many !== undefined) return many;
	if (facts.isCollection(key) || facts.methodsAt(key).size > 1)
		return undefined;
	const words = wordsOf(last.text);
	const plain = words.length === 1 && plainVerbs.get(words[0] ?? "");
	// At the root there is no thing that it is done to, and each verb is a method of its own.
	if (plain && steps.length === 1) return { name: last.text, steps: 1 };
	if (plain) return { name: plain, steps: 1 };
	const segment = words.join("_");
	if (saysWhatToDo(operation, words)) return { name: segment, steps: 1 };
	const verb = verbOn(operation, segment);
	return verb && steps.length > 1
		? { name: `${segment}_${verb}`, steps: 1 }
		: undefined;
}

/** `POST /run/{model}`: the verb stands in front of what it acts on. */
function actionOnItem(
	{ method }: Operation,
	{ steps }: PathKey,
	facts: PathFacts,
): MethodName | undefined {
	const [verb, item] = steps.slice(-2);
	if (method !== "POST" || verb?.kind !== "literal" || item === undefined)
		return undefined;
	if (steps.length < 3 || !verbs.has(verb.text.toLowerCase())) return undefined;
	const alone = facts.methodsAt({ steps }).size === 1;
	return alone ? { name: verb.text.toLowerCase(), steps: 2 } : undefined;
}

function saysWhatToDo(
	{ method, summary }: Operation,
	words: readonly string[],
): boolean {
	const [first = "", ...others] = words;
	if (method === "GET") return questions.has(first);
	if (verbs.has(first)) return true;
	if (method !== "POST") return false;
	const last = others.at(-1);
	if (last !== undefined && (verbs.has(last) || plainVerbs.has(first)))
		return true;
	const verb = wordsOf(summary ?? "")[0];
	return (
		verb !== undefined &&
		!isPlural(words.join("_")) &&
		words.some((word) => stem(word) === stem(verb))
	);
}

/** "Set keys" at `POST …/{id}/key`: what is done to a thing that is not made by it. */
function verbOn(
	{ method, summary }: Operation,
	segment: string,
): string | undefined {
	const [verb, ...others] = wordsOf(summary ?? "").filter(
		(word) => !/^(a|an|the|all)$/.test(word),
	);
	if (method !== "POST" || verb === undefined || isPlural(segment))
		return undefined;
	const about = others.slice(0, 2).map(singular);
	return about.includes(segment) && !making.test(stem(verb))
		? stem(verb)
		: undefined;
}

/** To say that something comes into being, or nothing more than the method does. */
const making =
	/^(add|create|do|fetch|generate|get|issue|make|new|obtain|order|post|record|request|retrieve|store|submit|update|upload)$/;

const bulkNames: Readonly<Partial<Record<HttpMethod, string>>> = {
	POST: "bulk_create",
	PUT: "bulk_update",
	PATCH: "bulk_edit",
	DELETE: "bulk_delete",
};

/** `/bulk` says that it is done to many; with a verb before or after it, what is. */
function bulkName(
	method: HttpMethod,
	{ steps }: PathKey,
): MethodName | undefined {
	const [before, last] = steps.slice(-2).map(({ text }) => text.toLowerCase());
	if (last === undefined || before === undefined) return undefined;
	if (isMany(before)) {
		const verb = plainVerbs.get(last) ?? (verbs.has(last) ? last : undefined);
		return verb && steps.length > 2
			? { name: `bulk_${verb}`, steps: 2 }
			: undefined;
	}
	if (!isMany(last)) return undefined;
	const verb = plainVerbs.get(before);
	if (verb && steps.length > 2) return { name: `bulk_${verb}`, steps: 2 };
	if (last === "batch" && method === "POST") return { name: last, steps: 1 };
	const name = bulkNames[method];
	return name === undefined ? undefined : { name, steps: 1 };
}

function isMany(text: string): boolean {
	return text === "bulk" || text === "batch";
}
