import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import {
	Client,
	type ClientOptions,
	type Fetch,
	type RequestOptions,
} from "../../generated/src/index.ts";
import {
	type CoreOptions,
	call,
	createCore,
	type Operation,
	ownServer,
} from "../../templates/runtime/index.ts";
import { answer, open, serve } from "../runtime/server.ts";
import {
	clientOf,
	envelope,
	home,
	ok,
	params,
	rejection,
	scripted,
	token,
	tunnelsOf,
} from "./client.ts";

afterEach(() => vi.unstubAllEnvs());

/** The URL and the headers of one request, credentials by the environment of the test. */
async function request(options: ClientOptions, ofCall?: RequestOptions) {
	const sent: { url: string; headers: Headers }[] = [];
	const client = new Client({
		fetch: async (url, init) => {
			sent.push({ url, headers: new Headers(init?.headers) });
			return ok();
		},
		...options,
	});
	await client.magicTransit.ipsecTunnels.list(params, ofCall);
	const [{ url, headers } = { url: "", headers: new Headers() }] = sent;
	return { url, headers: Object.fromEntries(headers) };
}

async function urlOf(options: ClientOptions, ofCall?: RequestOptions) {
	return (await request({ apiToken: token, ...options }, ofCall)).url;
}

describe("default headers", () => {
	const defaultHeaders = { "X-App": "library" };

	test("B1 are on every request", async () => {
		const { url, received } = await serve(answer(envelope({})));
		const tunnels = tunnelsOf(url, { defaultHeaders });
		await tunnels.list(params);
		await tunnels.delete("t1", params);
		expect(received.map(({ headers }) => headers["x-app"])).toEqual([
			"library",
			"library",
		]);
	});

	test.each([
		["B2 stay where a call says undefined", undefined, "library"],
		["B3 are removed where a call says null", null, undefined],
	])("%s", async (_, value, expected) => {
		const { url, received } = await serve(answer(envelope({})));
		const tunnels = tunnelsOf(url, { defaultHeaders });
		await tunnels.list(params, { headers: { "x-app": value } });
		expect(received[0]?.headers["x-app"]).toBe(expected);
	});
});

test("B11 a default query parameter is sent where a call says nothing of the query", async () => {
	const defaultQuery = { a: "1" };
	expect(await urlOf({ defaultQuery }, { query: undefined })).toMatch(
		/ipsec_tunnels\?a=1$/,
	);
});

test("B12 default query parameters keep their order, those of a call come after", async () => {
	const defaultQuery = { b: "2", a: "1" };
	expect(await urlOf({ defaultQuery })).toMatch(/\?b=2&a=1$/);
	expect(await urlOf({ defaultQuery }, { query: { c: 3, b: 4 } })).toMatch(
		/\?b=4&a=1&c=3$/,
	);
});

test("B13 undefined in a call removes a default query parameter", async () => {
	const defaultQuery = { a: "1", b: "2" };
	expect(await urlOf({ defaultQuery }, { query: { a: undefined } })).toMatch(
		/ipsec_tunnels\?b=2$/,
	);
});

test("B14 a fetch of one's own gets the whole URL as text, and its JSON is the data", async () => {
	const given: unknown[] = [];
	const tunnels = tunnelsOf("http://localhost:5000/", {
		fetch: async (url) => {
			given.push(url);
			return Response.json(envelope({ ipsec_tunnels: [] }));
		},
	});
	expect(await tunnels.list(params)).toEqual({ ipsec_tunnels: [] });
	expect(given).toEqual([`http://localhost:5000${home}`]);
});

test("B15 the global fetch has the type of the option, and works as one", async () => {
	expectTypeOf<typeof globalThis.fetch>().toExtend<Fetch>();
	expectTypeOf<{ fetch: typeof globalThis.fetch }>().toExtend<ClientOptions>();
	const { url } = await serve(answer(envelope({ ipsec_tunnels: [] })));
	const tunnels = tunnelsOf(url, { fetch: globalThis.fetch });
	expect(await tunnels.list(params)).toEqual({ ipsec_tunnels: [] });
});

