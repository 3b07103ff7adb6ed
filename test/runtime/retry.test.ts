import { describe, expect, test } from "vitest";
import {
	ApiConnectionError,
	ApiTimeoutError,
	type CoreOptions,
	call,
	InternalServerError,
	type Operation,
	RateLimitError,
	type RequestOptions,
} from "../../templates/runtime/index.ts";
import { open } from "./server.ts";

/** A clock whose time passes when everybody waits for it: then the earliest timer goes off. */
function fakeClock() {
	const waits: number[] = [];
	const timers = new Set<{ at: number; callback: () => void }>();
	let now = 0;
	function pass(): void {
		const [next] = [...timers].sort((one, other) => one.at - other.at);
		if (!next) return;
		timers.delete(next);
		waits.push(next.at - now);
		now = next.at;
		next.callback();
	}
	return {
		waits,
		performance: { now: () => now },
		setTimeout(callback: () => void, milliseconds: number): unknown {
			const timer = { at: now + milliseconds, callback };
			timers.add(timer);
			setImmediate(() => setImmediate(pass));
			return timer;
		},
		clearTimeout: (timer: unknown) => {
			for (const each of timers) if (each === timer) timers.delete(each);
		},
	};
}

type Answer = Response | Error | (() => Promise<Response>);

function ok(): Response {
	return Response.json({ fine: true });
}

function failing(status: number, headers: Record<string, string> = {}) {
	return new Response("{}", {
		status,
		headers: { "content-type": "application/json", ...headers },
	});
}

/** Calls an operation that is answered with `answers` in turn, and the last of them for ever. */
async function run(
	answers: readonly Answer[],
	{
		method = "GET",
		body,
		options,
		...core
	}: CoreOptions & {
		method?: string;
		body?: unknown;
		options?: RequestOptions;
	} = {},
) {
	const sent: { headers: Headers; body: unknown }[] = [];
	const clock = fakeClock();
	const client = open("http://h", {
		timeout: 80_000,
		clock,
		random: () => 0.5,
		fetch: async (_url, init) => {
			const next = answers[Math.min(sent.length, answers.length - 1)];
			sent.push({ headers: new Headers(init?.headers), body: init?.body });
			if (next instanceof Error) throw next;
			return typeof next === "function" ? next() : copy(next ?? ok());
		},
		...core,
	});
	const operation: Operation = {
		name: "ping",
		method,
		path: ["/ping"],
		body: "whole",
	};
	const result = await call(
		client,
		operation,
		undefined,
		{ body },
		options,
	).result();
	return { result, sent, waits: clock.waits, client };
}

/** Another response like one whose body is text. */
function copy(response: Response): Response {
	const { status, headers } = response;
	return new Response(status === 200 ? '{"fine":true}' : "{}", {
		status,
		headers,
	});
}

function connection(code: string): Error {
	return new TypeError("fetch failed", {
		cause: Object.assign(new Error(code), { code }),
	});
}

describe("R01: a failure that may pass", () => {
	test.each([408, 409, 429, 500, 502, 503, 504, 520])(
		"%i is tried again",
		async (status) => {
			const { result, sent } = await run([failing(status), ok()]);
			expect(result).toEqual({ ok: true, data: { fine: true } });
			expect(sent).toHaveLength(2);
		},
	);

	test.each([400, 401, 403, 404, 410, 422, 501, 505, 511])(
		"%i is the answer",
		async (status) => {
			const { result, sent } = await run([failing(status), ok()]);
			expect(result).toMatchObject({ ok: false, error: { status } });
			expect(sent).toHaveLength(1);
		},
	);

	test("is given up after two retries, or as many as are stated", async () => {
		expect((await run([failing(503)])).sent).toHaveLength(3);
		expect((await run([failing(503)], { maxRetries: 0 })).sent).toHaveLength(1);
		const { sent, result } = await run([failing(503)], {
			maxRetries: 0,
			options: { maxRetries: 4 },
		});
		expect(sent).toHaveLength(5);
		expect(!result.ok && result.error).toBeInstanceOf(InternalServerError);
	});

	test("is what the server says it is", async () => {
		const header = (value: string) => ({ "x-should-retry": value });
		expect((await run([failing(400, header("true")), ok()])).sent).toHaveLength(
			2,
		);
		expect((await run([failing(503, header("false"))])).sent).toHaveLength(1);
	});

	test("is not tried again for ever by a client whose service is down", async () => {
		const { client, sent } = await run([failing(503)]);
		const before = sent.length;
		const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };
		for (let calls = 0; calls < 200; calls++)
			await call(client, ping, undefined, undefined).result();
		// 500 tokens at 5 a retry, 2 of which the first call took.
		expect(sent.length - before).toBe(200 + 98);
	});

	test("does not use up what successes give back", async () => {
		const answers = Array.from({ length: 1_000 }, (_, at) =>
			at % 2 === 0 ? failing(503) : ok(),
		);
		const { client, sent } = await run(answers);
		const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };
		for (let calls = 0; calls < 300; calls++)
			await call(client, ping, undefined, undefined);
		expect(sent).toHaveLength(602);
	});
});

