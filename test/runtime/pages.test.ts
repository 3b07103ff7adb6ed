import { expect, expectTypeOf, test } from "vitest";
import {
	ApiArgumentError,
	type ApiPageError,
	byMark,
	byNumber,
	createCore,
	type Feature,
	type ListOperation,
	type ListOptions,
	listed,
	NotFoundError,
} from "../../templates/runtime/index.ts";
import { answer, type Handler, open, serve } from "./server.ts";

interface Loan {
	readonly id: number;
}

/** Loans in an envelope, ten of them, by number of the page. */
const numbered: ListOperation = {
	name: "loans.list",
	method: "GET",
	path: ["/shelves/", "shelf_id", "/loans"],
	positional: "shelf_id",
	query: ["page", "per_page", "reader"],
	header: ["x-branch"],
	envelope: { data: "result", success: "success", errors: "errors" },
	pages: {
		turn: byNumber,
		parameter: "page",
		items: ["loans"],
		totalPages: ["result_info", "total_pages"],
	},
};

const marked: ListOperation = {
	name: "loans.feed",
	method: "GET",
	path: ["/feed"],
	query: ["cursor"],
	pages: {
		turn: byMark,
		parameter: "cursor",
		items: ["items"],
		next: ["meta", "next"],
	},
};

/** Serves pages of these loans, three to a page unless the request says otherwise. */
function pagesOf(count: number): Handler {
	return (response, request) => {
		const query = new URL(request.url, "http://h").searchParams;
		const size = Number(query.get("per_page") ?? 3);
		const page = Number(query.get("page") ?? 1);
		const loans = loansUpTo(count).slice((page - 1) * size, page * size);
		const total_pages = Math.ceil(count / size);
		const body = { result: { loans }, result_info: { page, total_pages } };
		return answer({ success: true, errors: [], ...body })(response, request);
	};
}

function loansUpTo(count: number): Loan[] {
	return Array.from({ length: count }, (_, at) => ({ id: at + 1 }));
}

function loansOf(url: string, params: object = {}, options: ListOptions = {}) {
	return listed<{ loans: Loan[] }, Loan>(
		open(url),
		numbered,
		"s1",
		params,
		options,
	);
}

test("a walk gives the items of all pages and asks no more than it has to", async () => {
	const { url, received } = await serve(pagesOf(8));
	const ids: number[] = [];
	for await (const loan of loansOf(url)) {
		expectTypeOf(loan).toEqualTypeOf<Loan>();
		ids.push(loan.id);
		expect(received).toHaveLength(Math.ceil(ids.length / 3));
	}
	expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	expect(received.map((request) => request.url)).toEqual([
		"/shelves/s1/loans",
		"/shelves/s1/loans?page=2",
		"/shelves/s1/loans?page=3",
	]);
});

test("awaited, it is the data of the first page; the walk does not ask for it again", async () => {
	const { url, received } = await serve(pagesOf(5));
	const list = loansOf(url);
	expectTypeOf(await list).toEqualTypeOf<{ loans: Loan[] }>();
	expect(await list).toEqual({ loans: loansUpTo(3) });
	const { data, response } = await list.withResponse();
	expect([data.loans.length, response.status]).toEqual([3, 200]);
	expect(received).toHaveLength(1);
	expect(await list.toArray()).toEqual(loansUpTo(5));
	expect(await list.toArray()).toEqual(loansUpTo(5));
	expect(received.map((request) => request.url)).toEqual([
		"/shelves/s1/loans",
		"/shelves/s1/loans?page=2",
		"/shelves/s1/loans?page=2",
	]);
});

