import { conceal } from "./conceal.js";
import { ApiConnectionError, type ApiError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import { own } from "./own.js";

/** The typed error for a connection that failed; from then on the exchange knows whether anything was sent. */
export function disconnected(exchange: Exchange, cause: unknown): ApiError {
	const code = own(own(cause, "cause"), "code") ?? own(cause, "code");
	if (unsent.test(`${code}`)) exchange.phase = "connect";
	conceal(cause, exchange.secrets);
	return (
		exchange.settings.failure?.(exchange, cause) ??
		new ApiConnectionError("failed", exchange, { cause })
	);
}

/** Codes of failures before the first byte of a request left, in the words of Node and of Bun. */
const unsent = /refused|notfound|eai_again|unreach|connect_timeout/i;
