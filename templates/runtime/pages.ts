import { ApiPromise } from "./api-promise.js";
import { ask } from "./ask-page.js";
import type { ClientCore } from "./client-core.js";
import { atPage, ListPage } from "./list-page.js";
import type { PathValue } from "./operation.js";
import type { ListOperation, ListOptions, PageRequest } from "./page-turn.js";

/** Calls an operation whose answer is the first page of a list. */
export function listed<Data, Item>(
	client: ClientCore,
	operation: ListOperation,
	positional: PathValue | undefined,
	params: object | undefined,
	options: ListOptions = {},
): PagePromise<Data, Item> {
	return new PagePromise({ client, operation, positional, params, options });
}

/**
 * The result of a call that lists: awaited, it is the data of the first page; `for await` walks over the items of all
 * pages and asks for a page when it comes to it. The timeout is that of each page.
 */
export class PagePromise<Data, Item>
	extends ApiPromise<Data>
	implements AsyncIterable<Item>
{
	readonly #read: () => Promise<ListPage<Data, Item>>;
	#first: Promise<ListPage<Data, Item>> | undefined;

	constructor(request: PageRequest) {
		const { call, page } = ask<Data>(request);
		super(call.asResponse(), () => call);
		this.#read = async () => new ListPage(request, await page());
	}

	/** The first page, which leads to the others. */
	firstPage(): Promise<ListPage<Data, Item>> {
		this.#first ??= atPage(1, this.#read);
		return this.#first;
	}

	/** One page after another. */
	async *pages(): AsyncGenerator<ListPage<Data, Item>, void, undefined> {
		let page = await this.firstPage();
		for (;;) {
			yield page;
			if (!page.hasNextPage()) return;
			page = await page.getNextPage();
		}
	}

	/** The items of all pages in one list, `max` of them at most. */
	async toArray({
		max = Number.POSITIVE_INFINITY,
	}: {
		readonly max?: number;
	} = {}): Promise<Item[]> {
		const all: Item[] = [];
		for await (const page of this.pages()) {
			for (const item of page) if (all.length < max) all.push(item);
			if (all.length >= max) break;
		}
		return all;
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
		for await (const page of this.pages()) yield* page;
	}
}
