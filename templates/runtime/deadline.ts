import {
	ApiConfigError,
	ApiTimeoutError,
	ApiUserAbortError,
} from "./errors.js";
import type { Exchange, Phase } from "./exchange.js";
import type { Clock } from "./options.js";

/**
 * Waits for `work` within the time that a call has left; its signal is aborted when the call ends early. Each wait for
 * headers starts an attempt with a signal of its own, which its body shares. Each wait for a piece of a stream has the whole
 * time anew.
 */
export type Deadline = <R>(
	phase: Phase,
	work: (signal: AbortSignal) => Promise<R>,
) => Promise<R>;

/**
 * Starts the time of one call, `exchange.left`. Time in which nobody waits does not count; then no timer runs and no
 * listener stays on the caller's signal.
 */
export function createDeadline(
	exchange: Exchange,
	attemptTimeout: number | undefined,
	signal: AbortSignal | null | undefined,
	// Detached: a browser's timers refuse to be methods of another object.
	{ performance, setTimeout, clearTimeout }: Clock,
): Deadline {
	const timeout = exchange.left;
	const attempt = attemptTimeout ?? timeout;
	if (!(timeout > 0 && attempt > 0))
		throw new ApiConfigError("a timeout is not a positive number");
	let attemptLeft = attempt;
	let controller = new AbortController();

	return (phase, work) => {
		exchange.phase = phase;
		if (phase === "headers") {
			attemptLeft = attempt;
			controller = new AbortController();
		}
		if (phase === "stream") exchange.left = attemptLeft = timeout;
		const { left } = exchange;
		const limit = phase === "retry" ? left : Math.min(left, attemptLeft);
		const start = performance.now();
		return new Promise((resolve, reject) => {
			function end(): void {
				clearTimeout(timer);
				signal?.removeEventListener("abort", abort);
				const spent = performance.now() - start;
				exchange.left -= spent;
				attemptLeft -= spent;
			}
			function stop(error: unknown): void {
				end();
				// Ours first: what waits for the signal would reject with a less telling error.
				reject(error);
				controller.abort(error);
			}
			function abort(): void {
				stop(
					new ApiUserAbortError(`aborted in phase ${phase}`, exchange, {
						cause: signal?.reason,
					}),
				);
			}
			const timer = setTimeout(
				() =>
					stop(
						new ApiTimeoutError(
							`timed out after ${limit < left ? attempt : timeout} ms`,
							exchange,
						),
					),
				// A timer that is set for longer fires at once.
				Math.min(limit, 2 ** 31 - 1),
			);
			if (signal?.aborted) return abort();
			signal?.addEventListener("abort", abort);
			work(controller.signal).then((value) => {
				end();
				resolve(value);
			}, stop);
		});
	};
}
