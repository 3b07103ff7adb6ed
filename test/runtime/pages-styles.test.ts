import { expect, test } from "vitest";
import {
	byLink,
	byMark,
	byNumber,
	type CoreConfig,
	createCore,
	inQuery,
	type ListOperation,
	listed,
} from "../../templates/runtime/index.ts";
import { answer, open, type Received, serve } from "./server.ts";

type Pages = ListOperation["pages"];

function list(pages: Pages): ListOperation {
	return {
		name: "maps.list",
		method: "GET",
		path: ["/maps"],
		query: ["page", "offset", "limit", "cursor", "area"],
		pages,
	};
}

/** What the server gives for each address, by path and query. */
type Answers = Readonly<
	Record<string, { body: unknown; headers?: Record<string, string> }>
>;

async function serveAll(answers: (url: string) => Answers, base = "") {
	const server = await serve((response, request) => {
		const found = answers(server.url)[request.url];
		response.writeHead(found ? 200 : 404, {
			"content-type": "application/json",
			...found?.headers,
		});
		response.end(JSON.stringify(found?.body ?? {}));
	});
	const { url, received } = server;
	const walk = (pages: Pages, params: object = {}) =>
		listed<unknown, number>(open(url + base), list(pages), undefined, params);
	return { url, received, walk };
}

function urlsOf(received: readonly Received[]): readonly string[] {
	return received.map(({ url }) => url);
}

test("offset: passes over the items that came, up to the total", async () => {
	const { received, walk } = await serveAll(() => ({
		"/maps?limit=5": { body: { maps: [1, 2], total: 5 } },
		"/maps?limit=5&offset=2": { body: { maps: [3, 4], total: 5 } },
		"/maps?limit=5&offset=4": { body: { maps: [5], total: 5 } },
	}));
	const pages: Pages = {
		turn: byNumber,
		parameter: "offset",
		offset: true,
		items: ["maps"],
		total: ["total"],
	};
	expect(await walk(pages, { limit: 5 }).toArray()).toEqual([1, 2, 3, 4, 5]);
	expect(received).toHaveLength(3);
});

test("offset: the first item may have the number 1", async () => {
	const { received, walk } = await serveAll(() => ({
		"/maps": { body: { maps: [1], total: 2 } },
		"/maps?offset=2": { body: { maps: [2], total: 2 } },
	}));
	const pages: Pages = {
		turn: byNumber,
		parameter: "offset",
		offset: true,
		first: 1,
		items: ["maps"],
		total: ["total"],
	};
	expect(await walk(pages).toArray()).toEqual([1, 2]);
	expect(received).toHaveLength(2);
});

test("offset: without a total, a short page is not the last, an empty one is", async () => {
	const { received, walk } = await serveAll(() => ({
		"/maps?limit=2": { body: [1, 2] },
		"/maps?limit=2&offset=2": { body: [3] },
		"/maps?limit=2&offset=3": { body: [4] },
		"/maps?limit=2&offset=4": { body: [] },
	}));
	const pages: Pages = {
		turn: byNumber,
		parameter: "offset",
		offset: true,
		items: [],
	};
	expect(await walk(pages, { limit: 2 }).toArray()).toEqual([1, 2, 3, 4]);
	expect(received).toHaveLength(4);
});

test.each([
	["the number of items", { total: ["n"] }, { n: 3 }],
	["the number of pages", { totalPages: ["n"] }, { n: 2 }],
	["what says whether there is more", { more: ["more"] }, { more: false }],
])("page: %s says which is the last", async (_, fact, told) => {
	const more = "more" in told ? { more: true } : told;
	const { received, walk } = await serveAll(() => ({
		"/maps": { body: { maps: [1, 2], ...more } },
		"/maps?page=2": { body: { maps: [3], ...told } },
	}));
	const pages = { turn: byNumber, parameter: "page", items: ["maps"], ...fact };
	expect(await walk(pages).toArray()).toEqual([1, 2, 3]);
	expect(urlsOf(received)).toEqual(["/maps", "/maps?page=2"]);
});

test("page: the number of items says nothing to a walk from a later page on, and zero is none", async () => {
	const { walk } = await serveAll(() => ({
		"/maps?page=2": { body: { maps: [3, 4], total: 5 } },
		"/maps?page=3": { body: { maps: [5], total: 0 } },
		"/maps?page=4": { body: { maps: [6], total: 6 } },
		"/maps?page=5": { body: { maps: null, total: 6 } },
	}));
	const pages: Pages = {
		turn: byNumber,
		parameter: "page",
		items: ["maps"],
		total: ["total"],
	};
	expect(await walk(pages, { page: 2 }).toArray()).toEqual([3, 4, 5, 6]);
});

test("page: the first may be 0", async () => {
	const { received, walk } = await serveAll(() => ({
		"/maps": { body: { maps: [1], pages: 2 } },
		"/maps?page=1": { body: { maps: [2], pages: 2 } },
	}));
	const pages: Pages = {
		turn: byNumber,
		parameter: "page",
		first: 0,
		items: ["maps"],
		totalPages: ["pages"],
	};
	expect(await walk(pages).toArray()).toEqual([1, 2]);
	expect(received).toHaveLength(2);
});

test("R33 page: a server that overlooks the parameter is found out", async () => {
	const { url, received } = await serve(answer([7, 8]));
	const pages: Pages = { turn: byNumber, parameter: "page", items: [] };
	const walk = listed(open(url), list(pages), undefined, {});
	await expect(walk.toArray()).rejects.toMatchObject({
		name: "ApiPageError",
		page: 2,
		message: expect.stringContaining("repeats the items of page 1"),
	});
	expect(received).toHaveLength(2);
});

