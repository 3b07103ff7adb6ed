import type { ObjectShape, Operation } from "../model/types.ts";
import { once } from "../text/once.ts";
import { wordsOf } from "../text/words.ts";
import { type Place, visitObjects } from "./occurrence.ts";

/** The names that docs give to objects, and the properties that objects have. */
export interface Titles {
	/** By the words of a name. */
	readonly called: ReadonlyMap<
		string,
		{ readonly title: string; readonly properties: string }
	>;
	/** The names of the properties of an object, in one string. */
	readonly propertiesOf: (shape: ObjectShape) => string;
}

/** Fewer properties than this are the same by chance. */
const telling = 3;

/** Finds the titles under which objects are described, not just mentioned. */
export function findTitles(operations: readonly Operation[]): Titles {
	const called = new Map<string, { title: string; properties: string }>();
	// Rounds look at the same objects again and again.
	const propertiesOf = once(namesIn);
	for (const operation of operations)
		visitObjects(operation, (shape, { property }) => {
			if (shape.title === undefined) return false;
			const properties = propertiesOf(shape);
			if (property !== undefined && properties !== "")
				called.set(joinWords(shape.title), { title: shape.title, properties });
			return false;
		});
	return { called, propertiesOf };
}

/**
 * What makes two objects candidates for being one: the name that the docs give it, or that the property has whose object
 * is described elsewhere under that name; a wrapper or failure with the same properties; a message in one of these; or
 * the same properties within one resource's responses. Keys that start with `same:` need a second place to count.
 */
export function keyOf(
	shape: ObjectShape,
	place: Place,
	titles: Titles,
): string | undefined {
	const { side, property, operation, within } = place;
	const properties = titles.propertiesOf(shape);
	const outer = side === "envelope" || side === "failure";
	if (outer && property === undefined && within === undefined)
		return `same:${side}:${properties}`;
	if (outer && isMessage(shape)) return "message";
	const title = titleOf(shape, place, titles);
	if (title !== undefined) return `title:${title}`;
	const few = shape.properties.length < telling;
	if (side !== "response" || few || operation === undefined) return undefined;
	return `same:${operation.resource?.join(".")}:${properties}`;
}

function namesIn({ properties }: ObjectShape): string {
	return properties
		.map(({ name }) => name)
		.sort()
		.join();
}

/** An entry of an envelope's list of errors or notes. */
function isMessage({ properties }: ObjectShape): boolean {
	return properties.some(({ name }) => name === "message");
}

/** A whole response is named after its operation, whatever its page calls it. */
function titleOf(
	shape: ObjectShape,
	{ property }: Place,
	titles: Titles,
): string | undefined {
	if (property === undefined) return undefined;
	if (shape.title !== undefined)
		return titles.called.get(joinWords(shape.title))?.title;
	const found = titles.called.get(joinWords(property));
	return found?.properties === titles.propertiesOf(shape)
		? found.title
		: undefined;
}

function joinWords(name: string): string {
	return wordsOf(name).join(" ");
}
