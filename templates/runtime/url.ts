import { ApiConfigError } from "./errors.js";

/** A base URL as it was given, and its parts. */
export interface Base {
	readonly given: string;
	/** Its origin and path, without a slash at the end. */
	readonly prefix: string;
	readonly query: string;
}

/** Checks a base URL and takes it apart; what is refused is not shown, since it may hold a password. */
export function parseBase(name: string, given: string): Base {
	try {
		const { protocol, username, password, hash, origin, pathname, search } =
			new URL(given);
		if (/^https?:$/.test(protocol) && !(username + password + hash))
			return {
				given,
				prefix: origin + pathname.replace(/\/+$/, ""),
				query: search.slice(1),
			};
	} catch {}
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
