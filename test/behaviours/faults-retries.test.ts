import { describe, expect, test, vi } from "vitest";
import type {
	ClientOptions,
	RequestOptions,
} from "../../generated/src/index.ts";
import {
	type Answer,
	connection,
	failing,
	ok,
	params,
	scripted,
} from "./client.ts";

type Method = "GET" | "PUT" | "DELETE" | "POST";

/** Calls an operation of this method once, and gives its outcome, the attempts and the waits between them. */
async function run(
	answers: readonly Answer[],
	options?: ClientOptions,
	method: Method = "GET",
	ofCall?: RequestOptions,
) {
	const { tunnels, sent, waits } = scripted(answers, options);
	const calls = {
		GET: () => tunnels.get("t1", params, ofCall),
		PUT: () => tunnels.bulkUpdate({ ...params, body: {} }, ofCall),
		DELETE: () => tunnels.delete("t1", params, ofCall),
		POST: () => tunnels.pskGenerate("t1", { ...params, body: {} }, ofCall),
	};
	const result = await calls[method]().result();
	return { result, sent, waits };
}

describe("R01 a failure that may pass", () => {
	test.each([408, 409, 429, 500, 502, 503, 504, 520])(
		"%i is retried",
		async (status) => {
			const { result, sent } = await run([failing(status), ok()]);
			expect(result).toEqual({ ok: true, data: {} });
			expect(sent).toHaveLength(2);
		},
	);

	test.each([400, 401, 403, 404, 410, 422, 501, 505, 511])(
		"%i will not pass",
		async (status) => {
			const { result, sent } = await run([failing(status), ok()]);
			expect(result).toMatchObject({ ok: false, error: { status } });
			expect(sent).toHaveLength(1);
		},
	);

	test.each([
		[503, "false", 1],
		[404, "true", 2],
		// Of a call that was done, nobody wants another.
		[200, "true", 1],
	])("%i passes or not as the server says: %s", async (status, said, count) => {
		const answers = [failing(status, { "x-should-retry": said }), ok()];
		expect((await run(answers)).sent).toHaveLength(count);
	});

	test("is retried as often as the limit says", async () => {
		const { result, sent } = await run([failing(503)]);
		expect(result).toMatchObject({
			ok: false,
			error: { name: "InternalServerError", status: 503 },
		});
		expect(sent).toHaveLength(3);
		const one = await run([failing(503)], {}, "GET", { maxRetries: 1 });
		expect(one.sent).toHaveLength(2);
	});

	test("is retried no more once the client's budget is spent", async () => {
		const { tunnels, sent } = scripted([failing(503)]);
		for (let calls = 0; calls < 100; calls++)
			await tunnels.list(params).result();
		// 500 tokens pay for 100 retries, 5 each.
		expect(sent).toHaveLength(100 + 100);
	});

	test("leaves the budget as it was when the retry succeeds", async () => {
		const answers = Array.from({ length: 600 }, (_, at) =>
			at % 2 === 0 ? failing(503) : ok(),
		);
		const { tunnels, sent } = scripted(answers);
		for (let calls = 0; calls < 300; calls++) await tunnels.list(params);
		expect(sent).toHaveLength(600);
	});
});

describe("R02 Retry-After is honoured to the millisecond", () => {
	test.each([
		["seconds", { "retry-after": "7" }, 7_000],
		["a decimal", { "retry-after": "0.125" }, 125],
		["nothing to wait for", { "retry-after": "0" }, 0],
		[
			"milliseconds before seconds",
			{ "retry-after-ms": "10", "retry-after": "5" },
			10,
		],
	])("%s", async (_, headers, wait) => {
		const { waits, sent } = await run([failing(429, headers), ok()]);
		expect(sent).toHaveLength(2);
		expect(waits).toEqual([wait]);
	});
});

describe("R03 Retry-After is a date, by the server's own clock", () => {
	const date = "Sun, 06 Nov 1994 08:49:37 GMT";
	test.each([
		["as usual", "Sun, 06 Nov 1994 08:49:47 GMT", 10_000],
		["of RFC 850", "Sunday, 06-Nov-94 08:49:40 GMT", 3_000],
		["of asctime", "Sun Nov  6 08:49:39 1994", 2_000],
		["in a leap second", "Sun, 06 Nov 1994 08:49:60 GMT", 22_000],
		["that is now", date, 0],
		["of the past", "Sun, 06 Nov 1994 08:49:36 GMT", 0],
		["far away", "Sun, 06 Nov 1994 10:00:00 GMT", 60_000],
	])("%s", async (_, after, wait) => {
		const answers = [failing(503, { "retry-after": after, date }), ok()];
		expect((await run(answers)).waits).toEqual([wait]);
	});

	test("without one the client's clock is the measure", async () => {
		vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(date) });
		const after = "Sun, 06 Nov 1994 08:49:42 GMT";
		const answers = [failing(503, { "retry-after": after }), ok()];
		const { waits } = await run(answers).finally(() => vi.useRealTimers());
		expect(waits).toEqual([5_000]);
	});
});

