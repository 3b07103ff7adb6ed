import { ApiConfigError } from "./errors.js";

/** The parts of a base URL. */
export interface Base {
	/** Its origin and path, without a slash at the end. */
	readonly prefix: string;
	readonly query: string;
}

/** Checks a base URL and takes it apart; what is refused is not shown, since it may hold a password. */
export function parseBase(name: string, given: string): Base {
	const [, prefix, query = ""] =
		/^(https?:\/\/[^\s\\/?#@]+(?:\/+[^\s/?#]+)*)\/*(?:\?([^#]*))?$/i.exec(
			given,
		) ?? [];
	if (prefix) return { prefix, query };
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
