import { type Asked, ask } from "./ask-page.js";
import {
	ApiArgumentError,
	ApiDecodeError,
	ApiUserAbortError,
} from "./errors.js";
import type { Exchange } from "./exchange.js";
import { ApiPageError } from "./page-error.js";
import { type PageAnswer, type PageRequest, valueAt } from "./page-turn.js";
import { prepare } from "./request.js";

/** One page of a list: its items, and what leads to the next page. */
export class ListPage<Data, Item> implements Iterable<Item> {
	/** What the call resolves to. */
	readonly data: Data;
	readonly items: readonly Item[];
	readonly response: Response;
	/** 1 for the page that a walk begins with. */
	readonly number: number;
	readonly #answer: PageAnswer;
	/** The addresses of the pages of this walk, with their numbers. */
	readonly #visited: Map<string, number>;
	#next: Next | undefined;

	constructor(
		request: PageRequest,
		{ data, body, response }: Asked<Data>,
		before?: ListPage<Data, Item>,
	) {
		const { items: way, next, header } = request.operation.pages;
		const items: unknown = valueAt(data, way) ?? [];
		if (!Array.isArray(items))
			throw new ApiDecodeError(
				`answered ${response.status} with no list of items`,
				exchangeOf(request, response),
			);
		const url = urlOf(request);
		const number = before ? before.number + 1 : 1;
		const seen = (before ? before.#answer.seen : 0) + items.length;
		this.data = data;
		this.items = items;
		this.response = response;
		this.number = number;
		this.#visited = before ? before.#visited : new Map([[url, 1]]);
		this.#answer = { request, url, body, items, response, seen };
		// A server that overlooks the parameter gives the first page for ever.
		if (before && items[0] !== undefined && !next && !header)
			if (JSON.stringify(items) === JSON.stringify(before.items))
				throw this.#stop(`repeats the items of page ${before.number}`);
	}

	/** Whether there is another page, or something in its place that `getNextPage` rejects with. */
	hasNextPage(): boolean {
		const { request, error } = this.#turn();
		return Boolean(request ?? error);
	}

	/** Asks for the next page with the params, headers and options of this one. */
	getNextPage(): Promise<ListPage<Data, Item>> {
		const number = this.number + 1;
		return atPage(number, async () => {
			const { request, error } = this.#turn();
			if (error) throw error;
			if (!request)
				throw new ApiArgumentError(
					this.#answer.request.operation.name,
					"there is no next page",
				);
			this.#visited.set(urlOf(request), number);
			const page = await ask<Data>(request).page();
			return new ListPage(request, page, this);
		});
	}

	/** The items; it ends with an error when the signal of the call was aborted meanwhile. */
	*[Symbol.iterator](): Generator<Item, void, undefined> {
		const { request } = this.#answer;
		const { signal } = request.options;
		for (const item of this.items) {
			if (signal?.aborted)
				throw numbered(
					this.number,
					new ApiUserAbortError(
						"aborted between items",
						exchangeOf(request, this.response),
						{ cause: signal.reason },
					),
				);
			yield item;
		}
	}

	#turn(): Next {
		this.#next ??= this.#lookAhead();
		return this.#next;
	}

	#lookAhead(): Next {
		const { request, body } = this.#answer;
		const { maxPages = this.number + 1 } = request.options;
		const { turn, more } = request.operation.pages;
		if (!(this.number < maxPages) || valueAt(body, more) === false) return {};
		try {
			const next = turn(this.#answer);
			const known = next && this.#visited.get(urlOf(next));
			if (known === undefined || known > this.number) return { request: next };
			// Where more may come later, the end of a list gives the same mark again.
			return this.items.length
				? { error: this.#stop(`leads back to page ${known}`) }
				: {};
		} catch (error) {
			return { error };
		}
	}

	#stop(problem: string): ApiPageError {
		const { request } = this.#answer;
		return new ApiPageError(problem, exchangeOf(request, this.response));
	}
}

/** What is behind a page. */
interface Next {
	readonly request?: PageRequest | undefined;
	readonly error?: unknown;
}

/** Does a piece of work for a page; its error says for which one. */
export async function atPage<R>(
	number: number,
	work: () => Promise<R>,
): Promise<R> {
	try {
		return await work();
	} catch (error) {
		throw numbered(number, error);
	}
}

function numbered(page: number, error: unknown): unknown {
	return error instanceof Error ? Object.assign(error, { page }) : error;
}

function urlOf(request: PageRequest): string {
	const { client, operation, positional, params, options } = request;
	return prepare(client, operation, positional, params, options).url;
}

/** For errors. The URL is the request's own, since the response's has the client's credentials in it. */
export function exchangeOf(request: PageRequest, response: Response): Exchange {
	const { client, operation, positional, params, options } = request;
	const exchange = prepare(client, operation, positional, params, options);
	return { ...exchange, response, phase: "body" };
}