test("cursor: in the body, until there is none; an empty page may lead on", async () => {
	const { received, walk } = await serveAll(() => ({
		"/maps?area=north": { body: { maps: [1], next: "a/b+=" } },
		"/maps?area=north&cursor=a%2Fb%2B%3D": { body: { maps: [], next: 7 } },
		"/maps?area=north&cursor=7": { body: { maps: [2], next: null } },
	}));
	const pages: Pages = {
		turn: byMark,
		parameter: "cursor",
		items: ["maps"],
		next: ["next"],
	};
	expect(await walk(pages, { area: "north" }).toArray()).toEqual([1, 2]);
	expect(received).toHaveLength(3);
});

test("cursor: in a header, and the same again beside no items is the end", async () => {
	const { received, walk } = await serveAll(() => ({
		"/maps": { body: [1], headers: { "x-next": "c1" } },
		"/maps?cursor=c1": { body: [], headers: { "x-next": "c1" } },
	}));
	const pages: Pages = {
		turn: byMark,
		parameter: "cursor",
		items: [],
		header: "X-Next",
	};
	expect(await walk(pages).toArray()).toEqual([1]);
	expect(received).toHaveLength(2);
});

test("Link header: the relation counts, not what looks like it", async () => {
	const { received, walk } = await serveAll(
		(url) => ({
			"/v1/maps?area=north": {
				body: [1],
				headers: {
					link: `<${url}/v1/maps?p=9>; title="a, <b>; rel=next"; rel="last", <${url}/v1/maps?p=2&t=a%2Cb>; REL="prefetch next"`,
				},
			},
			"/v1/maps?p=2&t=a%2Cb": {
				body: [2],
				headers: { link: "</v1/shelf/maps?p=3>;rel=next" },
			},
			"/v1/shelf/maps?p=3": {
				body: [3],
				headers: { link: '<?p=4>; rel="next"' },
			},
			"/v1/shelf/maps?p=4": {
				body: [4],
				headers: { link: '</v1/maps?p=1>; rel="first"' },
			},
		}),
		"/v1",
	);
	const pages: Pages = { turn: byLink, items: [], header: "Link" };
	expect(await walk(pages, { area: "north" }).toArray()).toEqual([1, 2, 3, 4]);
	expect(received).toHaveLength(4);
});

test("URL in the body: query of the options stays, and a list of values", async () => {
	const { url, received } = await serve((response, request) => {
		const first = !request.url.includes("after");
		const next = first ? "/maps?after=1&tag=a&tag=b&__proto__=c" : "";
		return answer({ maps: [first], links: { next } })(response, request);
	});
	const pages: Pages = {
		turn: byLink,
		items: ["maps"],
		next: ["links", "next"],
	};
	const all = await listed(
		open(url, { defaultQuery: { version: "2" } }),
		list(pages),
		undefined,
		{ area: "north" },
		{ query: { trace: "t" } },
	).toArray();
	expect(all).toEqual([true, false]);
	expect(urlsOf(received)).toEqual([
		"/maps?version=2&area=north&trace=t",
		"/maps?after=1&tag=a&tag=b&__proto__=c&version=2&trace=t",
	]);
});

test("a URL at another origin is refused, and nothing is sent there", async () => {
	const { url: evil, received: stolen } = await serve(answer({ maps: [] }));
	for (const next of [
		`${evil}/maps`,
		"//evil.example/maps",
		"http://[",
		"javascript:alert(1)",
		"file:///etc/passwd",
	]) {
		const { url } = await serve(answer({ maps: [1], next }));
		const pages: Pages = { turn: byLink, items: ["maps"], next: ["next"] };
		const walk = listed(open(url), list(pages), undefined, {});
		const first = await walk.firstPage();
		expect(first.hasNextPage()).toBe(true);
		await expect(walk.toArray(), next).rejects.toMatchObject({
			name: "ApiPageError",
			page: 2,
			message: expect.stringContaining("leads away from 127.0.0.1"),
		});
	}
	expect(stolen).toEqual([]);
});

test("a URL that names the client's own host without encryption is asked for at the client's address", async () => {
	const sent: string[] = [];
	const client = open("https://maps.example/v1", {
		fetch: async (url) => {
			sent.push(url);
			const next = sent.length < 2 ? "http://u:p@maps.example/v1/maps?n=2" : "";
			return Response.json({ maps: [sent.length], next });
		},
	});
	const pages: Pages = { turn: byLink, items: ["maps"], next: ["next"] };
	const walk = listed(client, list(pages), undefined, {});
	expect(await walk.toArray()).toEqual([1, 2]);
	expect(sent).toEqual([
		"https://maps.example/v1/maps",
		"https://maps.example/v1/maps?n=2",
	]);
});

test("R33 a URL that leads back is an error, and shows no credential", async () => {
	const { url, received } = await serve((response, request) =>
		answer({ maps: [1], next: request.url })(response, request),
	);
	const config: CoreConfig = {
		name: "Maps",
		schemes: [[{ option: "key", query: "api_key", put: inQuery }]],
	};
	const options = { baseURL: url, key: "secret-of-the-test" };
	const pages: Pages = { turn: byLink, items: ["maps"], next: ["next"] };
	const error: unknown = await listed(
		createCore(config, options),
		list(pages),
		undefined,
		{},
	)
		.toArray()
		.catch((reason) => reason);
	expect(urlsOf(received)).toEqual(["/maps?api_key=secret-of-the-test"]);
	expect(String(error)).toMatch(/^ApiPageError: .*leads back to page 1$/);
	expect(String(error)).not.toContain("secret");
});
