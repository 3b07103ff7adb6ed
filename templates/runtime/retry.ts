import type { Deadline } from "./deadline.js";
import { discard } from "./discard.js";
import { ApiConnectionError, ApiTimeoutError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import type { Clock } from "./options.js";

/** What a client has left for retries: a service that is down is not asked several times for every call. */
export interface Budget {
	tokens: number;
}

/** What a client may spend on retries; successes fill it up again. */
export const fullBudget = 500;

/** How often, when and at whose cost an attempt is made again. */
export interface Retries {
	readonly limit: number;
	/** Whether asking twice does no more than asking once. */
	readonly repeatable: boolean;
	readonly budget: Budget;
	readonly random: () => number;
	readonly clock: Clock;
}

/**
 * Makes attempts until one has an answer that another would hardly change, or the call's retries, its time or the
 * client's budget are used up. What is not repeatable is tried again only when nothing was sent.
 */
export async function retrying(
	exchange: Exchange,
	deadline: Deadline,
	{ limit, repeatable, budget, random, clock }: Retries,
	attempt: (retries: number) => Promise<Response>,
): Promise<Response> {
	for (let retries = 0, spent = 0; ; retries++) {
		let failure: unknown;
		exchange.response = undefined;
		try {
			exchange.response = await attempt(retries);
		} catch (error) {
			failure = error;
		}
		const { response } = exchange;
		const cost = failure instanceof ApiTimeoutError ? 10 : 5;
		const wait = waitOf(
			response?.headers,
			random() * Math.min(8_000, 500 * 2 ** retries),
		);
		if (
			retries < limit &&
			(repeatable || exchange.phase === "connect") &&
			(response
				? isPassing(response)
				: failure instanceof ApiConnectionError) &&
			budget.tokens >= cost &&
			wait < exchange.left
		) {
			budget.tokens -= cost;
			spent += cost;
			discard(response);
			await deadline("retry", (signal) => sleep(wait, signal, clock));
		} else {
			if (!response) throw failure;
			if (response.ok)
				budget.tokens = Math.min(fullBudget, budget.tokens + (spent || 1));
			return response;
		}
	}
}

/** Whether a response says that the same request may fare better later; the server's own word for it comes first. */
function isPassing({ status, headers }: Response): boolean {
	const stated = headers.get("x-should-retry");
	return stated
		? stated === "true"
		: /^(408|409|429|5(?!0[15]|11)..)$/.test(`${status}`);
}

/** Milliseconds until the next attempt: what the server asks for, up to a minute, or else `backoff`. */
function waitOf(headers: Headers | undefined, backoff: number): number {
	const get = (name: string) => headers?.get(name) ?? "";
	const after = get("retry-after");
	const stated = [
		decimal(get("retry-after-ms")),
		decimal(after) * 1_000,
		// The server's own clock is the measure of its date.
		Math.max(0, dateOf(after) - (dateOf(get("date")) || Date.now())),
	].find((value) => value >= 0);
	return Math.min(stated ?? backoff, 60_000);
}

/** A number in decimal digits; `NaN` for all else. */
function decimal(text: string): number {
	return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** A date of any of HTTP's forms, in GMT also where it does not say so (RFC 9110, section 5.6.7); `NaN` for all else. */
function dateOf(text: string): number {
	return /^[a-z]{3}/i.test(text)
		? Date.parse(`${text.replace(" GMT", "").replace(":60", ":59")} GMT`)
		: Number.NaN;
}

function sleep(
	milliseconds: number,
	signal: AbortSignal,
	{ setTimeout, clearTimeout }: Clock,
): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener("abort", () => clearTimeout(timer));
	});
}
