import type { Basis, Credential, SecurityScheme } from "../model/types.ts";
import type { Span } from "../text/span.ts";

/** Where a credential goes in a request, and what it is called. */
export type CredentialPlace = Pick<
	Credential,
	"kind" | "in" | "parameter" | "name" | "prefix" | "environment"
>;

/** `Authorization: Bearer …`. */
export const bearer: CredentialPlace = {
	kind: "bearer",
	in: "header",
	parameter: "Authorization",
	name: "token",
};

/** User and password of `Authorization: Basic …`. */
export const basic: CredentialPlace = {
	kind: "basic",
	in: "header",
	parameter: "Authorization",
	name: "username",
};

/** A key that takes the place of a user's name, with no password beside it. */
export const keyAsUser: CredentialPlace = { ...basic, name: "api_key" };

/** A secret in a header, a query parameter or a cookie of a name of its own, behind a prefix or alone. */
export function apiKey(
	place: Credential["in"],
	parameter: string,
	prefix?: string,
): CredentialPlace {
	const name = parameter
		.replace(/^x-/i, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^_+|_+$/g, "");
	const word = prefix?.trim().toLowerCase();
	const known = word !== undefined && /^[a-z]*(?:token|key)$/.test(word);
	return {
		kind: "apiKey",
		in: place,
		parameter,
		...(prefix !== undefined && { prefix }),
		name:
			name === "authorization" || name === ""
				? known && word === "token"
					? "token"
					: "api_key"
				: name,
	};
}

/** The place that the value of an `Authorization` header shows: `Bearer x`, `Basic x`, `Token x`, or a key alone. */
export function authorizationPlace(value: string): CredentialPlace {
	const [, word, rest = ""] = /^([A-Za-z][\w-]*) +(\S.*)$/.exec(value) ?? [];
	if (word === undefined)
		return /^(?:bearer|basic)$/i.test(value)
			? authorizationPlace(`${value} x`)
			: apiKey("header", "Authorization");
	if (/^bearer$/i.test(word)) return bearer;
	if (/^basic$/i.test(word)) return basic;
	// `Token token=3f2a`: the secret is behind the sign.
	const [inner = ""] = /^[a-z]\w*=/i.exec(rest) ?? [];
	return apiKey("header", "Authorization", `${word} ${inner}`);
}

/** One way to authenticate for each place; a place that is shown twice is one. */
export function schemesFor(
	places: readonly CredentialPlace[],
	span: Span,
	basis: Basis,
): readonly SecurityScheme[] {
	const known = new Map(
		places.map((one) => [
			`${one.kind} ${one.in} ${one.parameter} ${one.prefix}`,
			one,
		]),
	);
	return [...known.values()].map((place) => schemeFor(place, span, basis));
}

const titles = {
	bearer: "Bearer token",
	basic: "Basic authentication",
	apiKey: "API key",
} as const;

function schemeFor(
	place: CredentialPlace,
	span: Span,
	basis: Basis,
): SecurityScheme {
	const origins = [{ span, basis }] as const;
	const session = place.in === "cookie" ? "Session cookie" : undefined;
	return {
		title: session ?? titles[place.kind],
		credentials:
			place.kind === "basic" && place.name === "username"
				? [
						{ ...place, origins },
						{ ...place, name: "password", origins },
					]
				: [{ ...place, origins }],
		origins,
	};
}
