import type { Exchange } from "./exchange.js";
import { redact } from "./redact.js";

/** What is known of a failure beside the exchange that it happened in. */
export interface Facts {
	readonly errors?: readonly unknown[];
	readonly body?: unknown;
	readonly cause?: unknown;
}

/**
 * A call that failed: the server said so, or, in the classes that extend this one, no usable answer came. Headers and
 * body can be read, and are left out where an error is printed.
 */
export class ApiError extends Error {
	/** Path of the method in the client. */
	readonly operation: string;
	readonly method: string;
	/** The requested URL without credentials. */
	readonly url: string;
	/** `undefined` when no response came. */
	readonly status: number | undefined;
	readonly requestId: string | undefined;
	/** The documented list of errors in the body, credentials taken out; empty where it has none. */
	readonly errors: readonly unknown[];
	readonly #headers: Headers | undefined;
	readonly #body: unknown;

	constructor(problem: string, exchange: Exchange, facts: Facts = {}) {
		const { method, secrets, response } = exchange;
		const operation = exchange.operation.name;
		const url = redact(exchange.url, secrets);
		super(`${operation}: ${method} ${url} ${problem}`, facts);
		this.operation = operation;
		this.method = method;
		this.url = url;
		this.status = response?.status;
		this.requestId = requestIdOf(response?.headers);
		this.errors = facts.errors ?? [];
		this.#headers = response?.headers;
		this.#body = facts.body;
	}

	override get name(): string {
		return "ApiError";
	}

	/** The response's headers. */
	get headers(): Headers | undefined {
		return this.#headers;
	}

	/** The response's body, credentials taken out: parsed JSON, or the beginning of its text. */
	get body(): unknown {
		return this.#body;
	}
}

/** The connection failed, before the response or while its body was read; `cause` says how. */
export class ApiConnectionError extends ApiError {
	override get name(): string {
		return "ApiConnectionError";
	}
}

/** What a call was waiting for: the connection and the response's headers, or the response's body. */
export type Phase = "headers" | "body";

/** The time of the whole call was over. */
export class ApiTimeoutError extends ApiConnectionError {
	override get name(): string {
		return "ApiTimeoutError";
	}

	get phase(): Phase {
		return this.status === undefined ? "headers" : "body";
	}
}

/** The caller's signal ended the call; `cause` is the signal's reason. */
export class ApiUserAbortError extends ApiError {
	override get name(): string {
		return "ApiUserAbortError";
	}
}

/** A response came that is not the documented JSON; `body` is the beginning of its text. */
export class ApiDecodeError extends ApiError {
	override get name(): string {
		return "ApiDecodeError";
	}
}

/** The client cannot be used as it was made: no base URL, no credentials, an option that makes no sense. */
export class ApiConfigError extends Error {
	override get name(): string {
		return "ApiConfigError";
	}
}

/** An argument of a call cannot be sent; nothing was sent. */
export class ApiArgumentError extends Error {
	/** Path of the method in the client. */
	readonly operation: string;

	constructor(operation: string, problem: string, options?: ErrorOptions) {
		super(`${operation}: ${problem}`, options);
		this.operation = operation;
	}

	override get name(): string {
		return "ApiArgumentError";
	}
}

function requestIdOf(headers: Headers | undefined): string | undefined {
	return ["x-request-id", "request-id", "x-amzn-requestid", "cf-ray"]
		.map((name) => headers?.get(name) ?? undefined)
		.find(Boolean);
}
