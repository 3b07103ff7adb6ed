import { getEventListeners } from "node:events";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
	ApiConnectionError,
	ApiTimeoutError,
	type Clock,
} from "../../generated/src/index.ts";
import { type Handler, serve } from "../runtime/server.ts";
import {
	type Answer,
	failing,
	nowhere,
	ok,
	params,
	rejection,
	scripted,
	tunnelsOf,
} from "./client.ts";

const silent: Handler = () => {};

const stalled: Handler = (response) => {
	response.writeHead(200, { "content-type": "application/json" });
	response.write('{"success":');
};

/** A clock that stands still until the test says that the latest timer is over. */
function standingClock() {
	const timers: (() => void)[] = [];
	const clock: Clock = {
		performance: { now: () => 0 },
		setTimeout: (callback) => timers.push(callback),
		clearTimeout: () => {},
	};
	return { clock, timers };
}

describe("R07 a stall is a typed error that names the phase", () => {
	test("connect", async () => {
		const error = await rejection(
			tunnelsOf(await nowhere(), { maxRetries: 0 }).list(params),
		);
		expect(error).toBeInstanceOf(ApiConnectionError);
		expect(error).toMatchObject({ phase: "connect", status: undefined });
	});

	test.each([
		["headers", silent, 1, undefined],
		["body", stalled, 2, 200],
	] as const)("%s", async (phase, handler, waits, status) => {
		const { url, received } = await serve(handler);
		const { clock, timers } = standingClock();
		const promise = tunnelsOf(url, { clock, maxRetries: 0 }).list(params);
		const ended = rejection(promise);
		await vi.waitUntil(() => timers.length === waits && received.length === 1);
		timers.at(-1)?.();
		const error = await ended;
		expect(error).toBeInstanceOf(ApiTimeoutError);
		expect(error).toBeInstanceOf(ApiConnectionError);
		expect(error).toMatchObject({ name: "ApiTimeoutError", phase, status });
		expect((error as Error).message).toMatch(
			new RegExp(`timed out after 60000 ms in phase ${phase}$`),
		);
	});

	test("by the timeout of the call, or of one attempt", async () => {
		const { url } = await serve(silent);
		const tunnels = tunnelsOf(url, { timeout: 40 });
		expect(await rejection(tunnels.list(params))).toMatchObject({
			message: expect.stringContaining("timed out after 40 ms"),
		});
		const options = { timeout: 9_000, attemptTimeout: 30, maxRetries: 0 };
		expect(await rejection(tunnels.list(params, options))).toMatchObject({
			message: expect.stringContaining("timed out after 30 ms"),
		});
	});

	test.each([0, -1, Number.NaN])("a timeout of %d is none", async (timeout) => {
		const { tunnels, sent } = scripted(undefined, { timeout });
		expect(await rejection(tunnels.list(params))).toMatchObject({
			name: "ApiConfigError",
		});
		expect(sent).toEqual([]);
	});
});

describe("R08 an abort rejects at once and for good", () => {
	const reason = new Error("enough");
	const aborted = { name: "ApiUserAbortError", cause: reason };

	/** Aborts a call once it got somewhere; how often it asked, and how it ended. */
	async function abort(
		answers: readonly Answer[],
		ready: (fetches: number) => boolean,
	) {
		const controller = new AbortController();
		const { signal } = controller;
		let fetches = 0;
		const tunnels = tunnelsOf("http://h", {
			fetch: async (_, init = {}) => {
				const given = answers[fetches++] ?? ok();
				if (given instanceof Error) throw given;
				return typeof given === "function" ? given(init) : given;
			},
		});
		const ended = rejection(tunnels.list(params, { signal }));
		await vi.waitUntil(() => ready(fetches));
		controller.abort(reason);
		const error = await ended;
		return { error, fetches, listeners: listeners(signal) };
	}

	function listeners(signal: AbortSignal): number {
		return getEventListeners(signal, "abort").length;
	}

	test("before the call", async () => {
		const signal = AbortSignal.abort(reason);
		const { tunnels, sent } = scripted();
		const error = await rejection(tunnels.list(params, { signal }));
		expect(error).toMatchObject(aborted);
		expect([sent.length, listeners(signal)]).toEqual([0, 0]);
	});

	test("while the request is on its way", async () => {
		const never = () => new Promise<Response>(() => {});
		const outcome = await abort([never], (fetches) => fetches === 1);
		expect(outcome).toMatchObject({ fetches: 1, listeners: 0 });
		expect(outcome.error).toMatchObject(aborted);
	});

	test("during the wait for the next attempt", async () => {
		let passed = 0;
		const answers = [failing(429, { "retry-after": "50" })];
		const outcome = await abort(answers, (fetches) => {
			// The wait begins a moment after the answer.
			if (fetches === 1) passed++;
			return passed === 3;
		});
		expect(outcome).toMatchObject({ fetches: 1, listeners: 0 });
		expect(outcome.error).toMatchObject(aborted);
		expect((outcome.error as Error).message).toContain("in phase retry");
	});

	test("in the middle of the body", async () => {
		let reading = false;
		const body = new ReadableStream(
			{
				pull() {
					reading = true;
				},
			},
			{ highWaterMark: 0 },
		);
		const stall = async () => new Response(body);
		const outcome = await abort([stall], () => reading);
		expect(outcome).toMatchObject({ fetches: 1, listeners: 0 });
		expect(outcome.error).toMatchObject(aborted);
		expect((outcome.error as Error).message).toContain("in phase body");
	});

	test("of many calls at once, with one listener for all and no warning", async () => {
		const warnings: unknown[] = [];
		const warn = (warning: unknown) => warnings.push(warning);
		process.on("warning", warn);
		onTestFinished(() => {
			process.off("warning", warn);
		});
		const controller = new AbortController();
		const { signal } = controller;
		let fetches = 0;
		const tunnels = tunnelsOf("http://h", {
			fetch: async () => (fetches++ ? new Promise<Response>(() => {}) : ok()),
		});
		await tunnels.list(params, { signal });
		const ended = Array.from({ length: 20 }, () =>
			rejection(tunnels.list(params, { signal })),
		);
		await vi.waitUntil(() => fetches === 21);
		expect(listeners(signal)).toBe(1);
		controller.abort(reason);
		for (const error of await Promise.all(ended))
			expect(error).toMatchObject(aborted);
		expect(listeners(signal)).toBe(0);
		// Node tells of a warning in a later turn.
		await new Promise((resolve) => setImmediate(resolve));
		expect(warnings).toEqual([]);
	});

	test("and closes the connection", async () => {
		let closed = false;
		const controller = new AbortController();
		const { url } = await serve((response) => {
			response.on("close", () => {
				closed = true;
			});
			controller.abort();
		});
		const { signal } = controller;
		await rejection(tunnelsOf(url).list(params, { signal }));
		await expect.poll(() => closed).toBe(true);
	});

	test("but changes nothing after the end", async () => {
		const controller = new AbortController();
		const { signal } = controller;
		const { tunnels } = scripted();
		const promise = tunnels.list(params, { signal });
		const data = await promise;
		expect(listeners(signal)).toBe(0);
		controller.abort(reason);
		expect(await promise).toBe(data);
	});
});
