import { isCut } from "./is-cut.ts";
import { isStated } from "./join-origins.ts";
import { joinRequired } from "./join-required.ts";
import { equal, holds, isScalar, joinScalars, widen } from "./join-scalars.ts";
import type { Joining } from "./joining.ts";
import { nameOfShape } from "./name-of-shape.ts";
import { joinedOrigins, neededOrigins, settled } from "./property-origins.ts";
import type { Property, Shape } from "./types.ts";

/** Joins two shapes; nothing when they contradict each other, which in mode `either` they never do. */
export function join(a: Shape, b: Shape, how: Joining): Shape | undefined {
	if (a.kind === "unknown") return b.kind === "unknown" ? lessCut(a, b) : b;
	if (b.kind === "unknown") return a;
	if (a.kind === "object" && b.kind === "object") return joinObjects(a, b, how);
	if (a.kind === "array" && b.kind === "array") {
		const items = join(a.items, b.items, how);
		return items && { kind: "array", items };
	}
	if (a.kind === "record" && b.kind === "record") {
		const values = join(a.values, b.values, how);
		return values && { kind: "record", values };
	}
	if (equal(a, b)) return a;
	if (how.mode === "either") return either(a, b, how);
	if (how.mode === "fill" && a.kind === "record" && b.kind === "object")
		return { ...a, values: valuesShown(a, b, how) };
	// Fields that are stated are no keys of a map, whatever an example looks like.
	if (how.mode === "fill" && b.kind === "record" && a.kind === "object")
		return isBare(a) ? b : a;
	if (how.mode === "fill" && b.kind === "union" && a.kind !== "union")
		return filledFrom(a, b, how);
	if (how.mode === "fill" && isName(a) && !isObject(b))
		return { ...a, shown: a.shown ?? b };
	if (isObject(b) && a.kind === "reference") return a;
	if (isObject(a) && b.kind === "reference") return b;
	// What a reference means is known elsewhere; an example of it does not change that.
	if (how.mode === "fill" && a.kind === "reference") return a;
	if (a.kind === b.kind && (a.kind === "number" || a.kind === "string"))
		return how.mode === "fill" ? a : joinScalars(a, b);
	return narrower(a, b, how);
}

type Of<K extends Shape["kind"]> = Extract<Shape, { readonly kind: K }>;

/** A stated "unknown" says more than a placeholder, and `{}` more than `null`. */
function lessCut(a: Of<"unknown">, b: Of<"unknown">): Shape {
	if (a.placeholder === undefined || b.placeholder === undefined)
		return { kind: "unknown" };
	return a.placeholder === "{}" ? a : b;
}

/** Of two descriptions of one value, the one that says more; a union says more than one of its members. */
function narrower(a: Shape, b: Shape, how: Joining): Shape | undefined {
	if (isBare(a) && (b.kind === "object" || b.kind === "record")) return b;
	if (isBare(b) && (a.kind === "object" || a.kind === "record")) return a;
	if (a.kind === "union") return intoUnion(a, b, how);
	if (b.kind === "union") return intoUnion(b, a, how);
	if (holds(a, b)) return how.mode === "fill" ? a : b;
	if (holds(b, a)) return a;
	return undefined;
}

function intoUnion(
	union: Of<"union">,
	other: Shape,
	how: Joining,
): Shape | undefined {
	const quiet = { mode: how.mode };
	if (other.kind === "union") {
		const fits = other.members.every((member) =>
			union.members.some((mine) => join(mine, member, quiet) !== undefined),
		);
		return fits ? union : undefined;
	}
	if (union.members.every((member) => holds(other, member))) return union;
	if (union.discriminator !== undefined && other.kind === "object")
		return intoVariants(union, other, how);
	if (union.members.every((member) => member.kind === "literal"))
		return union.members.find((member) => equal(member, other));
	let joined = false;
	const members = union.members.map((member) => {
		const one = joined ? undefined : join(member, other, quiet);
		if (one !== undefined) joined = true;
		return one ?? member;
	});
	return joined ? { ...union, members } : undefined;
}

/** What is stated beside the variants holds for each of them; an example is of one of them, and says nothing of the others. */
function intoVariants(
	union: Of<"union">,
	other: Of<"object">,
	how: Joining,
): Shape {
	const stated = other.properties.filter(isStated);
	if (stated.length === 0) return union;
	const members = union.members.map(
		(member) => join(member, { ...other, properties: stated }, how) ?? member,
	);
	return { ...union, members };
}

/** The name of a type that is described elsewhere, if at all: it may be anything. */
function isName(shape: Shape): shape is Of<"object"> {
	return isBare(shape) && shape.kind === "object" && shape.title !== undefined;
}

function isObject({ kind }: Shape): boolean {
	return kind === "object" || kind === "record";
}

/** An object of which only the name, or only that it is one, is known. */
function isBare(shape: Shape): boolean {
	return shape.kind === "object" && shape.properties.length === 0;
}

