import type { Chosen } from "./auth.js";
import type { Settings } from "./client-core.js";
import type { HeaderMap } from "./headers.js";
import type { Envelope, Operation } from "./operation.js";
import type { RequestOptions } from "./options.js";

/**
 * What a call is waiting for: a connection, the response's headers, its body, the next piece of a stream, or the time of
 * the next attempt.
 */
export type Phase = "connect" | "headers" | "body" | "stream" | "retry";

/** One call on its way: what it sends in every attempt, and what has come of it. */
export interface Exchange {
	readonly settings: Settings;
	readonly operation: Operation;
	readonly envelope: Envelope;
	/** What the call says for itself. */
	readonly options: RequestOptions;
	readonly method: string;
	/** The requested URL without the credentials of the client's scheme. */
	readonly url: string;
	/** The headers without the credentials of the client's scheme. */
	readonly headers: HeaderMap;
	/** The credentials to send; none where the caller has put some into the request. */
	readonly scheme: Chosen;
	readonly body: BodyInit | null | Promise<BodyInit>;
	/** Texts that no message may show. */
	secrets: string[];
	phase: Phase;
	/** Milliseconds that the call may take. */
	readonly timeout: number;
	/** Milliseconds that the call may still take. */
	left: number;
	response?: Response | undefined;
}
