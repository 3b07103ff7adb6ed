import { expect, test, vi } from "vitest";
import { ok, params, rejection, scripted, tunnelsOf } from "./client.ts";
import { soak } from "./soak.ts";

test("R24 calls that fail leave no socket, no listener and no memory", async () => {
	const left = await soak(100, 500);
	// In each of the ways that errors have names for.
	expect(Object.keys(left.errors).sort()).toEqual(
		expect.arrayContaining([
			"ApiConnectionError",
			"ApiDecodeError",
			"ApiError",
			"ApiTimeoutError",
			"InternalServerError",
			"RateLimitError",
		]),
	);
	expect(left).toMatchObject({
		calls: 600,
		successes: 0,
		unhandled: 0,
		warnings: 0,
		sockets: 0,
		listeners: 0,
		mostListeners: 0,
	});
	// Ten kilobytes a call: what stays of a call that something holds on to is more.
	expect(left.growth).toBeLessThan(4_500_000);
}, 120_000);

test("R24 an answer that comes after its call has ended is let go", async () => {
	const cancel = vi.fn();
	const controller = new AbortController();
	const { promise: late, resolve: answer } = withResolver<Response>();
	const tunnels = tunnelsOf("http://h", {
		// It does not look at its signal.
		fetch: () => {
			controller.abort();
			return late;
		},
	});
	const { signal } = controller;
	const error = await rejection(tunnels.list(params, { signal }));
	expect(error).toMatchObject({ name: "ApiUserAbortError" });
	answer(new Response(new ReadableStream({ cancel })));
	await vi.waitUntil(() => cancel.mock.calls.length > 0);
	expect(cancel).toHaveBeenCalledOnce();
});

/** A promise and what settles it. */
function withResolver<T>() {
	let resolve: (value: T) => void = () => {};
	const promise = new Promise<T>((settle) => {
		resolve = settle;
	});
	return { promise, resolve };
}

test("R24 an answer that is followed by another attempt is let go", async () => {
	let cancelled = 0;
	const busy = async () =>
		new Response(
			new ReadableStream({
				cancel() {
					cancelled++;
				},
			}),
			{ status: 503 },
		);
	const { tunnels } = scripted([busy, busy, ok()]);
	expect(await tunnels.list(params)).toEqual({});
	expect(cancelled).toBe(2);
});
