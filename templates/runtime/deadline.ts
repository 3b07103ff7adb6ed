import {
	ApiConfigError,
	ApiTimeoutError,
	ApiUserAbortError,
} from "./errors.js";
import type { Exchange, Phase } from "./exchange.js";
import { listen, unlisten } from "./listen.js";

/** What ends waits before their time is over: the time of a call, that of an attempt, the caller's signal. */
export interface Deadline {
	/**
	 * Waits for `work`; its signal is aborted when the wait ends early. It is that of an attempt, which the headers and
	 * the body of a response share.
	 */
	<R>(phase: Phase, work: (signal: AbortSignal) => Promise<R>): Promise<R>;
	/** Waits for some milliseconds; then a new attempt begins. */
	(phase: Phase, pause: number): Promise<undefined>;
}

/**
 * Starts the time of one call, `exchange.left`. Time in which nobody waits does not count; then no timer runs and no
 * listener stays on the caller's signal.
 */
export function createDeadline(exchange: Exchange): Deadline {
	const { settings, options, timeout } = exchange;
	// Detached: a browser's timers refuse to be methods of another object.
	const { performance, setTimeout, clearTimeout } = settings.clock;
	const { signal } = options;
	const attempt =
		options.attemptTimeout ?? settings.options.attemptTimeout ?? timeout;
	if (!(timeout > 0 && attempt > 0))
		throw new ApiConfigError("a timeout is not a positive number");
	let attemptLeft = attempt;
	let controller = new AbortController();

	return <R>(
		phase: Phase,
		work: number | ((signal: AbortSignal) => Promise<R>),
	): Promise<R | undefined> => {
		exchange.phase = phase;
		if (phase === "stream") exchange.left = attemptLeft = timeout;
		const { left } = exchange;
		const limit = Math.min(left, attemptLeft);
		const start = performance.now();
		const pause = typeof work === "number";
		if (pause) controller = new AbortController();
		return new Promise((resolve, reject) => {
			/** Makes of what settles the promise something that ends the wait, too. */
			function ending<V>(settle: (value: V) => void): (value: V) => void {
				return (value) => {
					clearTimeout(timer);
					if (signal) unlisten(signal, abort);
					const spent = performance.now() - start;
					exchange.left -= spent;
					attemptLeft = pause ? attempt : attemptLeft - spent;
					settle(value);
				};
			}
			const done = ending(resolve);
			const stop = ending((error) => {
				// Ours first: what waits for the signal would reject with a less telling error.
				reject(error);
				controller.abort(error);
			});
			function abort(): void {
				stop(
					new ApiUserAbortError(`aborted in phase ${phase}`, exchange, {
						cause: signal?.reason,
					}),
				);
			}
			const timer = setTimeout(
				() => {
					if (pause) done(undefined);
					else
						stop(
							new ApiTimeoutError(
								`timed out after ${limit < left ? attempt : timeout} ms`,
								exchange,
							),
						);
				},
				// A timer that is set for longer fires at once.
				Math.min(pause ? work : limit, 2 ** 31 - 1),
			);
			if (signal?.aborted) return abort();
			if (signal) listen(signal, abort);
			if (!pause) work(controller.signal).then(done, stop);
		});
	};
}
