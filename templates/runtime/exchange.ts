import type { Operation } from "./operation.js";
import type { RequestOptions } from "./options.js";

/**
 * What a call is waiting for: a connection, the response's headers, its body, the next piece of a stream, or the time of
 * the next attempt.
 */
export type Phase = "connect" | "headers" | "body" | "stream" | "retry";

/** One call on its way: what messages may say about its request, and what has come of it. */
export interface Exchange {
	readonly operation: Operation;
	/** What the call says for itself. */
	readonly options: RequestOptions;
	readonly method: string;
	/** The requested URL without the credentials of the client's scheme. */
	readonly url: string;
	/** Texts that no message may show. */
	secrets: readonly string[];
	phase: Phase;
	/** Milliseconds that the call may still take. */
	left: number;
	response?: Response | undefined;
}
