import type { HeadersInput } from "./headers.js";
import type { Query } from "./query.js";

/** What sends a request: the global `fetch`, or anything that is called and answers like it. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** What is handed through to `fetch`, options of one runtime alone (`dispatcher`, `proxy`, `cf`) included. */
export interface FetchOptions
	extends Omit<
		RequestInit,
		"method" | "headers" | "body" | "signal" | "redirect"
	> {
	readonly [option: string]: unknown;
}

/** What a client is made with; credentials stand beside these, under the names that the schemes give them. */
export interface CoreOptions {
	/** Where the API is; its path is a prefix of every path and its query goes before every query. */
	readonly baseURL?: string | undefined;
	/** Milliseconds that a call may take from its start to the end of the response's body; 60,000 unless stated. */
	readonly timeout?: number | undefined;
	/** Headers of every request; `null` leaves a header out that the client would send. */
	readonly defaultHeaders?: HeadersInput;
	/** Query parameters of every request. */
	readonly defaultQuery?: Query | undefined;
	readonly fetch?: Fetch | undefined;
	readonly fetchOptions?: FetchOptions | undefined;
}

/** What one call may say for itself. */
export interface RequestOptions {
	/** Added to the client's; `null` removes a header, `undefined` keeps the client's. */
	readonly headers?: HeadersInput;
	/** Added to the client's; `undefined` removes a parameter, `null` sends it empty. */
	readonly query?: Query | undefined;
	/** Milliseconds, in place of the client's. */
	readonly timeout?: number | undefined;
	/** Aborts the call, also while the body is being read. */
	readonly signal?: AbortSignal | null | undefined;
	readonly fetchOptions?: FetchOptions | undefined;
}
