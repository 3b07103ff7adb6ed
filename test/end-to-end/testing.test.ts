import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Client, NotFoundError } from "../../generated/src/index.ts";
import {
	type FakeFetch,
	fakeFetch,
	fixture,
	handlers,
	type Results,
} from "../../generated/src/testing.ts";

const fixtures = fileURLToPath(
	new URL(
		"../../generated/fixtures/magic-transit/ipsec-tunnels/",
		import.meta.url,
	),
);

const clientOf = (fetch: FakeFetch, maxRetries = 0) =>
	new Client({ apiToken: "t", fetch, maxRetries, random: () => 0 });

const get = (client: Client) =>
	client.magicTransit.ipsecTunnels.get("t 1", { account_id: "a/1" });

/** `get.200.json` as it is. */
function read(name: string) {
	return JSON.parse(readFileSync(`${fixtures}${name}.json`, "utf8"));
}

const methods = readdirSync(fixtures)
	.filter((file) => file.endsWith(".request.json"))
	.map((file) => file.replace(".request.json", ""));

describe.each(methods)("%s", (file) => {
	const member = file.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
	const name = `magicTransit.ipsecTunnels.${member}` as keyof Results;
	const { positional, params } = read(`${file}.request`);

	test("resolves to the documented answer", async () => {
		const fetch = fakeFetch();
		const methods = Object(clientOf(fetch).magicTransit.ipsecTunnels);
		const data = await methods[member](
			...[positional, params].filter((each) => each !== undefined),
		);
		const { result } = read(`${file}.200`).body;
		expect(result).toBeTypeOf("object");
		expect(data).toEqual(result);
		expect(fixture(name)).toEqual(result);
		expect(fetch.requests).toHaveLength(1);
		expect(fetch.requests[0]).toMatchObject({
			operation: name,
			params: { account_id: params.account_id },
		});
	});
});

test("a request is kept with what was sent", async () => {
	const fetch = fakeFetch();
	await clientOf(fetch).magicTransit.ipsecTunnels.update("t 1", {
		account_id: "a/1",
		cloudflare_endpoint: "203.0.113.1",
		interface_address: "192.0.2.8/31",
		name: "n",
	});
	const [request] = fetch.requests;
	expect(request).toMatchObject({
		method: "PUT",
		params: { account_id: "a/1", ipsec_tunnel_id: "t 1" },
		body: { name: "n", interface_address: "192.0.2.8/31" },
	});
	expect(request?.headers.get("authorization")).toBe("Bearer t");
});

test("a status is answered as the docs answer it", async () => {
	const fetch = fakeFetch({ "magicTransit.ipsecTunnels.get": 404 });
	const error = await get(clientOf(fetch)).catch((error) => error);
	expect(error).toBeInstanceOf(NotFoundError);
	const { body } = read("get.4XX");
	expect(error).toMatchObject({ status: 404, errors: body.errors });
	expect(fixture("magicTransit.ipsecTunnels.get", 404)).toEqual(body);
});

test("data is put into the envelope, and a fixture is a copy", async () => {
	const tunnel = fixture("magicTransit.ipsecTunnels.get");
	if (tunnel.ipsec_tunnel) tunnel.ipsec_tunnel.name = "mine";
	const fetch = fakeFetch({
		"magicTransit.ipsecTunnels.get": { data: tunnel },
	});
	const data = await get(clientOf(fetch));
	expect(data.ipsec_tunnel?.name).toBe("mine");
	expect(fixture("magicTransit.ipsecTunnels.get").ipsec_tunnel?.name).not.toBe(
		"mine",
	);
});

test("answers come one after another, and retries ask for the next; the last answer stays", async () => {
	const error = new Error("no route");
	// The last one is none that an operation without answers gives.
	const fetch = fakeFetch({
		"magicTransit.ipsecTunnels.get": [{ error }, 503, 200, 404],
	});
	await get(clientOf(fetch, 2));
	expect(fetch.requests).toHaveLength(3);
	for (const requests of [4, 5, 6]) {
		await expect(get(clientOf(fetch))).rejects.toBeInstanceOf(NotFoundError);
		expect(fetch.requests).toHaveLength(requests);
	}
});

test("a failure is a lost connection with its cause", async () => {
	const error = new Error("no route");
	const fetch = fakeFetch({ "magicTransit.ipsecTunnels.get": { error } });
	await expect(get(clientOf(fetch))).rejects.toMatchObject({
		name: "ApiConnectionError",
		cause: { cause: error },
	});
});

test("a function answers by the request", async () => {
	const fetch = fakeFetch({
		"magicTransit.ipsecTunnels.get": async ({ params }) => ({
			body: { success: true, result: { ipsec_tunnel: params } },
		}),
	});
	expect(await get(clientOf(fetch))).toEqual({
		ipsec_tunnel: { account_id: "a/1", ipsec_tunnel_id: "t 1" },
	});
});

test("an answer may be late, and a call that ends does not wait for it", async () => {
	const fetch = fakeFetch({}, { delay: 60_000 });
	const client = clientOf(fetch).withOptions({ timeout: 20 });
	await expect(get(client)).rejects.toMatchObject({ name: "ApiTimeoutError" });
	const answer = { delay: 5 };
	const soon = fakeFetch({ "magicTransit.ipsecTunnels.get": answer });
	await expect(get(clientOf(soon))).resolves.toHaveProperty("ipsec_tunnel");
});

test.each([
	["https://api.cloudflare.com/client/v4/accounts/a?token=s", "GET"],
	["https://api.cloudflare.com/accounts/a/magic/ipsec_tunnels", "GET"],
	["https://other.example/client/v4/accounts/a/magic/ipsec_tunnels", "GET"],
	[
		"https://api.cloudflare.com/client/v4/accounts/a/magic/ipsec_tunnels",
		"PATCH",
	],
])("%s with %s is no operation, and the error says so", async (url, method) => {
	const fetch = fakeFetch();
	await expect(fetch(url, { method })).rejects.toThrow(
		`fakeFetch: the docs know no ${method} ${url.replace(/\?.*/, "")}; requests go to https://api.cloudflare.com/client/v4`,
	);
	expect(fetch.requests[0]?.operation).toBeUndefined();
});

test("a name that is none is refused at once, and by the types", () => {
	// @ts-expect-error there is no such operation
	expect(() => fakeFetch({ "tunnels.get": 404 })).toThrow('"tunnels.get"');
	// @ts-expect-error the data has a type
	fakeFetch({ "magicTransit.ipsecTunnels.get": { data: { ipsec_tunnel: 1 } } });
});

test("MSW answers what the docs answer, and leaves the rest to others", async () => {
	const other = vi.fn(() => HttpResponse.json({ other: true }));
	const base = "http://tunnels.example/v9";
	const server = setupServer(
		...handlers({
			http,
			baseURL: `${base}/`,
			answers: {
				"magicTransit.ipsecTunnels.get": [200, 404, { error: new Error("e") }],
			},
		}),
		http.get("http://tunnels.example/other", other),
	);
	server.listen({ onUnhandledRequest: "error" });
	onTestFinished(() => server.close());
	const client = new Client({ apiToken: "t", baseURL: base, maxRetries: 0 });
	expect(await get(client)).toEqual(fixture("magicTransit.ipsecTunnels.get"));
	await expect(get(client)).rejects.toMatchObject({ status: 404 });
	await expect(get(client)).rejects.toMatchObject({
		name: "ApiConnectionError",
	});
	await fetch("http://tunnels.example/other");
	expect(other).toHaveBeenCalledTimes(1);
});