/** A union of both, joined where they are of one kind. */
function either(a: Shape, b: Shape, how: Joining): Shape {
	const wide = widen(a, b);
	if (wide !== undefined) return wide;
	if (holds(a, b)) return a;
	if (holds(b, a)) return b;
	// An empty object is a map without entries.
	if (isBare(a) && b.kind === "record") return b;
	if (isBare(b) && a.kind === "record") return a;
	// What one example shows to be a map, another shows with few keys.
	if (a.kind === "record" && b.kind === "object")
		return { ...a, values: valuesShown(a, b, how) };
	if (a.kind === "object" && b.kind === "record")
		return { ...b, values: valuesShown(b, a, how) };
	const members: Shape[] = a.kind === "union" ? [...a.members] : [a];
	for (const shape of b.kind === "union" ? b.members : [b]) {
		const at = members.findIndex(
			(member) =>
				member.kind === shape.kind &&
				(!["literal", "reference"].includes(member.kind) ||
					equal(member, shape)),
		);
		const same = members[at];
		const joined = same && join(same, shape, how);
		if (joined === undefined) members.push(shape);
		else members[at] = joined;
	}
	const [only] = members;
	return members.length === 1 && only !== undefined
		? only
		: { kind: "union", members };
}

function joinObjects(
	a: Of<"object">,
	b: Of<"object">,
	how: Joining,
): Shape | undefined {
	const bases = [...new Set([...(a.bases ?? []), ...(b.bases ?? [])])];
	const based = bases.length > 0 ? { bases } : {};
	if (how.mode !== "either" && isBare(a))
		return { ...titled(b, a.title), ...based };
	if (how.mode !== "either" && isBare(b))
		return { ...titled(a, b.title), ...based };
	const others = new Map(b.properties.map((one) => [one.name, one]));
	const properties: Property[] = [];
	for (const property of a.properties) {
		const other = others.get(property.name);
		others.delete(property.name);
		properties.push(
			other === undefined
				? lonely(property, how)
				: joinProperties(property, other, how),
		);
	}
	for (const property of others.values())
		properties.push(lonely(property, how));
	const open = a.open === true || b.open === true;
	const title = a.title ?? b.title;
	return {
		kind: "object",
		properties,
		...(open && { open }),
		...(title !== undefined && { title }),
		...based,
	};
}

/** Examples of several kinds do not make a union of what is stated; those of its kind fill it, and `null` may be. */
function filledFrom(
	stated: Shape,
	{ members }: Of<"union">,
	how: Joining,
): Shape | undefined {
	const joined = members.map((member) => join(stated, member, how));
	const found = joined.find((shape) => shape !== undefined);
	if (found === undefined) return undefined;
	const empty = members.find(({ kind }) => kind === "null");
	return empty === undefined
		? found
		: { kind: "union", members: [found, empty] };
}

/** An example of a map shows what its values are. */
function valuesShown(
	map: Of<"record">,
	{ properties }: Of<"object">,
	how: Joining,
): Shape {
	const [first, ...others] = properties.map(({ shape }) => shape);
	if (first === undefined) return map.values;
	const shown = others.reduce<Shape>(
		(all, shape) => join(all, shape, { mode: "either" }) ?? all,
		first,
	);
	return join(map.values, shown, how) ?? map.values;
}

function titled(object: Of<"object">, title: string | undefined): Shape {
	if (object.title !== undefined || title === undefined) return object;
	return { ...object, title };
}

/** What only one of several cases has may be missing. */
function lonely(property: Property, how: Joining): Property {
	return how.mode === "either" ? { ...property, required: false } : property;
}

/** Joins what two places say about one property; a contradiction is told and the first statement kept. */
export function joinProperties<P extends Property>(
	a: P,
	b: P,
	how: Joining,
): P {
	const [first, second] = saysMore(b, a) ? [b, a] : [a, b];
	const shape = join(first.shape, second.shape, {
		...how,
		mode: modeFor(first, second, how),
	});
	if (shape === undefined) tellShapes(first, second, how);
	const required = joinRequired(first, second, how);
	const origins =
		how.origins === "needed" || (isStated(first) && !isStated(second))
			? neededOrigins(first, second, shape)
			: joinedOrigins(first, second, shape);
	return {
		...second,
		...first,
		shape: shape ?? first.shape,
		...(required !== undefined && { required }),
		origins: settled(origins, first, second),
	};
}

/** A cut-off statement comes after the one that completes it, and an example after a statement. */
function saysMore(a: Property, b: Property): boolean {
	if (isEmpty(a.shape) !== isEmpty(b.shape)) return isEmpty(b.shape);
	return isStated(a) && !isStated(b);
}

/** Cut off, and not stated to be a map, which tells keys from fields. */
function isEmpty(shape: Shape): boolean {
	return shape.kind !== "record" && isCut(shape);
}

function modeFor(a: Property, b: Property, how: Joining): Joining["mode"] {
	const mixed = isStated(a) && !isStated(b);
	if (how.mode === "same" && mixed) return "fill";
	// Of what two places only let be seen, either may be there.
	const seen = !isStated(a) && !isStated(b) && isPlain(a) && isPlain(b);
	return how.mode === "fill" && seen ? "either" : how.mode;
}

function isPlain({ shape }: Property): boolean {
	return isScalar(shape) && shape.kind !== "unknown";
}

function tellShapes(a: Property, b: Property, how: Joining): void {
	how.conflict?.({
		name: a.name,
		one: { says: nameOfShape(a.shape), origins: a.origins },
		other: { says: nameOfShape(b.shape), origins: b.origins },
	});
}
