import { join } from "../model/join.ts";
import type {
	NamedShape,
	ObjectShape,
	Operation,
	Origin,
	Shape,
} from "../model/types.ts";
import { shapesIn } from "../model/walk.ts";
import { once } from "../text/once.ts";
import { mapInSteps, type Steps } from "../text/steps.ts";
import { alike } from "./alike.ts";
import {
	type Group,
	type Place,
	replaceIn,
	replaceInOperation,
	visitObjects,
	visitObjectsWithin,
} from "./occurrence.ts";
import { findTitles, keyOf, type Titles } from "./shape-key.ts";
import { nameShapes } from "./shape-name.ts";

/** Operations whose shapes refer to the named ones. */
export interface Shared {
	readonly operations: readonly Operation[];
	readonly shapes: readonly NamedShape[];
}

type Groups = ReadonlyMap<string, Group>;

/** What tells whether objects are one, the same in every round. */
interface Sharing {
	readonly titles: Titles;
	readonly tryJoin: TryJoin;
}

/**
 * Makes one named shape of an object that the docs name, or that stands several times in one resource's responses with
 * the same properties and compatible types. What is cut off in one place is completed from the others. Outer objects
 * come first: what only ever stands within a named shape needs no name of its own. Names in `taken` are those of other
 * shapes.
 */
export function* shareShapes(
	operations: readonly Operation[],
	taken: readonly string[],
): Steps<Shared> {
	const titles = findTitles(operations);
	const sharing = { titles, tryJoin: joinedOnce() };
	yield;
	const objects = findObjects(operations, titles);
	yield;
	let known: ReadonlySet<string> = new Set();
	let groups: Groups = new Map();
	// What stands within a group is collected from the group as the round before left it.
	for (let settled = false; !settled; ) {
		const found = chooseKeys(objects, groups, known, titles);
		yield;
		const collected = collect(objects, groups, found, sharing);
		settled = found.size === known.size && sizeOf(collected) <= sizeOf(groups);
		known = found;
		groups = collected;
		yield;
	}
	return yield* refer(operations, groups, taken, sharing);
}

/** How much is known of all groups: it grows from round to round until nothing is missing. */
function sizeOf(groups: Groups): number {
	return [...groups.values()].reduce(
		(sum, { places, shape }) =>
			sum + places.length + [...shapesIn(shape)].length,
		0,
	);
}

/** An object of the operations, which every round looks at again. */
interface Found {
	readonly key: string | undefined;
	readonly place: Place;
	readonly shape: ObjectShape;
	/** The index of the first object after it that does not stand within it. */
	next: number;
}

/** All objects of the operations, outer ones before what stands within them. */
function findObjects(
	operations: readonly Operation[],
	titles: Titles,
): readonly Found[] {
	const found: Found[] = [];
	const look = (shape: ObjectShape, place: Place): boolean => {
		const key = keyOf(shape, place, titles);
		const one: Found = { key, place, shape, next: 0 };
		found.push(one);
		visitObjectsWithin(shape, place, look);
		one.next = found.length;
		// What stands within it was looked at.
		return true;
	};
	for (const operation of operations) visitObjects(operation, look);
	return found;
}

/** Walks all objects from the outside in, those within groups too; `take` says which of them count as a whole. */
function walk(
	objects: readonly Found[],
	groups: Groups,
	titles: Titles,
	take: (key: string, place: Place, shape: ObjectShape) => boolean,
): void {
	for (let at = 0; at < objects.length; ) {
		const found = objects[at];
		if (found === undefined) return;
		const { key, place, shape, next } = found;
		at = key !== undefined && take(key, place, shape) ? next : at + 1;
	}
	const look = (shape: ObjectShape, place: Place): boolean => {
		const key = keyOf(shape, place, titles);
		return key !== undefined && take(key, place, shape);
	};
	for (const group of groups.values())
		visitObjectsWithin(group.shape, within(group), look);
}

/** The place of what stands within a group's shape. */
function within({ places: [place], origins, key }: Group): Place {
	const side = place?.side ?? "response";
	return { side, many: false, origins, within: key };
}

/** The parts of a group's shape replaced, the shape itself not looked at. */
function replaceWithin(
	group: Group,
	look: (shape: Shape, place: Place) => Shape | undefined,
): Shape {
	let outermost = true;
	return replaceIn(group.shape, within(group), (inner, where) => {
		if (!outermost) return look(inner, where);
		outermost = false;
		return undefined;
	});
}

