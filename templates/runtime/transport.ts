import { ApiConnectionError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import { own } from "./own.js";

/** Turns the failure of a connection into a typed error that knows whether anything was sent. */
export async function connected<R>(
	exchange: Exchange,
	work: () => Promise<R>,
): Promise<R> {
	try {
		return await work();
	} catch (cause) {
		const code = own(own(cause, "cause"), "code") ?? own(cause, "code");
		if (unsent.test(`${code}`)) exchange.phase = "connect";
		throw new ApiConnectionError("failed", exchange, { cause });
	}
}

/** Codes of failures before the first byte of a request left, in the words of Node and of Bun. */
const unsent =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;
