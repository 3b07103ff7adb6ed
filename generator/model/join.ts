import type { Origin, Origins, Property, Shape } from "./types.ts";

/**
 * How two shapes become one. `same`: both describe the same values, so the more specific statement wins and what one
 * lacks the other completes. `fill`: the first is stated and the second read off an example, so the second only fills
 * what the first leaves open. `either`: a value fits one or the other, so the result is wide enough for both.
 */
export interface Joining {
	readonly mode: "same" | "fill" | "either";
	/** Told about each place where the two contradict each other; not in mode `either`. */
	readonly conflict?: (one: Contradiction) => void;
	/**
	 * `needed` keeps of the second only the origins of what it adds or lacks, and few of those: for joining the many places
	 * where one thing stands.
	 */
	readonly origins?: "needed";
}

/** Two statements about one property that cannot both hold; the first was kept. */
export interface Contradiction {
	readonly name: string;
	readonly one: Statement;
	readonly other: Statement;
}

export interface Statement {
	/** In a person's words: `string`, `required`. */
	readonly says: string;
	readonly origins: Origins;
}

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

/** All constraints of both, unless they give different values for one. */
function joinScalars(a: Shape, b: Shape): Shape | undefined {
	const other = new Map<string, unknown>(Object.entries(b));
	const differs = Object.entries(a).some(
		([key, value]) => other.has(key) && other.get(key) !== value,
	);
	return differs ? undefined : { ...b, ...a };
}

