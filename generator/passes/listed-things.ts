import { isCut } from "../model/is-cut.ts";
import type {
	NamedShape,
	Operation,
	Origins,
	PathSegment,
	Property,
	Shape,
} from "../model/types.ts";
import { isPlural, nameKey, wordsOf } from "../text/words.ts";
import { alike } from "./alike.ts";
import { fillField } from "./fill-field.ts";
import { type Place, replaceIn, replaceInOperation } from "./occurrence.ts";

/** Operations and named shapes whose lists hold what the docs list elsewhere. */
interface Completed {
	readonly operations: readonly Operation[];
	readonly shapes: readonly NamedShape[];
}

/**
 * Completes lists that nothing is shown of, `"AuditLogs": []`, from the answer of the operation that lists what they are
 * called after: `GET /audit/logs`. One word is the same by chance, so a name has two at least.
 */
export function completeFromLists({
	operations,
	shapes,
}: Completed): Completed {
	const lists = listsOf(operations);
	if (lists.size === 0) return { operations, shapes };
	const look = (shape: Shape, place: Place): Shape | undefined => {
		if (shape.kind !== "object" || place.side === "request") return undefined;
		// Within a list that was completed nothing is, or two that hold each other would never end.
		const properties = shape.properties.map((one): Property => {
			const whole = filled(one, lists);
			if (whole !== one) return whole;
			const inner = replaceIn(one.shape, place, look);
			return inner === one.shape ? one : { ...one, shape: inner };
		});
		return properties.every((one, at) => one === shape.properties[at])
			? shape
			: { ...shape, properties };
	};
	return {
		operations: operations.map((one) => replaceInOperation(one, look)),
		shapes: shapes.map((one): NamedShape => {
			const { origins } = one;
			const at: Place = { side: "response", many: false, origins };
			return { ...one, shape: replaceIn(one.shape, at, look) };
		}),
	};
}

function filled(
	property: Property,
	lists: ReadonlyMap<string, Property>,
): Property {
	const { name, shape } = property;
	// Of `null` nobody knows that it is a list: `"fieldNotes": null` may be a map, or one text.
	if (shape.kind !== "array" || !isCut(shape) || !isPlural(name))
		return property;
	const list = lists.get(nameKey(name));
	return list === undefined ? property : fillField(property, list);
}

/** The lists that operations answer, by the words of their paths; those that two give differently are none. */
function listsOf(
	operations: readonly Operation[],
): ReadonlyMap<string, Property> {
	const lists = new Map<string, Property>();
	const unsure = new Set<string>();
	for (const { method, path, responses } of operations) {
		const words = collectionOf(path);
		const answer = responses.find(({ status }) => status.startsWith("2"));
		if (method !== "GET" || words === undefined || answer === undefined)
			continue;
		const { shape } = answer;
		if (shape?.kind !== "array" || !holdsFields(shape.items)) continue;
		const key = nameKey(words);
		const known = lists.get(key);
		if (known !== undefined && !alike(known.shape, shape)) unsure.add(key);
		const origins: Origins = answer.origins;
		lists.set(key, known ?? { name: words, shape, origins });
	}
	for (const key of unsure) lists.delete(key);
	return lists;
}

/** The words at the end of a path that name what is listed: of `/audit/logs`, of `/users/{id}/audit-logs`. */
function collectionOf(path: readonly PathSegment[]): string | undefined {
	const [before, last] = [path.at(-2), path.at(-1)];
	if (last?.kind !== "literal") return undefined;
	if (wordsOf(last.text).length > 1) return last.text;
	return before?.kind === "literal" &&
		!/^(?:api|rest|v\d.*)$/i.test(before.text)
		? `${before.text}_${last.text}`
		: undefined;
}

function holdsFields(shape: Shape): boolean {
	if (shape.kind === "reference") return true;
	return shape.kind === "object" && shape.properties.length > 1;
}
