import type { Operation, Shape } from "../model/types.ts";
import { isPlural, singular, wordsOf } from "../text/words.ts";

const wrappers = /^(data|entries|items|list|records|results?|rows|values)$/i;
const paging =
	/^(page|per_?page|page_?(size|token|number)|cursor|offset|next_?token|continuation_?token)$/i;

/** True when an operation gives many of a thing, as far as its answer or its paging tells; `thing` is what they are called. */
export function answersMany(operation: Operation, thing: string): boolean {
	const paged = operation.parameters.some(
		({ name, in: location }) => location === "query" && paging.test(name),
	);
	return answersList(operation) || paged || holdsList(operation, thing);
}

/** True when the answer is an array. */
export function answersList(operation: Operation): boolean {
	return dataOf(operation)?.kind === "array";
}

/** True when the answer is one thing with an id of its own. */
export function answersOne(operation: Operation): boolean {
	const shape = dataOf(operation);
	if (shape?.kind !== "object" || shape.open === true) return false;
	return shape.properties.some(({ name }) => name === "id");
}

/** True when the docs show an object. */
export function answersObject(operation: Operation): boolean {
	const shape = dataOf(operation);
	return shape?.kind === "object" && shape.properties.length > 0;
}

/** `{ "hives": […] }`: one list, called after the thing or after nothing. */
function holdsList(operation: Operation, thing: string): boolean {
	const shape = dataOf(operation);
	if (shape?.kind !== "object") return false;
	const large = shape.properties.filter(
		(property) => property.shape.kind === "array",
	);
	const [only] = large;
	if (only === undefined || large.length > 1) return false;
	const same =
		wordsOf(singular(only.name)).at(-1) === wordsOf(singular(thing)).at(-1);
	return wrappers.test(only.name) || (same && isPlural(only.name));
}

function dataOf({ responses }: Operation): Shape | undefined {
	return responses.find(({ status }) => status.startsWith("2"))?.shape;
}
