import { ApiConfigError } from "./errors.js";

/** Checks a base URL and takes it apart; what is refused is not shown, since it may hold a password. */
export function parseBase(name: string, baseURL: string): URL {
	try {
		const url = new URL(baseURL);
		const { username, password, hash } = url;
		if (/^https?:$/.test(url.protocol) && !(username + password + hash))
			return url;
	} catch {}
	throw new ApiConfigError(
		`${name}: the option baseURL ${
			baseURL ? "is not a plain http or https URL" : "is missing"
		}`,
	);
}

/** Joins base, path and query into one URL; the base's own path and query are kept. */
export function joinUrl(
	{ origin, pathname, search }: URL,
	path: string,
	query: string,
): string {
	const all = [search.slice(1), query].filter(Boolean).join("&");
	// A documented path may have a query of its own.
	return origin + pathname.replace(/\/+$/, "") + addQuery(path, all);
}

/** Adds to the query of a URL or path. */
export function addQuery(url: string, query: string): string {
	return url + (query && (url.includes("?") ? "&" : "?")) + query;
}