/** What holds for the values of both. */
function widen(a: Shape, b: Shape): Shape | undefined {
	if (a.kind === "number" && b.kind === "number")
		return a.integer === true && b.integer === true
			? { kind: "number", integer: true }
			: { kind: "number" };
	if (a.kind === "string" && b.kind === "string")
		return a.format === b.format && a.format !== undefined
			? { kind: "string", format: a.format }
			: { kind: "string" };
	return undefined;
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

/** True when every value of `narrow` is one of `wide`, for scalars. */
function holds(wide: Shape, narrow: Shape): boolean {
	if (narrow.kind === "literal") return typeof narrow.value === wide.kind;
	return false;
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
	if (how.mode !== "either" && isBare(a)) return titled(b, a.title);
	if (how.mode !== "either" && isBare(b)) return titled(a, b.title);
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

function isStated({ origins }: Property): boolean {
	return origins.some(
		({ basis, of }) =>
			basis === "stated" && (of === undefined || of.includes("type")),
	);
}

/** True when a writer stopped here: unknown, through arrays and maps. */
export function isCut(shape: Shape): boolean {
	if (shape.kind === "array") return isCut(shape.items);
	if (shape.kind === "record") return isCut(shape.values);
	return shape.kind === "unknown";
}

/** The description of a thing comes first, though it is an example that tells its type. */
function joinedOrigins(
	a: Property,
	b: Property,
	joined: Shape | undefined,
): Origins {
	const [one, other] = [completed(a, joined), completed(b, joined)];
	return inOrder(a, b, one, other);
}

function inOrder(a: Property, b: Property, one: Origins, other: Origins) {
	const described = isUntyped(b) && !a.origins.some(isStatement);
	return described ? joinOrigins(other, one) : joinOrigins(one, other);
}

/** True when the docs describe a thing and say nothing of its type. */
function isUntyped({ shape, origins }: Property): boolean {
	return (
		shape.kind === "unknown" &&
		shape.placeholder === undefined &&
		origins.some(isStatement)
	);
}

function isStatement({ basis }: Origin): boolean {
	return basis === "stated";
}

/** What was cut off here and is known from elsewhere is inferred. */
function completed(property: Property, joined: Shape | undefined): Origins {
	if (joined === undefined || !isCut(property.shape) || isCut(joined))
		return property.origins;
	const [first, ...others] = property.origins;
	// A place that only names the thing never spoke of its type.
	if (first.of !== undefined && !first.of.includes("type"))
		return property.origins;
	if (isUntyped(property) && isStatement(first))
		return [{ ...first, of: ["name", "required", "description"] }, ...others];
	return [{ ...first, basis: "inferred", of: ["type"] }, ...others];
}

/** A place that says the same once more adds nothing; where the thing was cut off is told for the first few places. */
function neededOrigins(
	a: Property,
	b: Property,
	joined: Shape | undefined,
): Origins {
	const few = 12;
	const own = completed(a, joined);
	if (own.length >= few) return own;
	// Where an example shows nothing, nothing was cut off.
	const cut =
		isStated(b) && isCut(b.shape) && joined !== undefined && !isCut(joined);
	const adds =
		b.origins.some(
			({ basis, of }) => basis === "inferred" && of?.includes("type") === true,
		) ||
		(a.description === undefined && b.description !== undefined) ||
		(a.required === undefined && b.required !== undefined) ||
		(isScalar(b.shape) && joined !== undefined && !equal(joined, a.shape));
	return cut || adds ? inOrder(a, b, own, completed(b, joined)) : own;
}

function isScalar({ kind }: Shape): boolean {
	return kind !== "object" && kind !== "array" && kind !== "record";
}

function joinRequired(
	a: Property,
	b: Property,
	how: Joining,
): boolean | undefined {
	if (how.mode === "either") {
		if (a.required === false || b.required === false) return false;
		return a.required === b.required ? a.required : undefined;
	}
	// An example shows what may be left out of it, not what must be there.
	if (how.mode === "fill" || (isStated(a) && !isStated(b))) return a.required;
	if (requires(a) !== requires(b)) return (requires(a) ? a : b).required;
	if (isUnsure(a) !== isUnsure(b))
		return (isUnsure(a) ? b.required : a.required) ?? a.required ?? b.required;
	const differ = a.required !== undefined && b.required !== undefined;
	if (differ && a.required !== b.required) {
		how.conflict?.({
			name: a.name,
			one: { says: requirement(a), origins: a.origins },
			other: { says: requirement(b), origins: b.origins },
		});
		return false;
	}
	return a.required ?? b.required;
}

/** True when a place says, and does not only show, whether the property has to be there. */
function requires({ required, origins }: Property): boolean {
	return (
		required !== undefined &&
		origins.some(
			(origin) =>
				isStatement(origin) &&
				(origin.of === undefined || origin.of.includes("required")),
		)
	);
}

/** True when `required` is a guess: what another place states of it holds. */
function isUnsure({ origins }: Property): boolean {
	return origins.some(
		({ basis, of }) => basis === "assumed" && of?.includes("required") === true,
	);
}

/** Once a place states whether the property is required, the guesses of others are forgotten. */
function settled(origins: Origins, a: Property, b: Property): Origins {
	const sure = [a, b].some(
		(one) => one.required !== undefined && !isUnsure(one),
	);
	if (!sure || (!isUnsure(a) && !isUnsure(b))) return origins;
	const [first, ...rest] = origins.filter(
		({ basis, of }) => basis !== "assumed" || of?.join() !== "required",
	);
	return first === undefined ? origins : [first, ...rest];
}

function requirement({ required }: Property): string {
	return required === true ? "required" : "optional";
}

function tellShapes(a: Property, b: Property, how: Joining): void {
	how.conflict?.({
		name: a.name,
		one: { says: nameOfShape(a.shape), origins: a.origins },
		other: { says: nameOfShape(b.shape), origins: b.origins },
	});
}

/** A shape in a person's words, one level deep, constraints included. */
export function nameOfShape(shape: Shape): string {
	switch (shape.kind) {
		case "string":
			return [shape.format ?? "", ...constraintsOf(shape)].join(" ").trim();
		case "literal":
			return JSON.stringify(shape.value);
		case "reference":
			return shape.name;
		case "array":
			return `array of ${nameOfShape(shape.items)}`;
		case "record":
			return `map of ${nameOfShape(shape.values)}`;
		case "union":
			return shape.members.map(nameOfShape).join(" or ");
		case "number":
			return constraintsOf(shape).join(" ");
		default:
			return shape.kind;
	}
}

/** `integer minimum 1`: the type's word and its limits. */
function constraintsOf(shape: Of<"number"> | Of<"string">): readonly string[] {
	const integer = shape.kind === "number" && shape.integer === true;
	const limits = Object.entries(shape).filter(
		([key]) => !["kind", "integer", "format"].includes(key),
	);
	return [
		integer ? "integer" : shape.kind,
		...limits.map(([key, value]) => `${key} ${value}`),
	];
}

/** The origins of both, each place once. */
export function joinOrigins(a: Origins, b: Origins): Origins {
	const [first, ...others] = a;
	const seen = new Set(a.map(originKey));
	const added = b.filter((origin) => !seen.has(originKey(origin)));
	return [first, ...others, ...added];
}

function originKey({ span, basis, of }: Origin): string {
	return `${span.file}:${span.start.offset}:${span.end.offset}:${basis}:${of?.join() ?? ""}`;
}

function equal(a: Shape, b: Shape): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