/** The keys that are known, and those that stand in enough places outside of them. */
function chooseKeys(
	objects: readonly Found[],
	groups: Groups,
	known: ReadonlySet<string>,
	titles: Titles,
): ReadonlySet<string> {
	const users = new Map<string, Set<string>>();
	walk(objects, groups, titles, (key, { operation, within }) => {
		if (known.has(key)) return true;
		const own = users.get(key) ?? new Set();
		users.set(key, own.add(operation?.id ?? within ?? ""));
		return false;
	});
	const chosen = new Set(known);
	walk(objects, groups, titles, (key) => {
		if (known.has(key)) return true;
		const enough = !key.startsWith("same:") || (users.get(key)?.size ?? 0) > 1;
		if (enough) chosen.add(key);
		return enough;
	});
	return chosen;
}

/** All that is said about each known object, joined; what contradicts it is not the same object. */
function collect(
	objects: readonly Found[],
	before: Groups,
	known: ReadonlySet<string>,
	{ titles, tryJoin }: Sharing,
): Groups {
	const drafts = new Map<string, GroupDraft>();
	walk(objects, before, titles, (key, place, shape) => {
		if (!known.has(key)) return false;
		const draft = drafts.get(key);
		if (draft === undefined) {
			const [first, ...others] = place.origins;
			const origins: GroupDraft["origins"] = [first, ...others];
			const { title } = shape;
			drafts.set(key, { key, title, places: [place], shape, origins });
			return true;
		}
		const joined = tryJoin(key, draft.shape, shape);
		if (joined === undefined) return false;
		draft.title ??= shape.title;
		draft.places.push(place);
		draft.shape = joined;
		draft.origins.push(...place.origins);
		return true;
	});
	return new Map(
		[...drafts].map(([key, { title, ...draft }]) => [
			key,
			{ ...draft, ...(title !== undefined && { title }) },
		]),
	);
}

/** A group that more places are added to. */
interface GroupDraft {
	readonly key: string;
	title: string | undefined;
	readonly places: Place[];
	shape: ObjectShape;
	readonly origins: [Origin, ...Origin[]];
}

/** Two objects as one; nothing when they are not the same thing after all. Rounds join the same ones again and again. */
type TryJoin = (
	key: string,
	a: ObjectShape,
	b: ObjectShape,
) => ObjectShape | undefined;

function joinedOnce(): TryJoin {
	const joined = once((a: ObjectShape) =>
		once((b: ObjectShape) => joinWhole(a, b)),
	);
	return (key, a, b) =>
		key.startsWith("same:") && !alike(a, b) ? undefined : joined(a)(b);
}

function joinWhole(a: ObjectShape, b: ObjectShape): ObjectShape | undefined {
	let conflicts = 0;
	const conflict = () => {
		conflicts++;
	};
	const joined = join(a, b, {
		mode: "same",
		conflict,
		origins: "needed",
	});
	return conflicts === 0 && joined?.kind === "object" ? joined : undefined;
}

function* refer(
	operations: readonly Operation[],
	groups: Groups,
	taken: readonly string[],
	{ titles, tryJoin }: Sharing,
): Steps<Shared> {
	// What turned out to be like nothing else keeps its place.
	const real = [...groups.values()].filter(
		({ key, places }) => !key.startsWith("same:") || places.length > 1,
	);
	const names = nameShapes(real, taken);
	const look = (shape: Shape, place: Place): Shape | undefined => {
		if (shape.kind !== "object") return undefined;
		const key = keyOf(shape, place, titles);
		const group = key === undefined ? undefined : groups.get(key);
		const name = group && names.get(group.key);
		if (group === undefined || name === undefined) return undefined;
		const same = tryJoin(key ?? "", group.shape, shape) !== undefined;
		return same ? { kind: "reference", name } : undefined;
	};
	yield;
	const shapes = yield* mapInSteps(real, (group): NamedShape => {
		const name = names.get(group.key) ?? group.key;
		return { name, shape: replaceWithin(group, look), origins: group.origins };
	});
	return {
		operations: yield* mapInSteps(operations, (one) =>
			replaceInOperation(one, look),
		),
		shapes: [...shapes].sort((a, b) => (a.name < b.name ? -1 : 1)),
	};
}
