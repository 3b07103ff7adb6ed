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
	layers: readonly (
		| HeadersInput
		| HeaderMap
		| Readonly<Record<string, unknown>>
	)[],
): HeaderMap {
	const merged: HeaderMap = new Map();
	for (const layer of layers) {
		// A list may name a header several times; in an object the later spelling of a name replaces the earlier.
		const list = isList(layer);
		const seen = list ? new Set<string>() : undefined;
		for (const [key, value] of list ? layer : Object.entries(layer ?? {})) {
			if (value === undefined) continue;
			const name = key.toLowerCase();
			const before = seen?.has(name) && merged.get(name);
			const values = [before || [], value ?? []].flat();
			merged.set(
				name,
				value === null
					? null
					: values.map(textOf).join(name === "cookie" ? "; " : ", "),
			);
			seen?.add(name);
		}
	}
	return merged;
}

/** The headers to send. */
export function toHeaders(
	operation: string,
	merged: Iterable<readonly [string, string | null]>,
): Headers {
	const headers = new Headers();
	for (const [name, value] of merged)
		try {
			if (value !== null) headers.set(name, value);
		} catch {
			// The value is not shown, since it may be a secret.
			throw new ApiArgumentError(
				operation,
				`header ${JSON.stringify(name)} cannot be sent`,
			);
		}
	return headers;
}

function isList(layer: unknown): layer is Iterable<[string, unknown]> {
	return Symbol.iterator in Object(layer);
}

/** What has no text becomes one that no header can carry. */
function textOf(value: unknown): string {
	return scalar(value) ?? "\0";
}