test("every page is asked for with the params, headers, query and options of the first", async () => {
	const { url, received } = await serve(pagesOf(3));
	const list = loansOf(
		url,
		{ per_page: 1, reader: "r 1", "x-branch": "north" },
		{ headers: { "x-own": "1" }, query: { trace: "t" }, idempotencyKey: "k" },
	);
	expect(await list.toArray()).toHaveLength(3);
	expect(received.map((request) => request.url.split("?")[1])).toEqual([
		"per_page=1&reader=r%201&trace=t",
		"per_page=1&reader=r%201&trace=t&page=2",
		"per_page=1&reader=r%201&trace=t&page=3",
	]);
	for (const { headers } of received)
		expect(headers).toMatchObject({
			accept: "application/json",
			"x-branch": "north",
			"x-own": "1",
		});
	// The key stands for one request: under it, a server would answer the first page again.
	expect(received.map(({ headers }) => headers["idempotency-key"])).toEqual([
		"k",
		undefined,
		undefined,
	]);
});

test.each([{ params: { page: 2 } }, { query: { page: 2 } }])(
	"a walk may begin with a later page: %j",
	async ({ params, query }) => {
		const { url } = await serve(pagesOf(8));
		const list = loansOf(url, params, query ? { query } : {});
		expect((await list.toArray()).map(({ id }) => id)).toEqual([4, 5, 6, 7, 8]);
	},
);

test("pages have data, items, response and number, and lead on", async () => {
	const { url, received } = await serve(pagesOf(4));
	const list = loansOf(url);
	const numbers: number[] = [];
	for await (const page of list.pages()) {
		numbers.push(page.number);
		expect(page.data.loans).toEqual(page.items);
		expect([...page]).toEqual(page.items);
		expect(page.response.status).toBe(200);
	}
	expect(numbers).toEqual([1, 2]);
	const first = await list.firstPage();
	expect(first.hasNextPage()).toBe(true);
	const second = await first.getNextPage();
	expect(second.items).toEqual([{ id: 4 }]);
	expect((await first.getNextPage()).items).toEqual(second.items);
	expect(second.hasNextPage()).toBe(false);
	await expect(second.getNextPage()).rejects.toThrow(ApiArgumentError);
	expect(received).toHaveLength(4);
});

test("toArray stops at a number of items, a walk at a number of pages and at break", async () => {
	const { url, received } = await serve(pagesOf(100));
	expect(await loansOf(url).toArray({ max: 3 })).toEqual(loansUpTo(3));
	expect(received).toHaveLength(1);
	expect(await loansOf(url).toArray({ max: 4 })).toEqual(loansUpTo(4));
	expect(received).toHaveLength(3);
	expect(await loansOf(url).toArray({ max: 0 })).toEqual([]);
	expect(received).toHaveLength(4);
	const two = loansOf(url, {}, { maxPages: 2 });
	expect(await two.toArray()).toEqual(loansUpTo(6));
	expect(received).toHaveLength(6);
	for await (const { id } of loansOf(url)) if (id === 5) break;
	expect(received).toHaveLength(8);
});

test("an empty first page has no items", async () => {
	const { url, received } = await serve(pagesOf(0));
	expect(await loansOf(url).toArray()).toEqual([]);
	expect(received).toHaveLength(1);
});

test("an error in the middle says on which page, and keeps its class", async () => {
	const { url } = await serve((response, request) =>
		request.url.endsWith("page=3")
			? answer({ success: false, errors: [{ message: "gone" }] }, 404)(
					response,
					request,
				)
			: pagesOf(100)(response, request),
	);
	const ids: number[] = [];
	const walk = async () => {
		for await (const { id } of loansOf(url)) ids.push(id);
	};
	const error: unknown = await walk().catch((reason) => reason);
	expect(error).toBeInstanceOf(NotFoundError);
	expect(error).toMatchObject({ page: 3, errors: [{ message: "gone" }] });
	expect(ids).toEqual([1, 2, 3, 4, 5, 6]);
	const { url: down } = await serve(answer({}, 404));
	const first = await loansOf(down)
		.toArray()
		.catch((reason) => reason);
	expect(first).toMatchObject({ name: "NotFoundError", page: 1 });
	expect(await loansOf(down).result()).toMatchObject({ ok: false });
});