test("B16 an abort in flight rejects as the caller's, after one request", async () => {
	const controller = new AbortController();
	let fetches = 0;
	const tunnels = tunnelsOf("http://h", {
		fetch: (_, init) => {
			fetches++;
			setTimeout(() => controller.abort(), 20);
			return new Promise((_, reject) =>
				init?.signal?.addEventListener("abort", () =>
					reject(init.signal?.reason),
				),
			);
		},
	});
	expect(
		await rejection(tunnels.list(params, { signal: controller.signal })),
	).toMatchObject({ name: "ApiUserAbortError" });
	expect(fetches).toBe(1);
});

test("B17 a method in lower case is sent in upper case", async () => {
	const { url, received } = await serve(answer({}));
	const patch: Operation = { name: "foo", method: "patch", path: ["/foo"] };
	await call(open(url), patch, undefined, undefined);
	expect(received[0]?.method).toBe("PATCH");
});

describe("where an operation is that has a base URL of its own", () => {
	const upload: Operation = {
		name: "maps.upload",
		method: "POST",
		path: ["/maps"],
		server: ownServer("https://files.library.test/v3"),
	};
	const list: Operation = { name: "maps.list", method: "GET", path: ["/maps"] };

	async function urls(options: CoreOptions) {
		const sent: string[] = [];
		const config = {
			name: "Library",
			baseURL: "https://api.library.test/v1",
			environment: "LIBRARY",
			schemes: [],
		};
		const fetch = async (url: string) => {
			sent.push(url);
			return Response.json({});
		};
		const client = createCore(config, { fetch, ...options });
		for (const operation of [upload, list])
			await call(client, operation, undefined, undefined);
		return sent;
	}

	test("B24 it holds where the client has that of the docs", async () => {
		expect(await urls({})).toEqual([
			"https://files.library.test/v3/maps",
			"https://api.library.test/v1/maps",
		]);
	});

	const elsewhere = ["http://h/v9/maps", "http://h/v9/maps"];

	test("B25 the client's own beats it", async () => {
		expect(await urls({ baseURL: "http://h/v9" })).toEqual(elsewhere);
	});

	test("B26 that of the environment beats it", async () => {
		vi.stubEnv("LIBRARY_BASE_URL", "http://h/v9");
		expect(await urls({})).toEqual(elsewhere);
	});
});

describe("where the API is", () => {
	const docs = "https://api.cloudflare.com/client/v4";

	test.each([
		["B18 a path with a slash at its end", "http://h/custom/path/"],
		["B19 a path without one", "http://h/custom/path"],
	])("%s is joined with one slash", async (_, baseURL) => {
		expect(await urlOf({ baseURL })).toBe(`http://h/custom/path${home}`);
	});

	test("B20 the options say it before the environment", async () => {
		vi.stubEnv("CLOUDFLARE_BASE_URL", "http://environment");
		expect(await urlOf({ baseURL: "http://own" })).toBe(`http://own${home}`);
	});

	test("B21 the environment says it before the docs", async () => {
		expect(await urlOf({})).toBe(`${docs}${home}`);
		vi.stubEnv("CLOUDFLARE_BASE_URL", " http://environment/v1 ");
		expect(await urlOf({})).toBe(`http://environment/v1${home}`);
	});

	test.each([
		["B22 an empty variable", ""],
		["B23 a blank variable", "  "],
	])("%s says nothing", async (_, blank) => {
		vi.stubEnv("CLOUDFLARE_BASE_URL", blank);
		expect(await urlOf({})).toBe(`${docs}${home}`);
	});

	test.each([
		["http://h", `http://h${home}`],
		["http://h//", `http://h${home}`],
		["http://[::1]:8080/v1", `http://[::1]:8080/v1${home}`],
		["https://bücher.example/", `https://bücher.example${home}`],
		["https://h/v1?version=2", `https://h/v1${home}?version=2&a=1`],
		["https://h/v1/?version=2", `https://h/v1${home}?version=2&a=1`],
		["  https://h  ", `https://h${home}`],
	])("R30 %s is joined once", async (baseURL, expected) => {
		const query = expected.includes("?") ? { a: 1 } : {};
		expect(await urlOf({ baseURL }, { query })).toBe(expected);
	});

	test.each([
		"ftp://h",
		"localhost:80",
		"/v1",
		"javascript:alert(1)",
		"https://user:hunter2@h",
		"https://h#fragment",
		"https://",
	])("R30 %s is refused and not shown", (baseURL) => {
		expect(() => clientOf(baseURL)).toThrow(/baseURL is not a plain/);
		expect(() => clientOf(baseURL)).not.toThrow("hunter2");
	});
});

