import type { Definition, TypeLink } from "../model/definition.ts";
import type { TypeMention } from "../model/type-mention.ts";
import type { Operation, Shape } from "../model/types.ts";
import {
	type KnownTypes,
	knownTypes,
	type Shown,
	takeShown,
	withShown,
} from "./known-types.ts";
import { nameAsSaid } from "./name-as-said.ts";
import { nameInOperation } from "./name-in-operation.ts";
import { nameWithin } from "./name-within.ts";
import { type Place, replaceIn, replaceInOperation } from "./occurrence.ts";

/** Operations and types that name what they hold, and the types completed by what samples of them show. */
export interface Recognised {
	readonly operations: readonly Operation[];
	readonly definitions: readonly Definition[];
}

/** Each round moves samples one type deeper, so it ends; docs that nest deeper are read that far. */
const maximumRounds = 24;

/**
 * Names the types of properties that are called after a described type, and of answers that look like one. What samples
 * show of a type completes its description, field by field, wherever they stand.
 */
export function recogniseTypes(
	operations: readonly Operation[],
	definitions: readonly Definition[],
	links: readonly TypeLink[],
	mentions: readonly TypeMention[],
): Recognised {
	if (definitions.length === 0) return { operations, definitions };
	const known = settle(knownTypes(definitions, links));
	const shown: Shown = new Map();
	const take = takeShown(known, shown);
	const said = new Map<string, TypeMention[]>();
	for (const one of mentions)
		said.set(one.operation, [...(said.get(one.operation) ?? []), one]);
	const told = operations.map((one) => {
		const named = nameAsSaid(one, said.get(one.id) ?? [], known);
		return replaceInOperation(nameInOperation(named, known), take);
	});
	const { shapes } = settle(withShown(known, shown));
	return {
		operations: told,
		definitions: definitions.map((one, at) => {
			return { ...one, shape: shapes[at] ?? one.shape };
		}),
	};
}

/** Names types within types until nothing shown is left to move into the type that it is of. */
function settle(known: KnownTypes): KnownTypes {
	let now = known;
	for (let round = 0; round < maximumRounds; round++) {
		const shown: Shown = new Map();
		const take = takeShown(now, shown);
		const shapes = now.shapes.map((shape, at) => {
			const one = now.definitions[at];
			return one === undefined
				? shape
				: within(nameWithin(shape, one.file, now), one, take);
		});
		now = withShown({ ...now, shapes }, shown);
		if (shown.size === 0) return now;
	}
	return now;
}

/** Not the shape itself is looked at, but what it holds. */
function within(
	shape: Shape,
	{ origins }: Definition,
	look: (inner: Shape, place: Place) => Shape | undefined,
): Shape {
	const at: Place = { side: "response", many: false, origins };
	return replaceIn(shape, at, (inner, place) =>
		inner === shape ? undefined : look(inner, place),
	);
}
