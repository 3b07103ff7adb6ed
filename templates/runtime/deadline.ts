import {
	ApiConfigError,
	ApiConnectionError,
	type ApiError,
	ApiTimeoutError,
	ApiUserAbortError,
} from "./errors.js";
import type { Exchange } from "./exchange.js";

/**
 * Waits for a piece of work within the time that a call has left, and turns its failure into a typed error. The signal
 * that the work gets is aborted when the call ends early.
 */
export type Deadline = <R>(
	work: (signal: AbortSignal) => Promise<R>,
) => Promise<R>;

/**
 * Starts the time of one call. Time in which nobody waits does not count; then no timer runs and no listener stays on
 * the caller's signal.
 */
export function createDeadline(
	exchange: Exchange,
	timeout: number,
	signal: AbortSignal | null | undefined,
): Deadline {
	if (!(timeout > 0))
		throw new ApiConfigError("the option timeout is not a positive number");
	const controller = new AbortController();
	let left = timeout;

	return function during<R>(
		work: (signal: AbortSignal) => Promise<R>,
	): Promise<R> {
		const start = performance.now();
		const waiting = `waiting for the response's ${exchange.response ? "body" : "headers"}`;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let abort = () => {};
		return new Promise<R>((resolve, reject) => {
			function stop(error: ApiError): void {
				// Ours first: what waits for the signal would reject with a less telling error.
				reject(error);
				controller.abort(error);
			}
			abort = () =>
				stop(
					new ApiUserAbortError(`aborted, ${waiting}`, exchange, {
						cause: signal?.reason,
					}),
				);
			if (signal?.aborted) return abort();
			signal?.addEventListener("abort", abort);
			timer = setTimeout(
				() =>
					stop(
						new ApiTimeoutError(
							`timed out after ${timeout} ms, ${waiting}`,
							exchange,
						),
					),
				Math.min(left, longestTimer),
			);
			work(controller.signal).then(resolve, (cause) =>
				stop(new ApiConnectionError(`failed, ${waiting}`, exchange, { cause })),
			);
		}).finally(() => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", abort);
			left -= performance.now() - start;
		});
	};
}

/** A timer that is set for longer fires at once. */
const longestTimer = 2 ** 31 - 1;
