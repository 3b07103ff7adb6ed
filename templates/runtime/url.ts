import { ApiConfigError } from "./errors.js";

/**
 * Checks a base URL and gives its origin and path, without a slash at the end, and its query. What is refused is not
 * shown, since it may hold a password.
 */
export function parseBase(
	name: string,
	given: string,
): readonly [prefix: string, query: string] {
	const [, prefix, query = ""] =
		/^(https?:\/\/[^\s\\/?#@]+(?:\/+[^\s/?#]+)*)\/*(?:\?([^#]*))?$/i.exec(
			given,
		) ?? [];
	if (prefix) return [prefix, query];
	throw new ApiConfigError(
		`${name}: the option baseURL ${
			given ? "is not a plain http or https URL" : "is missing"
		}`,
	);
}

/** Adds to the query of a URL. */
export function addQuery(url: string, query: string): string {
	return query ? url + (url.includes("?") ? "&" : "?") + query : url;
}
