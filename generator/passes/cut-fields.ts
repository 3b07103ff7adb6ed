import { isCut } from "../model/is-cut.ts";
import { isStated } from "../model/join-origins.ts";
import type {
	ObjectShape,
	Operation,
	PathSegment,
	Property,
	Shape,
} from "../model/types.ts";
import { once } from "../text/once.ts";
import { mapInSteps, type Steps } from "../text/steps.ts";
import { singular } from "../text/words.ts";
import { alike } from "./alike.ts";
import { fillField } from "./fill-field.ts";
import { type Place, replaceInOperation, visitObjects } from "./occurrence.ts";

/** A field whose own fields are known, with the object that holds it. */
interface Whole {
	readonly property: Property;
	readonly beside: ReadonlySet<string>;
	readonly place: Place;
	/** What its operation is about. */
	readonly words: readonly string[];
}

/** What is filled may be what another place needs: each round goes one level deeper. */
const maximumRounds = 4;

/**
 * Completes fields that samples cut off, `null`, `[]` or `["..."]`, from a field of the same name that is shown whole in an
 * object with mostly the same fields: in the same sample, or in that of an operation on the same thing. A field never
 * fills one of its own name within it: trees show as deep as the docs do.
 */
export function* completeCutFields(
	operations: readonly Operation[],
): Steps<readonly Operation[]> {
	const words = tellingWords(operations);
	const besideOf = once(namesIn);
	let now = operations;
	for (let round = 0; round < maximumRounds; round++) {
		const whole = wholeFields(now, words, besideOf);
		yield;
		const next = yield* mapInSteps(now, (operation) => {
			const own = words.get(operation.id) ?? [];
			return replaceFields(operation, (property, object, place) => {
				if (!isCutOff(property, place)) return property;
				const beside = besideOf(object);
				return completed({ property, beside, place, words: own }, whole);
			});
		});
		if (next.every((operation, at) => operation === now[at])) return next;
		now = next;
		yield;
	}
	return now;
}

/** By field name and word, the fields that hold objects with fields. */
type Index = ReadonlyMap<string, readonly Whole[]>;

function wholeFields(
	operations: readonly Operation[],
	words: ReadonlyMap<string, readonly string[]>,
	besideOf: (object: ObjectShape) => ReadonlySet<string>,
): Index {
	const all = new Map<string, Whole[]>();
	for (const operation of operations) {
		const own = words.get(operation.id) ?? [];
		visitObjects(operation, (object, place) => {
			if (place.side === "envelope") return false;
			for (const property of object.properties) {
				if (!holdsFields(property.shape)) continue;
				const beside = besideOf(object);
				const whole = { property, beside, place, words: own };
				for (const word of own) {
					const key = `${word} ${property.name}`;
					const known = all.get(key) ?? [];
					known.push(whole);
					all.set(key, known);
				}
			}
			return false;
		});
	}
	return all;
}

function namesIn({ properties }: ObjectShape): ReadonlySet<string> {
	return new Set(properties.map(({ name }) => name));
}

type Change = (
	property: Property,
	object: ObjectShape,
	place: Place,
) => Property;

/** An operation with the fields of all its objects looked at, the outer ones first. */
function replaceFields(operation: Operation, change: Change): Operation {
	let changed = false;
	const look = (shape: Shape, place: Place): Shape | undefined => {
		if (shape.kind !== "object" || place.side === "envelope") return undefined;
		const properties = shape.properties.map((one) => change(one, shape, place));
		if (properties.every((one, at) => one === shape.properties[at]))
			return undefined;
		changed = true;
		return { ...shape, properties };
	};
	const next = replaceInOperation(operation, look);
	return changed ? next : operation;
}

function isCutOff(property: Property, place: Place): boolean {
	// What a template cuts off is completed where all places of an object become one.
	if (!isCut(property.shape) || isStated(property)) return false;
	return place.property !== property.name;
}

function completed(own: Whole, whole: Index): Property {
	const { property, words } = own;
	const related = new Set(
		words.flatMap((word) => whole.get(`${word} ${property.name}`) ?? []),
	);
	return [...related]
		.filter((other) => isSame(own, other))
		.map((other) => ({ other, likeness: likenessOf(own, other) }))
		.sort((a, b) => b.likeness - a.likeness)
		.reduce(
			(known, { other }) =>
				alike(known.shape, other.property.shape)
					? fillField(known, other.property)
					: known,
			property,
		);
}

/** True when two fields of one name stand in objects that are the same thing, as far as their other fields tell. */
function isSame(own: Whole, other: Whole): boolean {
	if (!mayTell(other.place, own.place)) return false;
	const shared = sharedBetween(own, other);
	const [fewer = 0, more = 0] = [own.beside.size, other.beside.size]
		.map((size) => size - 1)
		.sort((a, b) => a - b);
	if (own.place.operation?.id === other.place.operation?.id)
		return shared >= 2 && shared * 2 >= fewer;
	return shared >= 3 && shared * 2 >= more;
}

/** What answers hold is not what may be sent, and what failures hold is not what answers do. */
function mayTell(from: Place, to: Place): boolean {
	if (to.side === "request") return from.side === "request";
	return (from.side === "failure") === (to.side === "failure");
}

function likenessOf(own: Whole, other: Whole): number {
	const all = own.beside.size + other.beside.size;
	const near = own.place.operation?.id === other.place.operation?.id ? 1 : 0;
	return near + sharedBetween(own, other) / all;
}

/** How many fields two objects share, the one in question aside. */
function sharedBetween({ beside, property }: Whole, other: Whole): number {
	return [...beside].filter(
		(name) => name !== property.name && other.beside.has(name),
	).length;
}

function holdsFields(shape: Shape): boolean {
	if (shape.kind === "array") return holdsFields(shape.items);
	if (shape.kind === "reference") return true;
	return shape.kind === "object" && shape.properties.length > 0;
}

/**
 * By operation, its id and the words of its path: `nodes` and `node` are one. A version is none, nor is what a large part
 * of a large API hangs under.
 */
function tellingWords(
	operations: readonly Operation[],
): ReadonlyMap<string, readonly string[]> {
	const counts = new Map<string, number>();
	const words = operations.map(({ id, path }) => {
		const own = new Set(path.flatMap(wordOf));
		for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
		return { id, own };
	});
	const most = Math.max(few, operations.length / 4);
	return new Map(
		words.map(({ id, own }) => [
			id,
			[id, ...[...own].filter((word) => (counts.get(word) ?? 0) <= most)],
		]),
	);
}

const few = 12;

function wordOf(segment: PathSegment): readonly string[] {
	return segment.kind === "literal" &&
		!/^(?:api|rest|v\d.*)$/i.test(segment.text)
		? [singular(segment.text.toLowerCase())]
		: [];
}
