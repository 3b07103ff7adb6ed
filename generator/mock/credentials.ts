import type {
	ApiModel,
	Credential,
	Operation,
	SecurityScheme,
} from "../model/types.ts";
import { cookiesOf } from "./cookies.ts";

/** Whether a request has all credentials of one of the documented schemes; what they are is not looked at. */
export function isAuthorised(
	{ security }: ApiModel,
	{ authentication }: Operation,
	headers: Headers,
	query: URLSearchParams,
): boolean {
	if (authentication?.required === false || security.length === 0) return true;
	return security.some(({ credentials }) =>
		credentials.every((credential) => isGiven(credential, headers, query)),
	);
}

function isGiven(
	{ kind, in: location, parameter, prefix = "" }: Credential,
	headers: Headers,
	query: URLSearchParams,
): boolean {
	const text = textAt(location, parameter, headers, query);
	if (kind === "bearer") return /^Bearer +\S/i.test(text);
	if (kind === "basic") return /^Basic +\S/i.test(text);
	return text.startsWith(prefix) && text.length > prefix.length;
}

function textAt(
	location: Credential["in"],
	parameter: string,
	headers: Headers,
	query: URLSearchParams,
): string {
	switch (location) {
		case "header":
			return isToken(parameter) ? (headers.get(parameter) ?? "") : "";
		case "query":
			return query.get(parameter) ?? "";
		case "cookie":
			return cookiesOf(headers).get(parameter) ?? "";
	}
}

/** What a 401 has to say (RFC 9110, section 11.6.1); API keys have no scheme of their own. */
export function challengesOf({ security }: ApiModel): string {
	const schemes = security
		.flatMap(({ credentials }) => credentials)
		.map(({ kind }) =>
			kind === "bearer" ? "Bearer" : kind === "basic" ? "Basic" : "ApiKey",
		);
	return [...new Set(schemes)]
		.map((scheme) => `${scheme} realm="mock"`)
		.join(", ");
}

/** What would have been enough, in words: ``header `Authorization: Bearer …` ``. */
export function wantedOf({ security }: ApiModel): string {
	return security.map(schemeText).join(", or ");
}

function schemeText({ credentials }: SecurityScheme): string {
	return credentials
		.map(({ kind, in: location, parameter, prefix = "" }) => {
			if (kind === "bearer") return "header Authorization: Bearer …";
			if (kind === "basic") return "header Authorization: Basic …";
			return `${location} ${parameter}${prefix === "" ? "" : `: ${prefix}…`}`;
		})
		.join(" with ");
}

/** A legal name of a header; `Headers` throws for any other. */
export function isToken(name: string): boolean {
	return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}