describe("R02, R03: Retry-After is honoured to the millisecond", () => {
	const date = "Sun, 06 Nov 1994 08:49:37 GMT";
	test.each([
		["seconds", { "retry-after": "7" }, 7_000],
		["a decimal", { "retry-after": "0.1" }, 100],
		["nothing to wait for", { "retry-after": "0" }, 0],
		["milliseconds", { "retry-after-ms": "10" }, 10],
		[
			"milliseconds before seconds",
			{ "retry-after-ms": "10", "retry-after": "5" },
			10,
		],
		[
			"a date",
			{ "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT", date },
			10_000,
		],
		[
			"RFC 850",
			{ "retry-after": "Sunday, 06-Nov-94 08:49:40 GMT", date },
			3_000,
		],
		["asctime", { "retry-after": "Sun Nov  6 08:49:39 1994", date }, 2_000],
		[
			"a leap second",
			{ "retry-after": "Sun, 06 Nov 1994 08:49:60 GMT", date },
			22_000,
		],
		["the past", { "retry-after": date }, 0],
		["more than a minute", { "retry-after": "90" }, 60_000],
		["far more", { "retry-after": "999999999" }, 60_000],
	])("%s", async (_, headers, wait) => {
		const { waits, sent } = await run([failing(429, headers), ok()]);
		expect(sent).toHaveLength(2);
		expect(waits).toEqual([wait]);
	});
});

test.each(["-5", "0x10", "", "abc", "soon", "5, 10", "1e3", "Infinity"])(
	"R04: Retry-After %j falls back to the backoff",
	async (value) => {
		const { waits } = await run([failing(429, { "retry-after": value }), ok()]);
		expect(waits).toEqual([250]);
	},
);

