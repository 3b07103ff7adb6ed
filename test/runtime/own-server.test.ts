import { describe, expect, test } from "vitest";
import {
	basic,
	byLink,
	type CoreConfig,
	type CoreOptions,
	call,
	createCore,
	type ListOperation,
	listed,
	type Operation,
	ownServer,
	type RequestOptions,
} from "../../templates/runtime/index.ts";

const origin = "https://files.library.test";
const upload: Operation = {
	name: "maps.upload",
	method: "GET",
	path: ["/maps"],
	query: ["area"],
	server: ownServer(`${origin}/v3`),
};
const baseURL = "https://api.library.test/v1";
const token = { option: "token", header: "authorization", prefix: "Bearer " };
const key = { option: "key", query: "api_key" };

interface Given {
	readonly config?: Partial<CoreConfig>;
	readonly options?: CoreOptions & Readonly<Record<string, unknown>>;
	readonly operation?: Operation;
	readonly ofCall?: RequestOptions;
}

/** What was sent for one call; a rejection where it is refused. */
async function send({ config, options, operation = upload, ofCall }: Given) {
	const sent: { url: string; headers: Record<string, string> }[] = [];
	const client = createCore(
		{ name: "Library", baseURL, schemes: [], ...config },
		{
			fetch: async (url, init) => {
				const headers = Object.fromEntries(new Headers(init?.headers));
				sent.push({ url, headers });
				return Response.json({});
			},
			...options,
		},
	);
	const params = { area: "north" };
	await call(client, operation, undefined, params, ofCall).catch((error) => {
		expect(sent).toEqual([]);
		throw error;
	});
	return sent[0];
}

const schemes = [[token], [key]];
const refused = `Library: maps.upload is at ${origin}, where credentials, headers and query parameters go only if the option trustedOrigins lists it`;

describe("an origin that the client does not trust", () => {
	test.each<[string, Given]>([
		["the credentials", { config: { schemes }, options: { token: "t-1" } }],
		["default headers", { options: { defaultHeaders: { "x-app": "1" } } }],
		["a default query", { options: { defaultQuery: { app: 1 } } }],
		["headers of the call", { ofCall: { headers: { cookie: "sid=1" } } }],
		[
			"a credential in the query of the call",
			{
				config: { schemes },
				options: { token: "t-1" },
				operation: { ...upload, open: true },
				ofCall: { query: { api_key: "k-1" } },
			},
		],
	])("does not get %s: the call is refused", async (_, given) => {
		await expect(send(given)).rejects.toMatchObject({
			name: "ApiConfigError",
			message: refused,
		});
	});

	test("gets the operation's own params alone", async () => {
		const sent = {
			url: `${origin}/v3/maps?area=north`,
			headers: { accept: "application/json" },
		};
		expect(await send({})).toEqual(sent);
		const open: Given = {
			config: { schemes },
			options: { token: "t-1" },
			operation: { ...upload, open: true },
			ofCall: { headers: { "x-a": null, "x-b": undefined } },
		};
		expect(await send(open)).toEqual(sent);
	});
});

test("an origin that the client trusts gets all that the API gets", async () => {
	const options = {
		token: "t-1",
		defaultHeaders: { "x-app": "1" },
		defaultQuery: { app: 1 },
		trustedOrigins: [origin],
	};
	expect(await send({ config: { schemes }, options })).toEqual({
		url: `${origin}/v3/maps?app=1&area=north`,
		headers: {
			accept: "application/json",
			authorization: "Bearer t-1",
			"x-app": "1",
		},
	});
});

test("a base URL at the API's own origin gets the credentials", async () => {
	const operation = {
		...upload,
		server: ownServer("https://api.library.test/v3"),
	};
	const credentials = ["user", "password"].map((option) => ({
		option,
		header: "authorization",
		put: basic,
	}));
	const sent = await send({
		config: { schemes: [credentials] },
		options: { user: "ann", password: "hello" },
		operation,
	});
	expect(sent?.url).toBe("https://api.library.test/v3/maps?area=north");
	expect(sent?.headers).toMatchObject({
		authorization: "Basic YW5uOmhlbGxv",
	});
});

test("a list goes on where its first page was", async () => {
	const list: ListOperation = {
		...upload,
		pages: { turn: byLink, next: ["next"], items: ["maps"] },
	};
	const next = new Map([
		["/v3/maps", `${origin}/v3/maps?page=2`],
		["/v3/maps?page=2", `${origin}/other/maps?page=3`],
	]);
	const urls: string[] = [];
	const client = createCore(
		{ name: "Library", baseURL, schemes: [] },
		{
			fetch: async (url) => {
				urls.push(url);
				const at = url.slice(origin.length);
				return Response.json({ maps: [urls.length], next: next.get(at) });
			},
		},
	);
	const items = await listed(client, list, undefined, undefined).toArray();
	expect(items).toEqual([1, 2, 3]);
	expect(urls).toEqual([
		`${origin}/v3/maps`,
		`${origin}/v3/maps?page=2`,
		`${origin}/other/maps?page=3`,
	]);
});
