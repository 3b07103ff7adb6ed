import type { Deadline } from "./deadline.js";
import { discard } from "./discard.js";
import { ApiConnectionError } from "./errors.js";
import type { Exchange } from "./exchange.js";

/** What a response says about another attempt. */
export interface Hints {
	/** Whether it would be of use; what the status says unless stated. */
	readonly again?: boolean | undefined;
	/** Milliseconds to wait before it, `NaN` where it does not say so. */
	readonly wait?: number;
}

/** What a client may spend on retries; successes fill it up again. A service that is down is so not asked over and over. */
export const fullBudget = 500;

const cost = 5;

/** Reads the seconds of `Retry-After`; the feature `retryHints` reads what else there is. */
export function secondsToWait({ headers }: Response): Hints {
	const after = headers.get("retry-after") ?? "";
	return { wait: 1_000 * Number(/^\d+(\.\d+)?$/.exec(after)?.[0]) };
}

/**
 * Makes attempts until one has an answer that another would hardly change, or the call's retries, its time or the
 * client's budget are used up. What is not repeatable is tried again only when nothing was sent.
 */
export async function retrying(
	exchange: Exchange,
	deadline: Deadline,
	limit: number,
	attempt: (retries: number, refused: boolean) => Promise<Response>,
): Promise<Response> {
	const { settings } = exchange;
	for (let retries = 0, refused = false; ; ) {
		let failure: unknown;
		exchange.response = undefined;
		try {
			exchange.response = await attempt(retries, refused);
		} catch (error) {
			failure = error;
		}
		const { response } = exchange;
		if (response?.ok) {
			settings.budget = Math.min(
				fullBudget,
				settings.budget + (retries * cost || 1),
			);
			return response;
		}
		const { wait: asked = Number.NaN, again = isPassing(response) } = response
			? settings.hints(response)
			: { again: failure instanceof ApiConnectionError };
		const wait =
			asked >= 0
				? Math.min(asked, 60_000)
				: settings.random() * Math.min(8_000, 500 * 2 ** retries);
		if (
			retries < limit &&
			again &&
			(isRepeatable(exchange) || exchange.phase === "connect") &&
			settings.budget >= cost &&
			wait < exchange.left
		) {
			settings.budget -= cost;
			retries++;
			refused = false;
			discard(response);
			await deadline("retry", wait);
		} else if (response && !refused && settings.renew?.(exchange)) {
			refused = true;
			discard(response);
			await deadline("retry", 0);
		} else if (response) return response;
		else throw failure;
	}
}

/** Whether asking twice does no more than asking once. */
function isRepeatable(exchange: Exchange): boolean {
	const { method, headers } = exchange;
	return (
		!isOnce(exchange) &&
		(headers.has("idempotency-key") ||
			/^(GET|HEAD|PUT|DELETE|OPTIONS|LIST)$/.test(method))
	);
}

/** Whether the body comes bit by bit, and so can be sent once. */
export function isOnce({ body }: Exchange): boolean {
	return body instanceof ReadableStream;
}

/** Whether the same request may fare better later. */
function isPassing(response: Response | undefined): boolean {
	return /^(408|409|429|5(?!0[15]|11)..)$/.test(`${response?.status}`);
}
