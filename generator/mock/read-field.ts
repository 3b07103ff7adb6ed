import { resolve } from "../model/resolve.ts";
import type { ApiModel, Property, Shape } from "../model/types.ts";
import { validate } from "../model/validate.ts";
import type { JsonObject, JsonValue } from "../text/json.ts";

/** Names and texts in the order in which they came, as in a query or a form. */
export type Pairs = readonly (readonly [string, string])[];

/** Docs may describe shapes that are within themselves, and unions of unions take ever more tries. */
const depthLimit = 16;
const unionDepth = 4;

/**
 * The value that a shape finds under a name: a list is its name again and again, `name[]`, or with commas; an object
 * `name.key` or `name[key]`. Text that is not what the shape wants stays text. Nothing where there is nothing.
 */
export function readField(
	model: ApiModel,
	shape: Shape,
	name: string,
	pairs: Pairs,
	depth = 0,
): JsonValue | undefined {
	if (depth > depthLimit) return undefined;
	const own = pairs.filter(([key]) => isUnder(name, key));
	if (own.length === 0) return undefined;
	const texts = own.flatMap(([key, text]) =>
		key === name || key === `${name}[]` ? [text] : [],
	);
	const [first] = texts;
	const found = resolve(model, shape);
	switch (found.kind) {
		case "array": {
			const one = texts.length === 1 && own[0]?.[0] === name;
			const items = one ? (first ?? "").split(",") : texts;
			return items.map((item) => scalarOf(model, found.items, item));
		}
		case "object":
			return (
				objectOf(model, found.properties, name, own, depth + 1) ?? first ?? {}
			);
		case "record":
			return recordOf(model, found.values, name, own) ?? first;
		case "union": {
			const read = found.members.map(
				(member) =>
					[
						member,
						readField(model, member, name, own, depth + unionDepth),
					] as const,
			);
			const fit = read.find(
				([member, value]) =>
					value !== undefined && validate(model, member, value).length === 0,
			);
			return fit === undefined ? (first ?? {}) : fit[1];
		}
		default:
			return first === undefined ? undefined : scalarOf(model, found, first);
	}
}

/** The object that the fields of a form make. */
export function readForm(
	model: ApiModel,
	shape: Shape,
	pairs: Pairs,
): JsonValue {
	const nested = pairs.map(([key, text]) => {
		const [first = "", ...rest] = key.split(/(?=[.[])/);
		return [`form[${first}]${rest.join("")}`, text] as const;
	});
	return readField(model, shape, "form", nested) ?? {};
}

function isUnder(name: string, key: string): boolean {
	if (!key.startsWith(name)) return false;
	const next = key[name.length];
	return next === undefined || next === "." || next === "[";
}

function objectOf(
	model: ApiModel,
	properties: readonly Property[],
	name: string,
	pairs: Pairs,
	depth: number,
): JsonObject | undefined {
	const entries = properties.flatMap((property): [string, JsonValue][] => {
		const [bracketed, dotted] = [
			`${name}[${property.name}]`,
			`${name}.${property.name}`,
		].map((key) => readField(model, property.shape, key, pairs, depth));
		const value = bracketed === undefined ? dotted : bracketed;
		return value === undefined ? [] : [[property.name, value]];
	});
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function recordOf(
	model: ApiModel,
	values: Shape,
	name: string,
	pairs: Pairs,
): JsonObject | undefined {
	const entries = pairs.flatMap(([key, text]): [string, JsonValue][] => {
		const [, bracketed, dotted] =
			/^(?:\[([^\]]+)\]|\.(.+))$/.exec(key.slice(name.length)) ?? [];
		const member = bracketed ?? dotted;
		return member === undefined
			? []
			: [[member, scalarOf(model, values, text)]];
	});
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A text as the value that it stands for. */
function scalarOf(
	model: ApiModel,
	shape: Shape,
	text: string,
	depth = 0,
): JsonValue {
	if (depth > depthLimit) return text;
	const found = resolve(model, shape);
	switch (found.kind) {
		case "number":
			return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)
				? Number(text)
				: text;
		case "boolean":
			return text === "true" ? true : text === "false" ? false : text;
		case "null":
			return text === "" || text === "null" ? null : text;
		case "literal":
			return String(found.value) === text ? found.value : text;
		case "union": {
			const values = found.members.map(
				(member) =>
					[member, scalarOf(model, member, text, depth + unionDepth)] as const,
			);
			const fit = values.find(
				([member, value]) => validate(model, member, value).length === 0,
			);
			return fit === undefined ? text : fit[1];
		}
		default:
			return text;
	}
}
