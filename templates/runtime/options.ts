import type { Feature } from "./feature.js";
import type { HeadersInput } from "./headers.js";
import type { Logger, LogLevel } from "./logging.js";
import type { Middleware } from "./middleware.js";
import type { Query } from "./query.js";
import type { Propagator, Tracer } from "./tracing.js";

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

/** What tells the time and wakes up: `globalThis`, or a clock of a test. */
export interface Clock {
	/** Milliseconds that never go back. */
	readonly performance: { now(): number };
	setTimeout(callback: () => void, milliseconds: number): unknown;
	clearTimeout(timer: unknown): void;
}

/** Whether params and data are held to the docs, and how. */
export type Validate = "off" | "warn" | "throw";

/** Schemas and what holds calls to them, a feature that `validation` made. */
export interface SchemaSet {
	readonly feature: Feature;
}

/** What a client is made with; credentials stand beside these, under the names that the schemes give them. */
export interface CoreOptions {
	/** Where the API is; its path is a prefix of every path and its query goes before every query. */
	readonly baseURL?: string | undefined;
	/**
	 * Milliseconds that a call may take from its start to the end of the response's body, retries included; 60,000 unless
	 * stated. A stream may take that long until its headers are there, and then as long again for each of its pieces.
	 */
	readonly timeout?: number | undefined;
	/** Milliseconds that one attempt of a call may take, a stream until its headers; no limit of its own unless stated. */
	readonly attemptTimeout?: number | undefined;
	/** How often a call is tried again after a failure that may pass; 2 unless stated. */
	readonly maxRetries?: number | undefined;
	/** Bytes that a response's body, or one item of a stream, may have once it is decompressed; 100 MB unless stated. */
	readonly maxResponseBytes?: number | undefined;
	/** Headers of every request; `null` leaves a header out that the client would send. */
	readonly defaultHeaders?: HeadersInput;
	/** Query parameters of every request. */
	readonly defaultQuery?: Query | undefined;
	readonly fetch?: Fetch | undefined;
	readonly fetchOptions?: FetchOptions | undefined;
	/** What sees every attempt on its way out and its response on its way in, the first one outermost. */
	readonly middleware?: readonly Middleware[] | undefined;
	/** What takes log messages; `console` unless stated. */
	readonly logger?: Logger | undefined;
	/** How much is logged; `warn` unless stated here or in the environment. */
	readonly logLevel?: LogLevel | undefined;
	/**
	 * What becomes of params and data that are not what the docs say: passed on unseen, logged, or refused; `off` unless
	 * stated. It needs `schemas`, or `validation(schemas)` among the features of `createClient`.
	 */
	readonly validate?: Validate | undefined;
	/** What a client with methods holds calls to: all that the package's `/schemas` exports. Who does not import it has no schemas. */
	readonly schemas?: SchemaSet | undefined;
	/** What takes a span of every request that is sent: a tracer of OpenTelemetry, or anything of its form. */
	readonly tracer?: Tracer | undefined;
	/** What tells the server of the span that its request belongs to. */
	readonly propagator?: Propagator | undefined;
	/** The clock of timeouts and of the waits between attempts. */
	readonly clock?: Clock | undefined;
	/** A number from 0 up to 1, for the waits between attempts; `Math.random` unless stated. */
	readonly random?: (() => number) | undefined;
}

/** What one call may say for itself. */
export interface RequestOptions {
	/** Added to the client's; `null` removes a header, `undefined` keeps the client's. */
	readonly headers?: HeadersInput;
	/** Added to the client's; `undefined` removes a parameter, `null` sends it empty. */
	readonly query?: Query | undefined;
	/** Milliseconds for the whole call, in place of the client's. */
	readonly timeout?: number | undefined;
	/** Milliseconds for one attempt, in place of the client's. */
	readonly attemptTimeout?: number | undefined;
	/** In place of the client's. */
	readonly maxRetries?: number | undefined;
	/** A key of this one piece of work, under which the server does it once; with it, any method is tried again. */
	readonly idempotencyKey?: string | undefined;
	/** In place of the client's. */
	readonly validate?: Validate | undefined;
	/** Aborts the call, also while it waits and while the body is being read. */
	readonly signal?: AbortSignal | null | undefined;
	readonly fetchOptions?: FetchOptions | undefined;
}