test("R05: the backoff doubles up to its cap, with full jitter", async () => {
	const waits = async (random: number) =>
		(await run([failing(503)], { maxRetries: 6, random: () => random })).waits;
	expect(await waits(0.5)).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
	expect(await waits(0)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("R06: a wait that would outlast the call is not begun", async () => {
	const { result, waits, sent } = await run(
		[failing(503, { "retry-after": "50" })],
		{ timeout: 75_000 },
	);
	expect(result).toMatchObject({ ok: false, error: { status: 503 } });
	expect([sent.length, waits]).toEqual([2, [50_000]]);
});

test("R09: a reset before the headers is tried again where that does no harm", async () => {
	const reset = connection("ECONNRESET");
	for (const method of ["GET", "HEAD", "PUT", "DELETE"])
		expect((await run([reset, ok()], { method })).sent).toHaveLength(2);
	for (const method of ["POST", "PATCH"]) {
		const { result, sent } = await run([reset, ok()], { method });
		expect(sent).toHaveLength(1);
		expect(!result.ok && result.error).toBeInstanceOf(ApiConnectionError);
	}
});

test.each(["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"])(
	"a POST of which nothing was sent (%s) is tried again",
	async (code) => {
		const { sent } = await run([connection(code), ok()], { method: "POST" });
		expect(sent).toHaveLength(2);
	},
);

describe("R22: a POST", () => {
	test.each([409, 429, 500, 503])(
		"is not repeated after %i",
		async (status) => {
			const { sent } = await run([failing(status), ok()], { method: "POST" });
			expect(sent).toHaveLength(1);
		},
	);

	test("is repeated under its idempotency key, the same each time", async () => {
		const { sent } = await run([failing(500)], {
			method: "POST",
			options: { idempotencyKey: "k-1" },
		});
		expect(sent.map(({ headers }) => headers.get("idempotency-key"))).toEqual([
			"k-1",
			"k-1",
			"k-1",
		]);
	});
});

test("R23: a body that can be read once is sent once", async () => {
	const body = new ReadableStream({
		start(controller) {
			controller.enqueue(new TextEncoder().encode("x"));
			controller.close();
		},
	});
	const { sent } = await run([failing(503), ok()], { method: "PUT", body });
	expect(sent).toHaveLength(1);
});

test("behaviour 46: an attempt that is never answered is given up for another", async () => {
	let calls = 0;
	const client = open("http://h", {
		fetch: (_url, init) =>
			calls++ === 0
				? new Promise((_, reject) =>
						init?.signal?.addEventListener("abort", () => reject(new Error())),
					)
				: Promise.resolve(ok()),
	});
	const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };
	const options = { attemptTimeout: 10 };
	expect(await call(client, ping, undefined, undefined, options)).toEqual({
		fine: true,
	});
	expect(calls).toBe(2);
	// Behaviour 47.
	const response = await call(
		client,
		ping,
		undefined,
		undefined,
		options,
	).asResponse();
	expect(await response.text()).toBe('{"fine":true}');
	expect(calls).toBe(3);
});

test("the timeout of a POST is not followed by another attempt", async () => {
	let calls = 0;
	const client = open("http://h", {
		fetch: (_url, init) => {
			calls++;
			return new Promise((_, reject) =>
				init?.signal?.addEventListener("abort", () => reject(new Error())),
			);
		},
	});
	const operation: Operation = { name: "p", method: "POST", path: ["/p"] };
	const error: unknown = await call(client, operation, undefined, undefined, {
		attemptTimeout: 20,
	}).catch((error: unknown) => error);
	expect(error).toBeInstanceOf(ApiTimeoutError);
	expect(error).toMatchObject({ phase: "headers" });
	expect(calls).toBe(1);
});

describe("the count of retries is told to the server", () => {
	const counts = (sent: readonly { headers: Headers }[]) =>
		sent.map(({ headers }) => headers.get("x-retry-count"));
	const tooMany = failing(429, { "retry-after": "0.1" });

	test("behaviours 48, 52: from the first retry on", async () => {
		expect(counts((await run([tooMany, tooMany, ok()])).sent)).toEqual([
			null,
			"1",
			"2",
		]);
	});

	test.each([
		[
			"behaviour 49: not where the call says so",
			{ options: { headers: { "x-retry-count": null } } },
			[null, null],
		],
		[
			"behaviour 50: not where the client says so",
			{ defaultHeaders: { "x-retry-count": null } },
			[null, null],
		],
		[
			"behaviour 51: as the call says",
			{ options: { headers: { "x-retry-count": "42" } } },
			["42", "42"],
		],
	] as const)("%s", async (_, given, expected) => {
		expect(counts((await run([tooMany, ok()], given)).sent)).toEqual(expected);
	});
});

test("R08: an abort during the wait rejects at once and leaves no listener", async () => {
	const controller = new AbortController();
	const { signal } = controller;
	let listeners = 0;
	const add = signal.addEventListener.bind(signal);
	const remove = signal.removeEventListener.bind(signal);
	signal.addEventListener = (...args: Parameters<typeof add>) => {
		listeners++;
		add(...args);
	};
	signal.removeEventListener = (...args: Parameters<typeof remove>) => {
		listeners--;
		remove(...args);
	};
	const client = open("http://h", {
		fetch: async () => failing(429, { "retry-after": "50" }),
	});
	const ping: Operation = { name: "ping", method: "GET", path: ["/ping"] };
	setTimeout(() => controller.abort(new Error("enough")), 20);
	const start = Date.now();
	await expect(
		call(client, ping, undefined, undefined, { signal }),
	).rejects.toMatchObject({
		name: "ApiUserAbortError",
		cause: new Error("enough"),
	});
	expect(Date.now() - start).toBeLessThan(5_000);
	expect(listeners).toBe(0);
});

test("the error of the last attempt is the call's", async () => {
	const { result } = await run([connection("ECONNRESET"), failing(429)]);
	expect(!result.ok && result.error).toBeInstanceOf(RateLimitError);
});
