import { ApiArgumentError } from "./errors.js";
import { scalar } from "./scalar.js";

/** What a header can be: `null` removes it, `undefined` says nothing, a list is joined. */
export type HeaderValue =
	| string
	| number
	| bigint
	| boolean
	| null
	| undefined
	| readonly (string | number | bigint | boolean)[];

/** Headers in any of the forms that people have them in; names are compared without regard to case. */
export type HeadersInput =
	| Headers
	| readonly (readonly [string, HeaderValue])[]
	| { readonly [name: string]: HeaderValue }
	| null
	| undefined;

/** Headers by lower-case name; `null` for a header that was removed on purpose. */
export type HeaderMap = Map<string, string | null>;

/** Puts layers of headers on one another, later ones over earlier ones. */
export function mergeHeaders(
	operation: string,
	layers: readonly (HeadersInput | Readonly<Record<string, unknown>>)[],
): HeaderMap {
	const merged: HeaderMap = new Map();
	for (const layer of layers) {
		// A list may name a header several times; in an object the later spelling of a name replaces the earlier.
		const list = isList(layer);
		const seen = new Set<string>();
		for (const [key, value] of list ? layer : Object.entries(layer ?? {})) {
			if (value === undefined) continue;
			const name = key.toLowerCase();
			const values: unknown[] = [value].flat();
			if (list && seen.has(name)) values.unshift(merged.get(name));
			merged.set(name, value === null ? null : join(operation, name, values));
			seen.add(name);
		}
	}
	return merged;
}

/** The headers to send, later ones in place of earlier ones. */
export function toHeaders(
	operation: string,
	merged: Iterable<readonly [string, string | null]>,
): Headers {
	const headers = new Headers();
	for (const [name, value] of merged) {
		try {
			if (value === null) headers.delete(name);
			else headers.set(name, value);
		} catch {
			throw unsendable(operation, name);
		}
	}
	return headers;
}

function isList(layer: unknown): layer is Iterable<[string, unknown]> {
	return Symbol.iterator in Object(layer);
}

function join(
	operation: string,
	name: string,
	values: readonly unknown[],
): string {
	const texts = values.filter((value) => value != null).map(scalar);
	if (texts.includes(undefined)) throw unsendable(operation, name);
	return texts.join(name === "cookie" ? "; " : ", ");
}

/** The value is not shown, since it may be a secret. */
function unsendable(operation: string, name: string): ApiArgumentError {
	return new ApiArgumentError(
		operation,
		`header ${JSON.stringify(name)} cannot be sent`,
	);
}
