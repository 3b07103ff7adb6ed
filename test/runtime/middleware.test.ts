import { expect, test } from "vitest";
import {
	call,
	createCore,
	type Feature,
	type Middleware,
	type Operation,
} from "../../templates/runtime/index.ts";
import { open } from "./server.ts";

const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };

test("middleware sees each attempt on its way out and in, the first one outermost", async () => {
	const seen: string[] = [];
	const noting =
		(name: string): Middleware =>
		async (request, next) => {
			seen.push(`${name} out ${request.operation} ${request.retries}`);
			const response = await next(request);
			seen.push(`${name} in ${response.status}`);
			return response;
		};
	let calls = 0;
	const client = open("http://h", {
		middleware: [noting("a"), noting("b")],
		random: () => 0,
		fetch: async () => Response.json({}, { status: calls++ === 0 ? 503 : 200 }),
	});
	await call(client, ping, undefined, undefined);
	expect(seen).toEqual([
		"a out ping 0",
		"b out ping 0",
		"b in 503",
		"a in 503",
		"a out ping 1",
		"b out ping 1",
		"b in 200",
		"a in 200",
	]);
});

test("middleware may change the request, and answer by itself", async () => {
	const urls: string[] = [];
	const client = open("http://h", {
		middleware: [
			(request, next) =>
				request.url.endsWith("/ping")
					? next({ ...request, url: `${request.url}/pong` })
					: next(request),
			async (request, next) => {
				urls.push(request.url);
				return urls.length === 1 ? Response.json([1]) : next(request);
			},
		],
		fetch: async () => Response.json([2]),
	});
	expect(await call(client, ping, undefined, undefined)).toEqual([1]);
	expect(await call(client, ping, undefined, undefined)).toEqual([2]);
	expect(urls).toEqual(["http://h/ping/pong", "http://h/ping/pong"]);
});

test("middleware that hangs is ended by the deadline", async () => {
	const client = open("http://h", {
		middleware: [() => new Promise(() => {})],
		maxRetries: 0,
	});
	await expect(
		call(client, ping, undefined, undefined, { timeout: 20 }),
	).rejects.toMatchObject({ name: "ApiTimeoutError", phase: "headers" });
});

test("a feature sees the data of a success and may change or refuse it", async () => {
	const seen: unknown[] = [];
	const counting: Feature = () => ({
		async data({ operation, options }, data) {
			seen.push(operation.name, options.maxRetries, data);
			if (data === 2) throw new TypeError("two");
			return [data];
		},
	});
	let answers = 0;
	const options = {
		baseURL: "http://h",
		fetch: async () => Response.json(++answers),
	};
	const config = { name: "Library", schemes: [] };
	const client = createCore(config, options, [counting, counting]);
	const get = () => call(client, ping, undefined, undefined, { maxRetries: 0 });
	expect(await get()).toEqual([[1]]);
	await expect(get()).rejects.toThrow("two");
	expect(seen).toEqual(["ping", 0, 1, "ping", 0, [1], "ping", 0, 2]);
});

test("a body over the limit is not read to its end", async () => {
	let sent = 0;
	let cancelled = false;
	const client = open("http://h", {
		maxResponseBytes: 10_000,
		fetch: async () =>
			new Response(
				new ReadableStream({
					pull(controller) {
						sent += 1_000;
						controller.enqueue(new Uint8Array(1_000).fill(32));
					},
					cancel() {
						cancelled = true;
					},
				}),
				{ headers: { "content-type": "application/json" } },
			),
	});
	await expect(call(client, ping, undefined, undefined)).rejects.toMatchObject({
		name: "ApiConnectionError",
		phase: "body",
		cause: new RangeError("more than 10000 bytes"),
	});
	expect(cancelled).toBe(true);
	expect(sent).toBeLessThan(20_000);
});

test("a body within the limit is read whole, over the borders of its pieces", async () => {
	const bytes = new TextEncoder().encode('"é€😀"');
	const client = open("http://h", {
		maxResponseBytes: bytes.length,
		fetch: async () =>
			new Response(
				new ReadableStream({
					start(controller) {
						for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
						controller.close();
					},
				}),
				{ headers: { "content-type": "application/json" } },
			),
	});
	expect(await call(client, ping, undefined, undefined)).toBe("é€😀");
});
