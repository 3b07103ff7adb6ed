import { own } from "./own.js";
import {
	type Check,
	type Found,
	into,
	report,
	type Schema,
	type Schemas,
	schemaOf,
	type Walk,
} from "./schema.js";

export type { Schema, Schemas } from "./schema.js";

/** What a schema's values are. */
export type Output<S> = S extends Schema<infer T> ? T : never;

/** What a stream gives one after another. */
export type ItemOf<Stream> =
	Stream extends AsyncIterable<infer Item> ? Item : never;

/** The docs do not say what this is, or it is nothing that can be looked into. */
export const anything: Schema<unknown> = /* @__PURE__ */ opaque();

/** A value of a type that exists for the type checker alone: bytes, a file, a stream. */
export function opaque<T>(): Schema<T> {
	return schemaOf(() => undefined);
}

/** Any text: formats, lengths and patterns are the server's to check. */
export const text: Schema<string> = /* @__PURE__ */ plain("string");

/** `true` or `false`. */
export const flag: Schema<boolean> = /* @__PURE__ */ plain("boolean");

/** No body at all. */
export const nothing: Schema<undefined> = /* @__PURE__ */ schemaOf((value) =>
	value === undefined ? undefined : "nothing",
);

/** `null` and nothing else. */
export const nil: Schema<null> = /* @__PURE__ */ schemaOf((value) =>
	value === null ? undefined : "null",
);

/** A number that JSON can hold. */
export const number: Schema<number> = /* @__PURE__ */ schemaOf(
	(value, walk) => {
		if (typeof value !== "number") return "a number";
		return Number.isFinite(value) ? undefined : report(walk, "is not finite");
	},
);

/** A whole number. Of those beyond 2^53 nobody can tell which one was meant. */
export const integer: Schema<number> = /* @__PURE__ */ schemaOf(
	(value, walk) => {
		if (typeof value !== "number") return "an integer";
		if (!Number.isInteger(value)) return report(walk, "is not an integer");
		return Number.isSafeInteger(value)
			? undefined
			: report(walk, "is an integer beyond 2^53, so its last digits are lost");
	},
);

/** One of these values, or another of their types: servers learn new ones before their clients do. */
export function literal<V extends readonly (string | number | boolean)[]>(
	...values: V
): Schema<V[number]> {
	const kinds = new Set<string>(values.map((value) => typeof value));
	const kind = [...kinds].map((each) => `a ${each}`).join(" or ");
	return schemaOf((value) => (kinds.has(typeof value) ? undefined : kind));
}

/** A list whose items fit. */
export function list<T>(items: Schema<T>): Schema<T[]> {
	return schemaOf((value, walk) => {
		if (!Array.isArray(value)) return "a list";
		for (const [at, item] of value.entries()) into(walk, at, items, item);
		return undefined;
	});
}

/** An object whose keys are data and whose values fit. */
export function record<T>(values: Schema<T>): Schema<{ [key: string]: T }> {
	return schemaOf((value, walk) => {
		if (!isObject(value)) return "an object";
		for (const [key, item] of Object.entries(value))
			if (item !== undefined) into(walk, { key }, values, item);
		return undefined;
	});
}

/** Schemas of properties by their names. */
interface Properties {
	readonly [name: string]: Schema<unknown>;
}

/** An object that has the required properties, and may have the optional ones and any other. */
export function object<
	R extends Properties,
	O extends Properties = Record<never, never>,
>(
	required: R,
	optional?: O,
): Schema<
	Flat<{ [K in keyof R]: Output<R[K]> } & { [K in keyof O]?: Output<O[K]> }>
> {
	const needed = Object.entries(required);
	const known = [...needed, ...Object.entries(optional ?? {})];
	return schemaOf((value, walk) => {
		if (!isObject(value)) return "an object";
		for (const [at, [name, schema]] of known.entries()) {
			const item = own(value, name);
			if (item !== undefined) into(walk, name, schema, item);
			else if (at < needed.length) into(walk, name, absent, item);
		}
		return undefined;
	});
}

/** An intersection as one object type. */
type Flat<T> = { [K in keyof T]: T[K] };

/** What fits one of the members; else the issues are those of the member that has fewest. */
export function union<M extends readonly Schema<unknown>[]>(
	...members: M
): Schema<Output<M[number]>> {
	const check: Check = (value, walk) => {
		const known = walk.tried.get(value) ?? new Map<Check, Found>();
		const found = known.get(check) ?? { issues: [] };
		if (!known.has(check)) {
			if (Object(value) === value)
				walk.tried.set(value, known.set(check, found));
			Object.assign(found, attempt(members, value, walk));
		}
		walk.issues.push(...found.issues);
		return found.kind;
	};
	return schemaOf(check);
}

function attempt(
	members: readonly Schema<unknown>[],
	value: unknown,
	walk: Walk,
): Found {
	const kinds = new Set<string>();
	let best: Found | undefined;
	for (const member of members) {
		const issues: Found["issues"] = [];
		const kind = member["~check"](value, { ...walk, issues });
		if (kind) kinds.add(kind);
		else if (!issues[0]) return { issues };
		else if (!best || issues.length < best.issues.length) best = { issues };
	}
	return best ?? { issues: [], kind: [...kinds].join(" or ") };
}

/** What fits the member that its property `tag` tells of. A tag that nobody documented stays open. */
export function tagged<
	C extends readonly (readonly [string | number | boolean, Schema<unknown>])[],
>(tag: string, ...cases: C): Schema<Output<C[number][1]>> {
	const { "~check": all } = union(...cases.map(([, member]) => member));
	const kinds = new Set<string>(cases.map(([name]) => typeof name));
	return schemaOf((value, walk) => {
		const given = own(value, tag);
		if (!isObject(value) || !kinds.has(typeof given)) return all(value, walk);
		const known = cases.find(([name]) => name === given);
		return known?.[1]["~check"](value, walk);
	});
}

/** What fits, or `null`. */
export function nullable<T>({ "~check": check }: Schema<T>): Schema<T | null> {
	return schemaOf((value, walk) => {
		const kind = value === null ? undefined : check(value, walk);
		return kind && `${kind} or null`;
	});
}

/** A schema that is made when it is first used, and so may refer to itself and to those below it. */
export function lazy<T>(make: () => Schema<T>): Schema<T> {
	let made: Schema<T> | undefined;
	return schemaOf((value, walk) => {
		made ??= make();
		return made["~check"](value, walk);
	});
}

/** The schemas of operations by their names, of each its response's and its params'. */
export function ofOperations(table: {
	readonly [operation: string]: readonly [Schema<unknown>, Schema<unknown>?];
}): Schemas {
	const named = Object.entries(table).map(
		([name, [response, params]]) =>
			[name, params ? { params, response } : { response }] as const,
	);
	return Object.fromEntries(named);
}

const absent: Schema<never> = /* @__PURE__ */ schemaOf(() => "there");

function plain<T>(type: "string" | "boolean"): Schema<T> {
	return schemaOf((value) => (typeof value === type ? undefined : `a ${type}`));
}

function isObject(value: unknown): value is object {
	return Object(value) === value && !Array.isArray(value);
}
