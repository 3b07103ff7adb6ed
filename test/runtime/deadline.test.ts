import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import {
	ApiConnectionError,
	ApiTimeoutError,
	ApiUserAbortError,
	call,
	type Operation,
} from "../../templates/runtime/index.ts";
import { answer, type Handler, open, serve } from "./server.ts";

const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };

const silent: Handler = () => {};

const stalled: Handler = (response) => {
	response.writeHead(200, {
		"content-type": "application/json",
		"x-request-id": "r-1",
	});
	response.write('{"a":');
};

function listeners(signal: AbortSignal): number {
	return getEventListeners(signal, "abort").length;
}

describe("the timeout", () => {
	test.each([
		["headers", silent, undefined],
		["body", stalled, 200],
	])("covers the %s and says so", async (phase, handler, status) => {
		const { url } = await serve(handler);
		const error: unknown = await call(open(url), ping, undefined, undefined, {
			timeout: 100,
		}).catch((error) => error);
		expect(error).toBeInstanceOf(ApiTimeoutError);
		expect(error).toBeInstanceOf(ApiConnectionError);
		expect(error).toMatchObject({
			name: "ApiTimeoutError",
			phase,
			status,
			operation: "ping",
		});
		expect((error as Error).message).toContain(`in phase ${phase}`);
	});

	test("is the client's unless the call has its own", async () => {
		const { url } = await serve(silent);
		const client = open(url, { timeout: 50 });
		await expect(
			call(client, ping, undefined, undefined),
		).rejects.toBeInstanceOf(ApiTimeoutError);
	});

	test("is one for headers and body together", async () => {
		const { url } = await serve((response) => {
			setTimeout(() => {
				response.writeHead(200).write("[");
				setTimeout(() => response.end("1]"), 400);
			}, 400);
		});
		await expect(
			call(open(url), ping, undefined, undefined, { timeout: 600 }),
		).rejects.toMatchObject({ name: "ApiTimeoutError", phase: "body" });
	});

	test("does not run while nobody waits", async () => {
		const { url } = await serve(answer([1]));
		const promise = call(open(url), ping, undefined, undefined, {
			timeout: 300,
		});
		await promise.asResponse();
		await new Promise((resolve) => setTimeout(resolve, 400));
		expect(await promise).toEqual([1]);
	});

	test("ends a fetch that knows no signal", async () => {
		const client = open("http://h", { fetch: () => new Promise(() => {}) });
		await expect(
			call(client, ping, undefined, undefined, { timeout: 20 }),
		).rejects.toBeInstanceOf(ApiTimeoutError);
	});

	test("may be longer than a timer can be", async () => {
		const { url } = await serve(answer([1]));
		for (const timeout of [2 ** 40, Number.POSITIVE_INFINITY])
			expect(
				await call(open(url), ping, undefined, undefined, { timeout }),
			).toEqual([1]);
	});

	test("covers the body of a failure", async () => {
		const { url } = await serve((response) => {
			response.writeHead(500).write("{");
		});
		await expect(
			call(open(url), ping, undefined, undefined, { timeout: 100 }),
		).rejects.toMatchObject({ phase: "body", status: 500 });
	});
});

describe("the caller's signal", () => {
	test("that is aborted before the call lets nothing out", async () => {
		const { url, received } = await serve(answer({}));
		const signal = AbortSignal.abort("enough");
		let fetches = 0;
		const client = open(url, {
			fetch: (...given) => {
				fetches++;
				return fetch(...given);
			},
		});
		await expect(
			call(client, ping, undefined, undefined, { signal }),
		).rejects.toMatchObject({ name: "ApiUserAbortError", cause: "enough" });
		expect([fetches, received.length, listeners(signal)]).toEqual([0, 0, 0]);
	});

	test.each([
		["headers", silent],
		["body", stalled],
	])(
		"behaviour 16: ends the wait for the %s, after one request",
		async (_, handler) => {
			const { url, received } = await serve(handler);
			const controller = new AbortController();
			const promise = call(open(url), ping, undefined, undefined, {
				signal: controller.signal,
			});
			// Started before anything is awaited: a rejection that nobody awaits yet would be an unhandled one.
			const ended = promise.catch((error: unknown) => error);
			await vi.waitUntil(() => received.length > 0);
			setTimeout(() => controller.abort(), 50);
			const error = await ended;
			expect(error).toBeInstanceOf(ApiUserAbortError);
			expect(error).toMatchObject({
				name: "ApiUserAbortError",
				cause: controller.signal.reason,
			});
			expect(received).toHaveLength(1);
			expect(listeners(controller.signal)).toBe(0);
		},
	);

	test("closes the connection", async () => {
		const controller = new AbortController();
		let closed = false;
		const { url } = await serve((response) => {
			response.on("close", () => {
				closed = true;
			});
			controller.abort();
		});
		await call(open(url), ping, undefined, undefined, {
			signal: controller.signal,
		}).catch(() => {});
		await expect.poll(() => closed).toBe(true);
	});

	test("keeps no listener after a call, whatever its end", async () => {
		const { signal } = new AbortController();
		const { url } = await serve((response, { url }) => {
			answer({}, url === "/ping" ? 200 : 500)(response, {
				method: "GET",
				url,
				headers: {},
				body: "",
			});
		});
		const client = open(url);
		const fail: Operation = { ...ping, path: ["/fail"] };
		await Promise.allSettled([
			...Array.from({ length: 5 }, () =>
				call(client, ping, undefined, undefined, { signal }),
			),
			call(client, fail, undefined, undefined, { signal }),
			call(client, ping, undefined, undefined, { signal }).asResponse(),
			call(client, ping, undefined, undefined, { signal }).withResponse(),
			call(open("http://127.0.0.1:1"), ping, undefined, undefined, { signal }),
			call(client, { ...ping, path: ["/", "a", ""] }, undefined, undefined, {
				signal,
			}),
		]);
		expect(listeners(signal)).toBe(0);
	});

	test("may be aborted when the call is over", async () => {
		const { url } = await serve(answer([1]));
		const controller = new AbortController();
		const data = await call(open(url), ping, undefined, undefined, {
			signal: controller.signal,
		});
		controller.abort();
		expect(data).toEqual([1]);
	});
});
