import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import {
	ApiTimeoutError,
	call,
	type Operation,
} from "../../templates/runtime/index.ts";
import { answer, type Handler, open, serve } from "./server.ts";

const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };

const silent: Handler = () => {};

function listeners(signal: AbortSignal): number {
	return getEventListeners(signal, "abort").length;
}

describe("the timeout", () => {
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
			call(open(url), ping, undefined, undefined, { timeout: 1_500 }),
		).rejects.toMatchObject({ phase: "body", status: 500 });
	});
});

describe("the caller's signal", () => {
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
});
