import type { Report } from "../diagnostics/reporter.ts";
import type {
	Operation,
	Parameter,
	PathPart,
	PathSegment,
	Shape,
} from "../model/types.ts";
import { singular, wordsOf } from "../text/words.ts";

/** Operations, and the new ids of those whose paths were changed, by the ones they had. */
export interface Opened {
	readonly operations: readonly Operation[];
	readonly ids: ReadonlyMap<string, string>;
}

/**
 * Makes parameters of the ids that docs write into paths as they are, `/comments/3.json`, where another operation has a
 * parameter or another id in that place, or where the words of the operation speak of the id. Where nothing shows it, the
 * path stays, and a diagnostic says so.
 */
export function openLiteralIds(
	operations: readonly Operation[],
	report: Report,
): Opened {
	const places = placesOf(operations);
	const ids = new Map<string, string>();
	const opened = operations.map((operation) => {
		const found = operation.path.flatMap((segment, index) => {
			const literal = literalId(operation.path, index);
			return literal === undefined ? [] : [{ segment, index, literal }];
		});
		if (found.length === 0) return operation;
		const names = new Map<number, string>();
		for (const { index, literal } of found) {
			const place = places.get(placeOf(operation.path, index));
			const shown =
				place?.name !== undefined ||
				(place?.values.size ?? 0) > 1 ||
				speaksOf(operation, index, literal.value);
			const { span } = operation.origins[0];
			const value = `\`${literal.value}\``;
			if (!shown) {
				report("path/literal-id", span, { value, operation: operation.id });
				continue;
			}
			const name = free(
				place?.name ?? nameFor(operation.path, index),
				operation,
				names,
			);
			names.set(index, name);
			report("path/literal-opened", span, {
				value,
				operation: operation.id,
				name: `\`${name}\``,
			});
		}
		const made = withParameters(operation, names);
		ids.set(operation.id, made.id);
		return made;
	});
	return { operations: opened, ids };
}

interface LiteralId {
	readonly value: string;
	/** What stands behind it in its segment: `.json`. */
	readonly rest: string;
}

const id =
	/^(\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9a-f]*\d)[0-9a-f]{24}|(?=[0-9a-f]*\d)[0-9a-f]{32,64})(\.[a-z]{2,5})?$/i;

/** A number or a UUID behind a word; the number of a version stands at the start or behind `api`. */
function literalId(
	path: readonly PathSegment[],
	index: number,
): LiteralId | undefined {
	const segment = path[index];
	const before = path[index - 1];
	if (segment?.kind !== "literal" || before === undefined) return undefined;
	const [, value, rest = ""] = id.exec(segment.text) ?? [];
	if (value === undefined) return undefined;
	if (before.kind === "literal" && /^(?:api|rest|version)$/i.test(before.text))
		return undefined;
	return { value, rest };
}

interface IdPlace {
	/** What an operation with a parameter in this place calls it. */
	name?: string;
	readonly values: Set<string>;
}

/** What all paths have in each place where one of them has an id. */
function placesOf(
	operations: readonly Operation[],
): ReadonlyMap<string, IdPlace> {
	const places = new Map<string, IdPlace>();
	for (const { path } of operations)
		for (const [index, segment] of path.entries()) {
			const [part] = segment.kind === "mixed" ? segment.parts : [segment];
			const literal = literalId(path, index);
			if (part?.kind !== "parameter" && literal === undefined) continue;
			const key = placeOf(path, index);
			const place = places.get(key) ?? { values: new Set() };
			if (part?.kind === "parameter") place.name ??= part.name;
			if (literal !== undefined) place.values.add(literal.value);
			places.set(key, place);
		}
	return places;
}

/** The path up to a segment, ids and parameters alike. */
function placeOf(path: readonly PathSegment[], index: number): string {
	return path
		.slice(0, index)
		.map((segment, at) =>
			segment.kind === "literal" && literalId(path, at) === undefined
				? segment.text
				: "{}",
		)
		.join("/");
}

