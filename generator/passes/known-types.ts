import type { Definition, TypeLink } from "../model/definition.ts";
import { join } from "../model/join.ts";
import type { ObjectShape, Property, Shape } from "../model/types.ts";
import { shapesIn } from "../model/walk.ts";
import { nameKey } from "../text/words.ts";
import { fitsType } from "./fits-type.ts";
import type { Place } from "./occurrence.ts";
import { indexTypes, type TypeIndex } from "./type-index.ts";

/** The types that the docs describe and what is known of each by now. */
export interface KnownTypes {
	readonly definitions: readonly Definition[];
	readonly index: TypeIndex;
	/** By place in `definitions`. */
	readonly shapes: readonly Shape[];
	/** The places of what is called so, by the words of its name. */
	readonly places: ReadonlyMap<string, readonly number[]>;
}

/** What samples show of each type, by its place. */
export type Shown = Map<number, ObjectShape[]>;

/** The types as their own descriptions give them. */
export function knownTypes(
	definitions: readonly Definition[],
	links: readonly TypeLink[],
): KnownTypes {
	const places = new Map<string, number[]>();
	for (const [at, { name }] of definitions.entries()) {
		const key = nameKey(name);
		places.set(key, [...(places.get(key) ?? []), at]);
	}
	return {
		definitions,
		index: indexTypes(definitions, links),
		shapes: definitions.map(({ shape }) => shape),
		places,
	};
}

/** The type that a name means where it stands, by what is called so: in the same document, else in all. */
export function typeCalled(
	{ definitions, places }: KnownTypes,
	name: string,
	file: string,
): { readonly at: number; readonly near: boolean } | undefined {
	const all = (places.get(nameKey(name)) ?? []).map((at) => {
		return { at, near: definitions[at]?.file === file };
	});
	const near = all.filter((one) => one.near);
	const [only, ...others] = near.length > 0 ? near : all;
	return others.length === 0 ? only : undefined;
}

/** Leaves the name where something of a known type is shown, and keeps what is shown in `shown`. */
export function takeShown(
	{ definitions, index, shapes }: KnownTypes,
	shown: Shown,
): (shape: Shape, place: Place) => Shape | undefined {
	return (shape, { origins: [{ span }] }) => {
		if (shape.kind !== "object" || shape.title === undefined) return undefined;
		const found = index.find(shape.title, span.file);
		const at = found === undefined ? -1 : definitions.indexOf(found);
		const type = shapes[at];
		const { title, shown: beside, ...own } = shape;
		const inner = beside?.kind === "object" ? beside : own;
		if (type === undefined || inner.properties.length === 0) return undefined;
		const near = found?.file === span.file;
		if (!fitsType(inner, type, near ? "named" : "called")) return undefined;
		const properties = inner.properties.filter((one) => completes(one, type));
		if (properties.length > 0)
			shown.set(at, [...(shown.get(at) ?? []), { ...inner, properties }]);
		return { kind: "object", title, properties: [] };
	};
}

/** True when the type says nothing of a property, or leaves something of it open. */
function completes({ name }: Property, type: Shape): boolean {
	const known =
		type.kind === "object"
			? type.properties.find((one) => one.name === name)
			: undefined;
	return known === undefined || !isSettled(known);
}

function isSettled({ shape, origins }: Property): boolean {
	const stated = origins.some(
		({ basis, of }) =>
			basis === "stated" && (of === undefined || of.includes("type")),
	);
	if (!stated) return false;
	for (const { shape: inner } of shapesIn(shape)) {
		if (inner.kind === "unknown") return false;
		// What only has a name may be completed where that is described.
		if (inner.kind === "object" && inner.properties.length === 0) return false;
	}
	return true;
}

/** The types with what samples show of them. Each sample is one case of what may be there. */
export function withShown(known: KnownTypes, shown: Shown): KnownTypes {
	const shapes = known.shapes.map((shape, at) => {
		const [first, ...others] = shown.get(at) ?? [];
		if (first === undefined) return shape;
		const all = others.reduce<Shape>(
			(one, other) => join(one, other, { mode: "either" }) ?? one,
			first,
		);
		return join(shape, all, { mode: "fill", origins: "needed" }) ?? shape;
	});
	return { ...known, shapes };
}
