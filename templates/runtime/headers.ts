import { ApiArgumentError } from "./errors.js";
import { textOf } from "./text.js";

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

/** Layers of headers from below to the top. */
export type HeaderLayers = readonly (
	| HeadersInput
	| HeaderMap
	| Readonly<Record<string, unknown>>
)[];

/** Puts layers of headers on one another, later ones over earlier ones. */
export function mergeHeaders(layers: HeaderLayers): HeaderMap {
	const merged: HeaderMap = new Map();
	for (const layer of layers)
		for (const [name, value] of entriesOf(layer))
			if (value !== undefined)
				// What has no text becomes one that no header can carry.
				merged.set(
					name.toLowerCase(),
					value === null ? null : (textOf(value) ?? "\0"),
				);
	return merged;
}

/** Names and values of one layer in any of its forms. */
export function entriesOf(
	layer: HeaderLayers[number],
): Iterable<readonly [string, unknown]> {
	return isList(layer) ? layer : Object.entries(layer ?? {});
}

/** Whether a layer of headers is a list: it may name one several times. */
export function isList(layer: unknown): layer is Iterable<[string, unknown]> {
	return Symbol.iterator in Object(layer);
}

/** The headers to send. */
export function toHeaders(operation: string, merged: HeaderMap): Headers {
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
