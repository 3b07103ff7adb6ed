import type { Definition, TypeLink } from "../model/definition.ts";
import { joinOrigins } from "../model/join-origins.ts";
import type { Operation, Property, Shape } from "../model/types.ts";
import { type Place, replaceIn, replaceInOperation } from "./occurrence.ts";
import { indexTypes, type TypeIndex } from "./type-index.ts";

/** Operations and types in which each object has the fields of the types that it extends. */
export interface Extended {
	readonly operations: readonly Operation[];
	readonly definitions: readonly Definition[];
	/** The types that others extend, by their place in `definitions`. */
	readonly bases: ReadonlySet<number>;
}

/** So many types above one are looked at; docs that nest deeper are read that far. */
const maximumTypes = 64;

/**
 * Puts the fields of named types into the objects of which the docs say that they have them, too. An object's own fields
 * win, those of nearer types come before those of farther ones, and each type counts once, so that types which extend
 * each other in a circle come to an end.
 */
export function extendTypes(
	operations: readonly Operation[],
	definitions: readonly Definition[],
	links: readonly TypeLink[],
): Extended {
	const index = indexTypes(definitions, links);
	const places = new Map(definitions.map((one, at) => [one, at]));
	const bases = new Set<number>();
	const look = (shape: Shape, place: Place): Shape | undefined => {
		if (shape.kind !== "object" || shape.bases === undefined) return undefined;
		const { bases: named, ...own } = shape;
		const [{ span }] = place.origins;
		const types = typesAbove(named, span.file, index);
		for (const one of types) bases.add(places.get(one) ?? -1);
		return withFieldsOf(types, replaceIn(own, place, look), place);
	};
	return {
		operations: operations.map((one) => replaceInOperation(one, look)),
		definitions: definitions.map((one) => {
			const { origins } = one;
			const at: Place = { side: "response", many: false, origins };
			return { ...one, shape: replaceIn(one.shape, at, look) };
		}),
		bases,
	};
}

/** The types of these names and those that they extend, nearer ones first. */
function typesAbove(
	names: readonly string[],
	from: string,
	index: TypeIndex,
): readonly Definition[] {
	const found: Definition[] = [];
	const left = names.map((name) => ({ name, file: from }));
	for (let one = left.shift(); one !== undefined; one = left.shift()) {
		const type = index.find(one.name, one.file);
		if (type?.shape.kind !== "object" || found.includes(type)) continue;
		if (found.length >= maximumTypes) break;
		found.push(type);
		const { file, shape } = type;
		left.push(...(shape.bases ?? []).map((name) => ({ name, file })));
	}
	return found;
}

function withFieldsOf(
	types: readonly Definition[],
	own: Shape,
	place: Place,
): Shape {
	if (own.kind !== "object") return own;
	const properties = new Map(own.properties.map((one) => [one.name, one]));
	let { open = false } = own;
	for (const { shape } of types) {
		const bare = replaceIn(shape, place, withoutBases);
		if (bare.kind !== "object") continue;
		open ||= bare.open === true;
		for (const one of bare.properties)
			properties.set(one.name, joined(properties.get(one.name), one));
	}
	return {
		...own,
		properties: [...properties.values()],
		...(open && { open }),
	};
}

function withoutBases(shape: Shape, place: Place): Shape | undefined {
	if (shape.kind !== "object" || shape.bases === undefined) return undefined;
	const { bases: _, ...own } = shape;
	return replaceIn(own, place, withoutBases);
}

/** What the object says itself, with what it leaves out; both places are where it comes from. */
function joined(own: Property | undefined, inherited: Property): Property {
	if (own === undefined) return inherited;
	return {
		...inherited,
		...own,
		shape: own.shape.kind === "unknown" ? inherited.shape : own.shape,
		origins: joinOrigins(own.origins, inherited.origins),
	};
}
