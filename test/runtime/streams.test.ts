import { getEventListeners } from "node:events";
import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import {
	ApiConnectionError,
	ApiDecodeError,
	ApiError,
	type ApiStream,
	ApiTimeoutError,
	ApiUserAbortError,
	type CoreOptions,
	call,
	type Operation,
	type RequestOptions,
	readEvents,
	readLines,
	readTextEvents,
} from "../../templates/runtime/index.ts";
import { answer, type Handler, open, serve } from "./server.ts";

const watch: Operation = {
	name: "books.watch",
	method: "GET",
	path: ["/books/watch"],
	accept: "text/event-stream",
	read: readEvents,
};
const lines: Operation = { ...watch, read: readLines };
const events = { "content-type": "text/event-stream" };

/** Sends pieces of a body, each in a write of its own, and leaves the response open unless it is told to end. */
function pieces(
	list: readonly (string | Uint8Array)[],
	{ headers = events as Record<string, string>, end = true } = {},
): Handler {
	return async (response) => {
		response.writeHead(200, headers);
		for (const piece of list) {
			response.write(piece);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		if (end) response.end();
	};
}

interface Given extends RequestOptions {
	readonly client?: CoreOptions;
}

async function start(
	handler: Handler,
	operation: Operation = watch,
	{ client, ...options }: Given = {},
) {
	const closed = vi.fn();
	const { url, received } = await serve((response, request) => {
		response.on("close", () => closed(response.writableFinished));
		return handler(response, request);
	});
	const promise = call<ApiStream<unknown>>(
		open(url, client),
		operation,
		undefined,
		undefined,
		options,
	);
	return { promise, closed, received };
}

async function collect(
	handler: Handler,
	operation?: Operation,
	given?: Given,
): Promise<unknown[]> {
	const { promise } = await start(handler, operation, given);
	const items: unknown[] = [];
	for await (const item of await promise) items.push(item);
	return items;
}

async function failure(work: Promise<unknown>): Promise<ApiError> {
	const error: unknown = await work.catch((error: unknown) => error);
	if (error instanceof ApiError) return error;
	throw new Error(`no ApiError: ${inspect(error)}`);
}

function listeners(signal: AbortSignal): number {
	return getEventListeners(signal, "abort").length;
}

describe("a stream of events", () => {
	test("gives the data of each, as it comes", async () => {
		let response: ServerResponse | undefined;
		const { promise, received } = await start((given) => {
			response = given;
			given.writeHead(200, events).write('event: new\ndata: {"id":1}\n\n');
		});
		const stream = await promise;
		const seen: unknown[] = [];
		for await (const item of stream) {
			seen.push([stream.event, item]);
			// The second one is only sent when the first one is here.
			if (seen.length === 1) response?.end('data: {"id":\ndata: 2}\n\n');
		}
		expect(seen).toEqual([
			["new", { id: 1 }],
			[undefined, { id: 2 }],
		]);
		expect(received[0]?.headers.accept).toBe("text/event-stream");
	});

	test("is decoded across pieces, a mark of the byte order left out", async () => {
		const body = new TextEncoder().encode('\ufeffdata: "ä😀"\n\n');
		const cuts = [...body].map((_, index) => body.slice(index, index + 1));
		expect(await collect(pieces(cuts))).toEqual(["ä😀"]);
	});

	test("ends with [DONE], whatever follows", async () => {
		const { promise, closed } = await start(
			pieces(["data: 1\n\ndata: [DONE]\n\ndata: 2\n\n"], { end: false }),
		);
		const items: unknown[] = [];
		for await (const item of await promise) items.push(item);
		expect(items).toEqual([1]);
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
	});

	test("gives text where the docs show no JSON", async () => {
		const text: Operation = { ...watch, read: readTextEvents };
		expect(await collect(pieces(["data: tick\ndata: {\n\n"]), text)).toEqual([
			"tick\n{",
		]);
	});

	test("is its data alone where the docs wrap it", async () => {
		const wrapped: Operation = {
			...watch,
			envelope: { data: "result", success: "success" },
		};
		expect(
			await collect(
				pieces(['data: {"success":true,"result":[1]}\n\n']),
				wrapped,
			),
		).toEqual([[1]]);
	});

	test("has nothing in it when there is no body", async () => {
		expect(
			await collect((response) => {
				response.writeHead(204).end();
			}),
		).toEqual([]);
	});

	test("of a server that was asked not to stream has one item", async () => {
		expect(await collect(answer({ id: 1 }))).toEqual([{ id: 1 }]);
	});

	test("can be read once", async () => {
		const { promise } = await start(pieces(["data: 1\n\n"]));
		const stream = await promise;
		expect(await promise).toBe(stream);
		for await (const item of stream) expect(item).toBe(1);
		expect(() => stream[Symbol.asyncIterator]()).toThrow(TypeError);
	});

	test("is there as a response, too, unread", async () => {
		const { promise } = await start(pieces(["data: 1\n\n", "data: 2\n\n"]));
		const response = await promise.asResponse();
		expect(response.bodyUsed).toBe(false);
		expect(await response.text()).toBe("data: 1\n\ndata: 2\n\n");
	});
});

describe("a stream of lines", () => {
	test.each([
		"application/x-ndjson",
		"application/jsonl; charset=utf-8",
		"application/json",
		"text/plain",
	])("of type %s gives the value of each", async (type) => {
		expect(
			await collect(
				pieces(['{"id":', '1}\n{"id":2}\r\n\n', '"end"'], {
					headers: { "content-type": type },
				}),
				lines,
			),
		).toEqual([{ id: 1 }, { id: 2 }, "end"]);
	});

	test("of one indented value has one item", async () => {
		expect(
			await collect((response) => {
				response.writeHead(200, { "content-type": "application/json" });
				response.end(JSON.stringify({ a: { b: [1] } }, null, 2));
			}, lines),
		).toEqual([{ a: { b: [1] } }]);
	});
});

describe("whatever ends the loop lets go of the connection", () => {
	const endless = pieces(["data: 1\n\ndata: 2\n\n"], { end: false });

	test.each(["break", "throw", "return"])("%s", async (way) => {
		const { signal } = new AbortController();
		const { promise, closed } = await start(endless, watch, { signal });
		const leave = async () => {
			for await (const item of await promise) {
				expect(item).toBe(1);
				if (way === "break") break;
				if (way === "throw") throw new Error("mine");
				return;
			}
		};
		const left = leave();
		if (way === "throw") await expect(left).rejects.toThrow("mine");
		else await left;
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
		expect(listeners(signal)).toBe(0);
	});

	test("an aborted controller of the stream, without an error", async () => {
		const { promise, closed } = await start(endless);
		const stream = await promise;
		const items: unknown[] = [];
		for await (const item of stream) {
			items.push(item);
			setTimeout(() => stream.controller.abort(), items.length * 10);
		}
		expect(items).toEqual([1, 2]);
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
	});

	test("an aborted controller before anything is read", async () => {
		const { promise, closed } = await start(endless);
		const stream = await promise;
		stream.controller.abort();
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
		for await (const item of stream) throw new Error(`read ${item}`);
	});

	test("an aborted signal, while a piece is waited for", async () => {
		const controller = new AbortController();
		const { promise, closed } = await start(endless, watch, {
			signal: controller.signal,
		});
		const items: unknown[] = [];
		const read = async () => {
			for await (const item of await promise) {
				items.push(item);
				if (items.length === 2)
					setTimeout(() => controller.abort("enough"), 20);
			}
		};
		const error = await failure(read());
		expect(error).toBeInstanceOf(ApiUserAbortError);
		expect(error.cause).toBe("enough");
		expect(error.message).toContain("in phase stream");
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
		expect(listeners(controller.signal)).toBe(0);
	});

	test("an aborted signal, while an item is being used: no other comes", async () => {
		const controller = new AbortController();
		const { promise, closed } = await start(endless, watch, {
			signal: controller.signal,
		});
		const items: unknown[] = [];
		const read = async () => {
			for await (const item of await promise) {
				items.push(item);
				controller.abort();
			}
		};
		expect(await failure(read())).toBeInstanceOf(ApiUserAbortError);
		expect(items).toEqual([1]);
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
		expect(listeners(controller.signal)).toBe(0);
	});
});

describe("the timeout of a stream", () => {
	test("covers the wait for the headers", async () => {
		const { promise } = await start(() => {}, watch, { timeout: 60 });
		const error = await failure(promise);
		expect(error).toBeInstanceOf(ApiTimeoutError);
		expect(error).toMatchObject({ phase: "headers" });
	});

	test("is anew for each piece, however long the whole takes", async () => {
		const { promise } = await start(
			async (response) => {
				response.writeHead(200, events);
				for (let index = 0; index < 6; index++) {
					response.write(`data: ${index}\n\n`);
					await new Promise((resolve) => setTimeout(resolve, 150));
				}
				response.end();
			},
			watch,
			{ timeout: 500, attemptTimeout: 400 },
		);
		const items: unknown[] = [];
		for await (const item of await promise) items.push(item);
		expect(items).toEqual([0, 1, 2, 3, 4, 5]);
	});

	test("ends a silence, and the connection with it", async () => {
		const { signal } = new AbortController();
		const { promise, closed } = await start(
			pieces(["data: 1\n\n"], { end: false }),
			watch,
			{ timeout: 100, signal },
		);
		const items: unknown[] = [];
		const read = async () => {
			for await (const item of await promise) items.push(item);
		};
		const error = await failure(read());
		expect(error).toBeInstanceOf(ApiTimeoutError);
		expect(error).toMatchObject({ phase: "stream", status: 200 });
		expect(error.message).toContain("timed out after 100 ms");
		expect(items).toEqual([1]);
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
		expect(listeners(signal)).toBe(0);
	});

	test("does not run while an item is being used", async () => {
		const { promise } = await start(
			pieces(["data: 1\n\n", "data: 2\n\n"]),
			watch,
			{ timeout: 200 },
		);
		const items: unknown[] = [];
		for await (const item of await promise) {
			items.push(item);
			await new Promise((resolve) => setTimeout(resolve, 300));
		}
		expect(items).toEqual([1, 2]);
	});

	test("leaves no timer behind", async () => {
		const timers = new Set<unknown>();
		const { performance } = globalThis;
		const clock = {
			performance,
			setTimeout(work: () => void, milliseconds: number) {
				const timer = setTimeout(work, milliseconds);
				timers.add(timer);
				return timer;
			},
			clearTimeout(timer: unknown) {
				timers.delete(timer);
				clearTimeout(timer as NodeJS.Timeout);
			},
		};
		const { promise } = await start(
			pieces(["data: 1\n\n", "data: 2\n\n"], { end: false }),
			watch,
			{ client: { clock } },
		);
		for await (const item of await promise) {
			expect(timers.size).toBe(0);
			if (item === 2) break;
		}
		expect(timers.size).toBe(0);
	});
});

describe("a stream that goes wrong", () => {
	test("rejects before it begins where the status is no success", async () => {
		const { promise, received } = await start(
			answer({ message: "Not here" }, 404),
		);
		expect(await failure(promise)).toMatchObject({
			name: "NotFoundError",
			body: { message: "Not here" },
		});
		expect(received).toHaveLength(1);
	});

	test.each([
		["events", watch],
		["lines", lines],
	])("is refused where %s were to come and a page does", async (_, which) => {
		const { promise } = await start((response) => {
			response.writeHead(200, { "content-type": "text/html" }).end("<html>");
		}, which);
		const error = await failure(promise);
		expect(error).toBeInstanceOf(ApiDecodeError);
		expect(error).toMatchObject({ status: 200, body: "<html>" });
		expect(error.message).toContain("text/html");
	});

	test("tells the line that is no JSON, without its secrets", async () => {
		const items: unknown[] = [];
		const { promise, closed } = await start(
			pieces(['data: 1\n\n: hi\ndata: {"psk": "hunter2", "a\n\ndata: 2\n\n'], {
				end: false,
			}),
		);
		const read = async () => {
			for await (const item of await promise) items.push(item);
		};
		const error = await failure(read());
		expect(items).toEqual([1]);
		expect(error).toBeInstanceOf(ApiDecodeError);
		expect(error.message).toContain("line 4 of the stream");
		expect(error.body).toContain("psk");
		expect(inspect(error) + error.body).not.toContain("hunter2");
		expect(error).not.toHaveProperty("cause");
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
	});

	test("tells so of the last line that was cut off", async () => {
		const error = await failure(
			collect(
				pieces(['{"a":1}\n{"a":'], {
					headers: { "content-type": "application/x-ndjson" },
				}),
				lines,
			),
		);
		expect(error.message).toContain("line 2 of the stream");
	});

	test("is an error of the connection when that breaks", async () => {
		const items: unknown[] = [];
		const { promise } = await start(async (response) => {
			response.writeHead(200, events).write("data: 1\n\ndata: 2");
			setTimeout(() => response.destroy(), 20);
		});
		const read = async () => {
			for await (const item of await promise) items.push(item);
		};
		const error = await failure(read());
		expect(error).toBeInstanceOf(ApiConnectionError);
		expect(error).toMatchObject({ phase: "stream", status: 200 });
		expect(items).toEqual([1]);
	});

	test.each([
		["that the envelope says failed", "", { success: false }],
		["called error", "event: error\n", {}],
	])("rejects at an item %s", async (_, name, more) => {
		const body = { ...more, errors: [{ code: 7, message: "Out of ink" }] };
		const { promise } = await start(
			pieces([`data: 1\n\n${name}data: ${JSON.stringify(body)}\n\n`]),
			{ ...watch, envelope: { success: "success", errors: "errors" } },
		);
		const items: unknown[] = [];
		const read = async () => {
			for await (const item of await promise) items.push(item);
		};
		const error = await failure(read());
		expect(items).toEqual([1]);
		expect(error.name).toBe("ApiError");
		expect(error.message).toMatch(/answered 200: \[7\] Out of ink$/);
		expect(error).toMatchObject({ status: 200, errors: body.errors, body });
	});

	test("has items of limited size, and no limit for all of them", async () => {
		const client = { maxResponseBytes: 100 };
		const small = `data: "${"x".repeat(80)}"\n\n`;
		expect(
			await collect(pieces([small, small, small]), watch, { client }),
		).toHaveLength(3);
		const big = `data: "${"x".repeat(120)}`;
		const { promise, closed } = await start(
			pieces([small, big], { end: false }),
			watch,
			{ client },
		);
		const items: unknown[] = [];
		const read = async () => {
			for await (const item of await promise) items.push(item);
		};
		const error = await failure(read());
		expect(items).toHaveLength(1);
		expect(error).toBeInstanceOf(ApiConnectionError);
		expect(error.cause).toEqual(new RangeError("more than 100 bytes"));
		await expect.poll(() => closed.mock.calls).toEqual([[false]]);
	});
});