test("B27 the number of retries is kept, 2 unless stated", async () => {
	expect(clientOf("http://h").core.maxRetries).toBe(2);
	expect(clientOf("http://h", { maxRetries: 5 }).core.maxRetries).toBe(5);
	for (const [maxRetries, attempts] of [
		[undefined, 3],
		[0, 1],
		[4, 5],
	] as const) {
		const failed = Response.json({}, { status: 503 });
		const { tunnels, sent } = scripted([failed], { maxRetries });
		await tunnels.list(params).result();
		expect(sent).toHaveLength(attempts);
	}
});

describe("withOptions", () => {
	test("B28 makes another client of the same class and leaves the first alone", () => {
		const client = clientOf("http://h");
		const copy = client.withOptions({ timeout: 5, baseURL: "http://other" });
		expect(copy).toBeInstanceOf(Client);
		expect(copy).not.toBe(client);
		expect(copy.core).toMatchObject({ timeout: 5, baseURL: "http://other" });
		expect(client.core).toMatchObject({
			timeout: 60_000,
			baseURL: "http://h",
		});
	});

	test("B29 keeps default headers, default query and credentials", async () => {
		const { client, sent } = scripted(undefined, {
			defaultHeaders: { "x-a": "1" },
			defaultQuery: { q: "2" },
		});
		const copy = client.withOptions({
			timeout: 50_000,
			defaultQuery: undefined,
		});
		await copy.magicTransit.ipsecTunnels.list(params);
		expect(sent[0]?.url).toBe(`http://h${home}?q=2`);
		expect(sent[0]?.headers.get("x-a")).toBe("1");
		expect(sent[0]?.headers.get("authorization")).toBe(`Bearer ${token}`);
	});

	test("B30 starts from what was changed since", async () => {
		const { client, sent } = scripted();
		client.core.baseURL = "http://changed/v2/";
		client.core.timeout = 70_000;
		const copy = client.withOptions({});
		expect(copy.core.timeout).toBe(70_000);
		await copy.magicTransit.ipsecTunnels.list(params);
		await client.magicTransit.ipsecTunnels.list(params);
		const url = `http://changed/v2${home}`;
		expect(sent.map((each) => each.url)).toEqual([url, url]);
	});
});

describe("credentials", () => {
	const bearer = { authorization: "Bearer t-1" };
	const pair = { "x-auth-email": "m@h", "x-auth-key": "k-1" };

	test("B31 come from the environment", async () => {
		vi.stubEnv("CLOUDFLARE_API_TOKEN", "t-1");
		expect((await request({})).headers).toMatchObject(bearer);
		vi.stubEnv("CLOUDFLARE_API_TOKEN", " ");
		expect(() => new Client()).toThrow(
			"no credentials; set the option apiToken (or $CLOUDFLARE_API_TOKEN), or apiEmail and apiKey",
		);
	});

	test("B32 of the options beat the environment", async () => {
		vi.stubEnv("CLOUDFLARE_API_TOKEN", "of the environment");
		const own = await request({ apiToken: "t-1" });
		expect(own.headers).toMatchObject(bearer);
		const keys = await request({ apiEmail: "m@h", apiKey: "k-1" });
		expect(keys.headers).toMatchObject(pair);
		expect(keys.headers).not.toHaveProperty("authorization");
	});
});
