import type { ClientCore } from "./client-core.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { own } from "./own.js";
import type { Query } from "./query.js";

/** An operation that answers one page of a list. */
export interface ListOperation extends Operation {
	readonly pages: Pages;
}

/** How a list goes on, as its docs say it. Ways lead to a value, one property after another, from the whole body. */
export interface Pages {
	/** How the next page is asked for; who calls no such operation does not load it. */
	readonly turn: Turn;
	/** The way from the data to the items. */
	readonly items: readonly string[];
	/** Wire name of the query parameter that asks for a page. */
	readonly parameter?: string;
	/** The way to what asks for the next page. */
	readonly next?: readonly string[];
	/** The header with what asks for the next page. */
	readonly header?: string;
	/** The way to what is `false` on the last page. */
	readonly more?: readonly string[];
	/** The parameter says how many items to pass over, and not which page. */
	readonly offset?: true;
	/** What the parameter is on the first page. */
	readonly first?: number;
	/** The way to the number of all items. */
	readonly total?: readonly string[];
	/** The way to the number of all pages. */
	readonly totalPages?: readonly string[];
}

/** What a call that lists may say for itself. */
export interface ListOptions extends RequestOptions {
	/** How many pages are asked for at most. */
	readonly maxPages?: number | undefined;
}

/** What a page is asked for with. */
export interface PageRequest {
	readonly client: ClientCore;
	readonly operation: ListOperation;
	readonly positional: PathValue | undefined;
	readonly params: object | undefined;
	readonly options: ListOptions;
}

/** A page as it came. */
export interface PageAnswer {
	readonly request: PageRequest;
	/** Where it came from, without the credentials of the client. */
	readonly url: string;
	/** The whole body. */
	readonly body: unknown;
	readonly items: readonly unknown[];
	readonly response: Response;
	/** How many items this page and those before it in the walk have. */
	readonly seen: number;
}

/** Makes of a page the request for the next one; `undefined` where the page says that there is none. */
export type Turn = (answer: PageAnswer) => PageRequest | undefined;

/** What stands at the end of a way into `body`. */
export function valueAt(
	body: unknown,
	way: readonly string[] | undefined,
): unknown {
	return way?.reduce(own, body);
}

/** The same request with another value of a query parameter. */
export function withQuery(
	{ options, ...request }: PageRequest,
	query: Query,
): PageRequest {
	return {
		...request,
		// Above the params: a caller may have put the parameter into the query. The key stands for one request.
		options: {
			...options,
			query: { ...options.query, ...query },
			idempotencyKey: undefined,
		},
	};
}
