/** One attempt of a call, as it is about to be sent. */
export interface OutgoingRequest extends RequestInit {
	readonly url: string;
	readonly method: string;
	readonly headers: Headers;
	/** What `fetch` wants to be told of a body that comes bit by bit. */
	readonly duplex?: "half";
	/** Path of the method in the client. */
	readonly operation: string;
	/** Attempts before this one. */
	readonly retries: number;
}

/**
 * Sees a request before it is sent and the response before it is read. It may change either, answer by itself, or call
 * `next` with another request; what it throws is what the call rejects with.
 */
export type Middleware = (
	request: OutgoingRequest,
	next: (request: OutgoingRequest) => Promise<Response>,
) => Promise<Response>;
