import { withOptions } from "./client-core.js";
import { exchangeOf } from "./list-page.js";
import { ApiPageError } from "./page-error.js";
import { type Turn, valueAt, withQuery } from "./page-turn.js";

/**
 * Goes where the page says, in its body or in the header `Link`. The URL is complete: params are in it already. It is
 * asked for at the client's own address, so that credentials go nowhere else.
 */
export const byLink: Turn = ({ request, url, body, response }) => {
	const { next, header } = request.operation.pages;
	const link = header
		? nextLink(response.headers.get(header) ?? "")
		: valueAt(body, next);
	if (!link || typeof link !== "string") return undefined;
	const here = new URL(url);
	const there = URL.canParse(link, url) ? new URL(link, url) : undefined;
	// A server behind a proxy may believe that it is called without encryption.
	if (there?.host !== here.host)
		throw new ApiPageError(
			`leads away from ${here.host}, to ${there?.host ?? "no URL"}`,
			exchangeOf(request, response),
		);
	const { client, operation } = request;
	const own = operation.server?.(client, operation, request.options);
	const base = new URL(own?.prefix ?? client.baseURL);
	const { pathname, searchParams } = there;
	base.searchParams.forEach((_, name) => {
		searchParams.delete(name);
	});
	// The scheme adds its own; what is here would be shown in errors.
	for (const { query } of client.settings().credentials)
		if (query) searchParams.delete(query);
	const prefix = base.pathname.replace(/\/+$/, "");
	const inside = pathname.startsWith(`${prefix}/`);
	const path = pathname.slice(inside ? prefix.length : 0) + there.search;
	const query: [string, undefined][] = [];
	// What the URL has is not added once more.
	searchParams.forEach((_, name) => {
		query.push([name, undefined]);
	});
	return {
		// From entries, where `__proto__` is a name like any other.
		...withQuery(request, Object.fromEntries(query)),
		client:
			inside || own ? client : withOptions(client, { baseURL: base.origin }),
		operation: {
			...operation,
			path: [path],
			query: [],
			...(own &&
				!inside && { server: () => ({ ...own, prefix: base.origin }) }),
		},
	};
};

/** The target of the first link with the relation `next` (RFC 8288). */
function nextLink(header: string): string | undefined {
	for (const [, target, parameters = ""] of header.matchAll(
		/<([^<>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s";,]*))?)*)/g,
	))
		for (const [, name = "", quoted, plain = ""] of parameters.matchAll(
			/([^\s=;,]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s";,]*))/g,
		))
			if (/^rel$/i.test(name) && /(^|\s)next(\s|$)/i.test(quoted ?? plain))
				return target;
	return undefined;
}
