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
			baseURL
				? "is not an http or https URL without user, password and fragment"
				: "is missing"
		}`,
	);
}

/** Joins base, path and query into one URL; the base's own path and query are kept. */
export function joinUrl(base: URL, path: string, query: string): string {
	const all = [base.search.slice(1), query].filter(Boolean).join("&");
	// A documented path may have a query of its own.
	const mark = all && (path.includes("?") ? "&" : "?");
	return base.origin + base.pathname.replace(/\/+$/, "") + path + mark + all;
}