/** "the comment with an ID of `3`", "the comment's id". */
function speaksOf(
	{ summary = "", description = "", path }: Operation,
	index: number,
	value: string,
): boolean {
	const text = `${summary}\n${description}`
		.slice(0, 8_000)
		.replace(/[`*_]/g, " ")
		.replace(/\s+/g, " ");
	const thing = thingAt(path, index);
	const named = new RegExp(
		`\\b(?:id|identifier|number|uuid|key)s?\\b(?: (?:of|is|=|being|equal to|number))*[ :#"']*${value}\\b`,
		"i",
	);
	if (named.test(text)) return true;
	if (thing.length === 0) return false;
	const noun = thing.join("[ _-]?");
	return new RegExp(
		`\\b${noun}(?:['’]s)?[ _-]?(?:ids?|identifier|uuid)\\b|\\b(?:ids?|identifier|uuid) of (?:the|a|an|one|this|your) (?:\\w+ )?${noun}\\b|\\b${noun} (?:with|by|whose|having|of) (?:the |an? |its |that |this )?(?:given |specified )?(?:ids?|identifier|uuid)\\b`,
		"i",
	).test(text);
}

/** What the collection in front of an id is of, as words that are safe in a pattern. */
function thingAt(
	path: readonly PathSegment[],
	index: number,
): readonly string[] {
	const before = path[index - 1];
	const words = before?.kind === "literal" ? wordsOf(before.text) : [];
	const plain = words.filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
	const last = plain.at(-1);
	return last === undefined ? [] : [...plain.slice(0, -1), singular(last)];
}

function nameFor(path: readonly PathSegment[], index: number): string {
	return [...thingAt(path, index), "id"].join("_").toLowerCase();
}

/** A name that no other parameter of the path has. */
function free(
	name: string,
	{ path }: Operation,
	names: ReadonlyMap<number, string>,
): string {
	const taken = new Set(names.values());
	for (const segment of path)
		for (const part of segment.kind === "mixed" ? segment.parts : [segment])
			if (part.kind === "parameter") taken.add(part.name);
	if (!taken.has(name)) return name;
	let count = 2;
	while (taken.has(`${name}_${count}`)) count++;
	return `${name}_${count}`;
}

function withParameters(
	operation: Operation,
	names: ReadonlyMap<number, string>,
): Operation {
	if (names.size === 0) return operation;
	const { span } = operation.origins[0];
	const made: Parameter[] = [];
	const path = operation.path.map((segment, index): PathSegment => {
		const name = names.get(index);
		const literal = literalId(operation.path, index);
		if (name === undefined || literal === undefined) return segment;
		const { value, rest } = literal;
		made.push({
			name,
			in: "path",
			required: true,
			shape: shapeOf(value),
			example: /^\d{1,15}$/.test(value) ? Number(value) : value,
			origins: [{ span, basis: "inferred" }],
		});
		const part: PathPart = { kind: "parameter", name };
		return rest === ""
			? part
			: { kind: "mixed", parts: [part, { kind: "literal", text: rest }] };
	});
	const known = new Set(
		operation.parameters.flatMap((one) =>
			one.in === "path" ? [one.name] : [],
		),
	);
	return {
		...operation,
		id: `${operation.method} /${path.map(printSegment).join("/")}`,
		path,
		parameters: [
			...made.filter(({ name }) => !known.has(name)),
			...operation.parameters,
		],
	};
}

function shapeOf(value: string): Shape {
	if (/^\d+$/.test(value)) return { kind: "number", integer: true };
	return value.includes("-")
		? { kind: "string", format: "uuid" }
		: { kind: "string" };
}

function printSegment(segment: PathSegment): string {
	const parts = segment.kind === "mixed" ? segment.parts : [segment];
	return parts
		.map((part) => (part.kind === "literal" ? part.text : `{${part.name}}`))
		.join("");
}
