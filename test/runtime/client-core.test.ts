import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import {
	ApiConfigError,
	basic,
	type CoreConfig,
	type CoreOptions,
	call,
	createCore,
	inQuery,
	type Operation,
	type RequestOptions,
	type Scheme,
} from "../../templates/runtime/index.ts";

const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };

const token: Scheme = [
	{
		option: "apiToken",
		environment: "LIBRARY_TOKEN",
		header: "authorization",
		prefix: "Bearer ",
	},
];

const mailAndKey: Scheme = [
	{ option: "apiEmail", environment: "LIBRARY_EMAIL", header: "x-mail" },
	{ option: "apiKey", environment: "LIBRARY_KEY", header: "x-key" },
];

interface Secrets {
	readonly apiToken?: string | null;
	readonly apiEmail?: string;
	readonly apiKey?: string;
	readonly user?: string;
	readonly password?: string;
}

/** A client whose requests are answered here, and what they carried. */
function create(
	options: CoreOptions & Secrets,
	schemes: readonly Scheme[] = [token, mailAndKey],
) {
	const sent: { url: string; headers: Record<string, string> }[] = [];
	const config: CoreConfig = { name: "Library", baseURL: "http://h", schemes };
	const client = createCore(config, {
		fetch: async (url, init) => {
			sent.push({
				url,
				headers: Object.fromEntries(new Headers(init?.headers)),
			});
			return Response.json({});
		},
		...options,
	});
	return { client, sent };
}

async function headersOf(
	options: CoreOptions & Secrets,
	schemes?: readonly Scheme[],
	request?: RequestOptions,
): Promise<Record<string, string> | undefined> {
	const { client, sent } = create(options, schemes);
	await call(client, ping, undefined, undefined, request);
	const { accept, ...rest } = sent[0]?.headers ?? {};
	return rest;
}

afterEach(() => vi.unstubAllEnvs());

const bearer = { authorization: "Bearer t-1" };
const pair = { "x-mail": "m@h", "x-key": "k-1" };

test("credentials of each scheme come from the environment", async () => {
	vi.stubEnv("LIBRARY_TOKEN", "t-1");
	expect(await headersOf({})).toEqual(bearer);
	vi.stubEnv("LIBRARY_TOKEN", "");
	vi.stubEnv("LIBRARY_EMAIL", "m@h");
	vi.stubEnv("LIBRARY_KEY", "k-1");
	expect(await headersOf({})).toEqual(pair);
});

test("options of each scheme beat the environment", async () => {
	vi.stubEnv("LIBRARY_TOKEN", "of the environment");
	expect(await headersOf({ apiToken: "t-1" })).toEqual(bearer);
	expect(await headersOf({ apiEmail: "m@h", apiKey: "k-1" })).toEqual(pair);
	vi.stubEnv("LIBRARY_EMAIL", "m@h");
	expect(await headersOf({ apiKey: "k-1" })).toEqual(pair);
});

test("of several complete schemes the first alone is sent", async () => {
	expect(
		await headersOf({ apiToken: "t-1", apiEmail: "m@h", apiKey: "k-1" }),
	).toEqual(bearer);
	vi.stubEnv("LIBRARY_TOKEN", "t-1");
	vi.stubEnv("LIBRARY_EMAIL", "m@h");
	vi.stubEnv("LIBRARY_KEY", "k-1");
	expect(await headersOf({})).toEqual(bearer);
});

test("a scheme that is not complete is passed over", async () => {
	vi.stubEnv("LIBRARY_TOKEN", "t-1");
	expect(await headersOf({ apiKey: "k-1" })).toEqual(bearer);
	expect(
		await headersOf({ apiToken: null, apiEmail: "m@h", apiKey: "k-1" }),
	).toEqual(pair);
});

test.each([{}, { apiToken: " " }, { apiToken: null }, { apiKey: "k-1" }])(
	"without credentials, %j, the error names options and variables",
	(options) => {
		expect(() => create(options)).toThrow(ApiConfigError);
		expect(() => create(options)).toThrow(
			"Library: no credentials; set the option apiToken (or $LIBRARY_TOKEN), or apiEmail (or $LIBRARY_EMAIL) and apiKey (or $LIBRARY_KEY)",
		);
	},
);

test("an explicit null is not filled from the environment", () => {
	vi.stubEnv("LIBRARY_TOKEN", "t-1");
	expect(() => create({ apiToken: null })).toThrow("no credentials");
});

test("an API without schemes needs no credentials", async () => {
	expect(await headersOf({}, [])).toEqual({});
});

test("a header of a scheme in the caller's headers takes the scheme's place", async () => {
	const defaultHeaders = { authorization: "Custom x" };
	const custom = { authorization: "Custom x" };
	expect(await headersOf({ defaultHeaders })).toEqual(custom);
	expect(
		await headersOf({ defaultHeaders, apiEmail: "m@h", apiKey: "k-1" }),
	).toEqual(custom);
	expect(await headersOf({ defaultHeaders: { authorization: null } })).toEqual(
		{},
	);
	expect(
		await headersOf({ apiToken: "t-1" }, undefined, {
			headers: { Authorization: null },
		}),
	).toEqual({});
});

function basicOf(...options: readonly string[]): Scheme {
	return options.map((option) => ({
		option,
		header: "authorization",
		put: basic,
	}));
}

test.each([
	[basicOf("user"), { user: "ann:pässword" }, "ann:pässword"],
	[basicOf("user"), { user: "ann" }, "ann:"],
	[basicOf("user", "password"), { user: "ann", password: "a:b" }, "ann:a:b"],
])("basic authentication: %j with %j", async (scheme, options, text) => {
	expect(await headersOf(options, [scheme])).toEqual({
		authorization: `Basic ${Buffer.from(text, "utf8").toString("base64")}`,
	});
});

const keyInQuery: Scheme = [
	{ option: "apiKey", query: "api_key", put: inQuery },
];

test("a key in the query", async () => {
	const { client, sent } = create({ apiKey: "k 1", defaultQuery: { a: 1 } }, [
		keyInQuery,
	]);
	await call(client, ping, undefined, undefined, { query: { b: 2 } });
	expect(sent[0]?.url).toBe("http://h/ping?a=1&b=2&api_key=k%201");
});

test("a credential that no header can carry is refused and not shown", async () => {
	const { client, sent } = create({ apiToken: "hunter2\nx" });
	const error: unknown = await call(client, ping, undefined, undefined).catch(
		(error) => error,
	);
	expect(error).toMatchObject({ name: "ApiArgumentError" });
	expect(inspect(error)).toContain('header "authorization" cannot be sent');
	expect(inspect(error)).not.toContain("hunter2");
	expect(sent).toEqual([]);
});

test("a base URL is required", () => {
	const config: CoreConfig = { name: "Library", schemes: [] };
	for (const baseURL of [undefined, "", " "]) {
		expect(() => createCore(config, { baseURL })).toThrow(ApiConfigError);
		expect(() => createCore(config, { baseURL })).toThrow(
			"Library: the option baseURL is missing",
		);
	}
	const stated = { ...config, baseURL: "http://stated" };
	expect(createCore(stated, {}).baseURL).toBe("http://stated");
	expect(createCore(stated, { baseURL: " " }).baseURL).toBe("http://stated");
	expect(createCore(stated, { baseURL: "http://own" }).baseURL).toBe(
		"http://own",
	);
});
