import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
	call,
	createCore,
	inQuery,
	type Operation,
} from "../../templates/runtime/index.ts";
import { type Handler, serve } from "../runtime/server.ts";
import {
	clientOf,
	home,
	ok,
	params,
	rejection,
	scripted,
	tunnelsOf,
} from "./client.ts";

const secret = "hunter2-hunter2";

/** Everything that a program might print of a value. */
function printed(value: unknown): string {
	const all = { depth: 9, showHidden: true } as const;
	const { stack, message } = Object(value);
	return [
		inspect(value, all),
		inspect({ value }, all),
		JSON.stringify(value),
		String(value),
		stack,
		message,
	].join("\n");
}

describe("R21 no secret is printed", () => {
	test("of a client", () => {
		const client = clientOf("http://h", {
			apiToken: secret,
			apiKey: secret,
			apiEmail: "someone@h",
			defaultHeaders: { "x-own": secret },
		});
		for (const value of [
			client,
			client.core,
			client.magicTransit,
			client.magicTransit.ipsecTunnels,
			client.withOptions({}),
		])
			expect(printed(value)).not.toContain("hunter2");
	});

	test.each([
		["a failure", 403, "application/json"],
		["a page", 200, "text/html"],
		["broken JSON", 200, "application/json"],
		["an error page", 502, "text/html"],
	])(
		"of an error, also when the server repeats it: %s",
		async (_, status, type) => {
			const { url } = await serve((response, { headers }) => {
				response.writeHead(status, {
					"content-type": type,
					"set-cookie": secret,
				});
				const message = `bad ${headers.authorization} in "psk": "own-secret"`;
				const body = JSON.stringify({ errors: [{ code: 1, message }] });
				response.end(`${body}${status === 200 ? "}" : ""}`);
			});
			const tunnels = tunnelsOf(url, { apiToken: secret, maxRetries: 0 });
			const error = await rejection(tunnels.list(params));
			expect(printed(error)).not.toContain("hunter2");
			expect(JSON.stringify(Object(error).body)).not.toContain("hunter2");
		},
	);

	test("of an error whose URL carries it", async () => {
		const { error } = await failed(new TypeError("fetch failed"));
		expect(printed(error)).not.toContain("hunter2");
		expect(error).toMatchObject({ url: "http://h/ping" });
	});

	test("of a token that a function gave", async () => {
		const { tunnels } = scripted(
			[Response.json({ message: secret }, { status: 403 })],
			{
				apiToken: async () => secret,
			},
		);
		const error = await rejection(tunnels.list(params));
		expect(printed(error)).toContain("[redacted]");
		expect(printed(error)).not.toContain("hunter2");
	});

	test("of causes that tell the URL, as those of some runtimes do", async () => {
		const url = `http://h/ping?api_key=${secret}`;
		const inner = Object.assign(new Error(`refused: ${url}`), { path: url });
		const cause = new TypeError(`no connection to ${url}`, { cause: inner });
		inner.cause = cause;
		const { error } = await failed(cause);
		expect(error).toMatchObject({ name: "ApiConnectionError", cause });
		expect(inner.path).toBe("http://h/ping?api_key=[redacted]");
		expect(printed(error)).not.toContain("hunter2");
	});

	test("and what cannot be changed is left alone", async () => {
		const frozen = Object.freeze(new Error(`no way to ${secret}`));
		const { error } = await failed(frozen);
		expect(error).toMatchObject({ name: "ApiConnectionError" });
	});
});

const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };

const key = [{ option: "apiKey", query: "api_key", put: inQuery }];

/** A call with a key in the query whose connection fails for this reason. */
async function failed(cause: Error) {
	const urls: string[] = [];
	const core = createCore(
		{ name: "Library", schemes: [key] },
		{
			baseURL: "http://h",
			maxRetries: 0,
			fetch: async (url) => {
				urls.push(url);
				throw cause;
			},
			...{ apiKey: secret },
		},
	);
	const error = await rejection(call(core, ping, undefined, undefined));
	expect(urls).toEqual([`http://h/ping?api_key=${secret}`]);
	return { error };
}

describe("R17 a redirect", () => {
	/** Redirects the list of tunnels and answers everything else. */
	function redirect(status: number, location: string): Handler {
		return (response, { url }) => {
			const headers = { "content-type": "application/json", location };
			if (url === home) response.writeHead(status, headers).end();
			else response.writeHead(200, headers).end('{"success":true,"result":{}}');
		};
	}

	const keys = { apiToken: undefined, apiEmail: "m@h", apiKey: secret };
	const extra = { headers: { cookie: "c=1", "x-own": "1" } };

	describe.each([301, 302, 303, 307, 308])("with %i", (status) => {
		test("is followed for GET at home, with the credentials", async () => {
			const { url, received } = await serve(redirect(status, "/to?a=1"));
			await tunnelsOf(url, keys).list(params, extra);
			expect(received.map(({ url }) => url)).toEqual([home, "/to?a=1"]);
			expect(received[1]?.headers).toMatchObject({
				"x-auth-key": secret,
				"x-own": "1",
			});
		});

		test("is followed for GET to another origin without a header of the request", async () => {
			const other = await serve(redirect(status, ""));
			const { url } = await serve(redirect(status, `${other.url}/to`));
			await tunnelsOf(url, keys).list(params, extra);
			expect(other.received).toHaveLength(1);
			const { headers } = other.received[0] ?? {};
			for (const name of ["x-auth-key", "x-auth-email", "cookie", "x-own"])
				expect(headers).not.toHaveProperty(name);
		});

		test("is an error of what changes something", async () => {
			const { url, received } = await serve(redirect(status, "/to"));
			const tunnels = tunnelsOf(url);
			const body = {};
			expect(
				await rejection(tunnels.bulkUpdate({ ...params, body })),
			).toMatchObject({ message: expect.stringContaining("was redirected") });
			expect(received).toHaveLength(1);
		});
	});

	test("that leads back to itself ends", async () => {
		const { url, received } = await serve(redirect(302, home));
		expect(await rejection(tunnelsOf(url).list(params))).toMatchObject({
			status: 302,
		});
		expect(received).toHaveLength(11);
	});

	test.each([
		"file:///etc/passwd",
		"unix:/run/docker.sock",
		"javascript:alert(1)",
		"http://a:b@h/",
		"http://[",
		"",
	])("to %j is the answer", async (location) => {
		const { url, received } = await serve(redirect(302, location));
		expect(await rejection(tunnelsOf(url).list(params))).toMatchObject({
			status: 302,
		});
		expect(received).toHaveLength(1);
	});

	test("leads to more safety and never to less", async () => {
		const to = (location: string) =>
			new Response(null, { status: 302, headers: { location } });
		const up = scripted([to("https://h/to"), ok()]);
		await up.tunnels.list(params);
		expect(up.sent.map(({ url }) => url)[1]).toBe("https://h/to");
		expect(up.sent[1]?.headers.has("authorization")).toBe(false);
		const down = scripted([to("http://h/to"), ok()], { baseURL: "https://h" });
		expect(await rejection(down.tunnels.list(params))).toMatchObject({
			status: 302,
		});
		expect(down.sent).toHaveLength(1);
	});
});