describe("R04 Retry-After", () => {
	test.each(["-5", "0x10", "", "abc", "soon", "5, 10", "1e3", "Infinity"])(
		"%j makes no sense, and the backoff is used",
		async (value) => {
			const answers = [failing(429, { "retry-after": value }), ok()];
			expect((await run(answers)).waits).toEqual([250]);
		},
	);

	test.each(["90", "999999999", "1".repeat(400)])(
		"%s is cut to a minute",
		async (value) => {
			const answers = [failing(429, { "retry-after": value }), ok()];
			expect((await run(answers)).waits).toEqual([60_000]);
		},
	);
});

test("R05 the backoff doubles up to its cap, with full jitter", async () => {
	const waits = async (random: number) =>
		(await run([failing(503)], { maxRetries: 6, random: () => random })).waits;
	expect(await waits(0.5)).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
	expect(await waits(0)).toEqual([0, 0, 0, 0, 0, 0]);
});

describe("R06 one deadline holds over attempts, waits and body", () => {
	test("a wait that would outlast the call is not begun", async () => {
		const { result, waits, sent } = await run(
			[failing(503, { "retry-after": "50" })],
			{ timeout: 75_000 },
		);
		expect(result).toMatchObject({ ok: false, error: { status: 503 } });
		expect([sent.length, waits]).toEqual([2, [50_000]]);
	});

	test("the last attempt has what is left", async () => {
		const never = () => new Promise<Response>(() => {});
		const { result, waits, sent } = await run(
			[failing(503, { "retry-after": "50" }), never],
			{ timeout: 75_000 },
		);
		expect(result).toMatchObject({
			ok: false,
			error: { name: "ApiTimeoutError", phase: "headers" },
		});
		expect([sent.length, waits]).toEqual([2, [50_000, 25_000]]);
	});

	test("and so has the body", async () => {
		const stalled = async () => new Response(new ReadableStream());
		const { result, waits } = await run(
			[failing(503, { "retry-after": "50" }), stalled],
			{ timeout: 75_000 },
		);
		expect(result).toMatchObject({
			ok: false,
			error: { name: "ApiTimeoutError", phase: "body", status: 200 },
		});
		expect(waits).toEqual([50_000, 25_000]);
	});
});

describe("R09 a reset before the headers", () => {
	const reset = connection("ECONNRESET");

	test.each(["GET", "PUT", "DELETE"] as const)(
		"is retried for %s",
		async (method) => {
			const { result, sent } = await run([reset, ok()], {}, method);
			expect(result).toMatchObject({ ok: true });
			expect(sent).toHaveLength(2);
		},
	);

	test("is not retried for POST without an idempotency key", async () => {
		const { result, sent } = await run([reset, ok()], {}, "POST");
		expect(result).toMatchObject({ error: { name: "ApiConnectionError" } });
		expect(sent).toHaveLength(1);
		const options = { idempotencyKey: "k-1" };
		const keyed = await run([reset, ok()], {}, "POST", options);
		expect(keyed.sent).toHaveLength(2);
	});

	test.each(["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"])(
		"is retried for POST where nothing was sent: %s",
		async (code) => {
			const { sent } = await run([connection(code), ok()], {}, "POST");
			expect(sent).toHaveLength(2);
		},
	);
});

describe("R22 a POST", () => {
	test.each([408, 409, 429, 500, 503])(
		"is not repeated after %i",
		async (status) => {
			expect((await run([failing(status)], {}, "POST")).sent).toHaveLength(1);
		},
	);

	test("is not repeated after a timeout", async () => {
		const never = () => new Promise<Response>(() => {});
		const options = { attemptTimeout: 20 };
		const { result, sent } = await run([never], {}, "POST", options);
		expect(result).toMatchObject({
			error: { name: "ApiTimeoutError", phase: "headers" },
		});
		expect(sent).toHaveLength(1);
	});

	test("is repeated under its idempotency key, the same each time", async () => {
		const options = { idempotencyKey: "k-1" };
		const { sent } = await run([failing(500)], {}, "POST", options);
		expect(sent.map(({ headers }) => headers.get("idempotency-key"))).toEqual([
			"k-1",
			"k-1",
			"k-1",
		]);
	});
});

test("R26 a clock that is set forward or back changes no wait and no deadline", async () => {
	for (const jump of [86_400_000, -86_400_000]) {
		vi.useFakeTimers({ toFake: ["Date"] });
		const jumping = async () => {
			vi.setSystemTime(Date.now() + jump);
			return failing(503, { "retry-after": "20" });
		};
		const { result, waits } = await run([jumping, jumping, ok()]).finally(() =>
			vi.useRealTimers(),
		);
		expect(result).toEqual({ ok: true, data: {} });
		expect(waits).toEqual([20_000, 20_000]);
	}
});
