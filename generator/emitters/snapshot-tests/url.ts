import type { Operation, PathPart } from "../../model/types.ts";
import { isJsonObject, type JsonValue } from "../../text/json.ts";

/** The path that RFC 3986 gives an operation's path with its parameters in it, all but unreserved characters encoded. */
export function expectedPath(
	{ path }: Operation,
	given: (parameter: string) => JsonValue | undefined,
): string {
	const segments = path.map((segment) => {
		const parts = segment.kind === "mixed" ? segment.parts : [segment];
		return encode(parts.map((part) => textOf(part, given)).join(""));
	});
	return `/${segments.join("/")}`;
}

/**
 * `name=value` for each pair that a query has, by name. A list repeats its name, an object's properties follow a dot, and
 * null is empty.
 */
export function queryPairs(
	query: readonly (readonly [string, JsonValue | undefined])[],
): readonly string[] {
	return query
		.flatMap(([name, value]) => pairs(name, value))
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([name, text]) => `${encode(name)}=${encode(text)}`);
}

function textOf(
	part: PathPart,
	given: (parameter: string) => JsonValue | undefined,
): string {
	return part.kind === "parameter"
		? String(given(part.name))
		: decode(part.text);
}

function pairs(
	name: string,
	value: JsonValue | undefined,
): readonly (readonly [string, string])[] {
	if (value === undefined) return [];
	if (Array.isArray(value))
		return value.flatMap((item: JsonValue) => pairs(name, item));
	if (isJsonObject(value))
		return Object.entries(value).flatMap(([key, member]) =>
			pairs(`${name}.${key}`, member),
		);
	return [[name, value === null ? "" : String(value)]];
}

/** Every byte but the unreserved ones as `%` and two digits; `!'()*` stay, as they mean nothing in paths and queries. */
function encode(text: string): string {
	let made = "";
	for (const byte of new TextEncoder().encode(text)) {
		const character = String.fromCharCode(byte);
		made += /[\w.~!'()*-]/.test(character)
			? character
			: `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
	}
	return made;
}

/** Docs may write a path's own text encoded already. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