test("an abort ends a walk on the way to a page and between two items", async () => {
	const onTheWay = new AbortController();
	const { url, received } = await serve((response, request) => {
		if (!request.url.includes("page=2")) return pagesOf(9)(response, request);
		onTheWay.abort("enough");
		return undefined;
	});
	const waits = loansOf(url, {}, { signal: onTheWay.signal }).toArray();
	await expect(waits).rejects.toMatchObject({
		name: "ApiUserAbortError",
		cause: "enough",
		page: 2,
	});
	const between = new AbortController();
	const ids: number[] = [];
	const walk = async () => {
		const list = loansOf(url, {}, { signal: between.signal });
		for await (const { id } of list) {
			ids.push(id);
			if (id === 2) between.abort();
		}
	};
	const before = received.length;
	await expect(walk()).rejects.toMatchObject({
		name: "ApiUserAbortError",
		page: 1,
	});
	expect(ids).toEqual([1, 2]);
	expect(received).toHaveLength(before + 1);
});

test("the timeout is that of each page", async () => {
	const timeouts: number[] = [];
	const clock = {
		performance,
		setTimeout(callback: () => void, milliseconds: number) {
			timeouts.push(milliseconds);
			return setTimeout(callback, milliseconds);
		},
		clearTimeout: (timer: unknown) =>
			clearTimeout(timer as ReturnType<typeof setTimeout>),
	};
	const { url } = await serve(pagesOf(9));
	const client = open(url, { clock });
	const options = { timeout: 9_000 };
	const list = listed<unknown, Loan>(client, numbered, "s1", {}, options);
	expect(await list.toArray()).toHaveLength(9);
	// Each page waits for its headers from the whole time on, and for its body with what is left of it.
	expect(timeouts.filter((time) => time === 9_000)).toHaveLength(3);
});

test("data that is no list is data when it is awaited, and no page", async () => {
	const { url } = await serve(
		answer({ success: true, result: { loans: { id: 1 } } }),
	);
	const list = loansOf(url);
	expect(await list).toEqual({ loans: { id: 1 } });
	await expect(list.toArray()).rejects.toMatchObject({
		name: "ApiDecodeError",
		page: 1,
	});
	const { url: bare } = await serve(answer([{ id: 1 }]));
	await expect(loansOf(bare)).rejects.toThrow("answered 200 with");
});

test("features see the data of each page, and what they make of it is walked over", async () => {
	const { url } = await serve(pagesOf(4));
	const seen: unknown[] = [];
	const onlyEven: Feature = () => ({
		data(exchange, data) {
			seen.push([exchange.envelope.data, data]);
			const { loans } = data as { loans: Loan[] };
			return { loans: loans.filter(({ id }) => id % 2 === 0) };
		},
	});
	const config = { name: "Library", schemes: [] };
	const client = createCore(config, { baseURL: url }, [onlyEven]);
	const list = listed<unknown, Loan>(client, numbered, "s1", {});
	expect(await list.toArray()).toEqual([{ id: 2 }, { id: 4 }]);
	expect(seen).toEqual([
		["result", { loans: loansUpTo(3) }],
		["result", { loans: [{ id: 4 }] }],
	]);
});

test("the response is there without its body being read", async () => {
	const { url } = await serve(pagesOf(3));
	const response = await loansOf(url).asResponse();
	expect(response.bodyUsed).toBe(false);
	expect(await response.json()).toMatchObject({ success: true });
});

test("R33 a mark that comes again ends with an error, not for ever", async () => {
	const { url, received } = await serve((response, request) => {
		const cursor = new URL(request.url, "http://h").searchParams.get("cursor");
		const next = { null: "b", b: "c", c: "b" }[`${cursor}`];
		const body = { items: [{ id: cursor }], meta: { next } };
		return answer(body)(response, request);
	});
	const ids: unknown[] = [];
	const walk = async () => {
		const feed = listed<unknown, { id: string }>(
			open(url),
			marked,
			undefined,
			undefined,
		);
		for await (const { id } of feed) ids.push(id);
	};
	const error = (await walk().catch((reason) => reason)) as ApiPageError;
	expect(error).toMatchObject({ name: "ApiPageError", page: 4, status: 200 });
	expect(error.message).toMatch(/leads back to page 2$/);
	expect(ids).toEqual([null, "b", "c"]);
	expect(received).toHaveLength(3);
});
