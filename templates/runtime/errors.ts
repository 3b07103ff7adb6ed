import type { Exchange, Phase } from "./exchange.js";
import { redact } from "./redact.js";
import { statusNames } from "./status-names.js";

/** What is known of a failure beside the exchange that it happened in. */
export interface Facts {
	readonly errors?: readonly unknown[];
	readonly body?: unknown;
	readonly cause?: unknown;
}

/**
 * A call that failed: the server said so, or, in the classes that extend this one, no usable answer came. Headers and
 * body can be read, and are left out where an error is printed. `Body` and `Item` are what the docs say of the body of
 * a failure and of each of the errors listed in it.
 */
export class ApiError<Body = unknown, Item = unknown> extends Error {
	/** Path of the method in the client. */
	readonly operation: string;
	readonly method: string;
	/** The requested URL without credentials. */
	readonly url: string;
	/** `undefined` when no response came. */
	readonly status: number | undefined;
	readonly requestId: string | undefined;
	/** The number of the page that failed, in a walk over pages; 1 for its first. */
	declare readonly page?: number;
	/** The documented list of errors in the body, credentials taken out; empty where it has none. */
	readonly errors: readonly Item[];
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
		// The docs are the only witness of what a failure looks like.
		this.errors = (facts.errors ?? []) as readonly Item[];
		this.#headers = response?.headers;
		this.#body = facts.body;
	}

	/** The response's headers. */
	get headers(): Headers | undefined {
		return this.#headers;
	}

	/** The response's body, credentials taken out: parsed JSON, or the beginning of its text. */
	get body(): Body | string | undefined {
		return this.#body as Body | string | undefined;
	}

	override get name(): string {
		return "ApiError";
	}
}

/** The class of a failure with this status. */
export function errorOf(status: number): typeof ApiError {
	return classes[Math.min(status, 500)] ?? ApiError;
}

/** A class of failures with a name of its own. */
function named(name: string): typeof ApiError {
	return class<Body = unknown, Item = unknown> extends ApiError<Body, Item> {
		override get name(): string {
			return name;
		}
	};
}

const classes: Readonly<Record<string, typeof ApiError>> =
	/* @__PURE__ */ Object.fromEntries(
		/* @__PURE__ */ Object.entries(statusNames).map(([status, name]) => [
			status,
			named(name),
		]),
	);

/** 400: the request is malformed. */
export const BadRequestError = /* @__PURE__ */ errorOf(400);
export type BadRequestError<Body = unknown, Item = unknown> = ApiError<
	Body,
	Item
>;

/** 401: the credentials are missing or not valid. */
export const AuthenticationError = /* @__PURE__ */ errorOf(401);
export type AuthenticationError<Body = unknown, Item = unknown> = ApiError<
	Body,
	Item
>;

/** 403: the credentials do not allow this. */
export const PermissionDeniedError = /* @__PURE__ */ errorOf(403);
export type PermissionDeniedError<Body = unknown, Item = unknown> = ApiError<
	Body,
	Item
>;

/** 404: there is no such thing. */
export const NotFoundError = /* @__PURE__ */ errorOf(404);
export type NotFoundError<Body = unknown, Item = unknown> = ApiError<
	Body,
	Item
>;

/** 409: the request contradicts the state of what it is about. */
export const ConflictError = /* @__PURE__ */ errorOf(409);
export type ConflictError<Body = unknown, Item = unknown> = ApiError<
	Body,
	Item
>;

/** 422: the request is well-formed and cannot be followed. */
export const UnprocessableEntityError = /* @__PURE__ */ errorOf(422);
export type UnprocessableEntityError<Body = unknown, Item = unknown> = ApiError<
	Body,
	Item
>;

/** 429: too many requests. */
export const RateLimitError = /* @__PURE__ */ errorOf(429);
export type RateLimitError<Body = unknown, Item = unknown> = ApiError<
	Body,
	Item
>;

/** 500 and above: the server failed. */
export const InternalServerError = /* @__PURE__ */ errorOf(500);
export type InternalServerError<Body = unknown, Item = unknown> = ApiError<
	Body,
	Item
>;

/** The connection failed, before the response or while its body was read; `cause` says how. */
export class ApiConnectionError extends ApiError {
	/** What the call was waiting for. */
	readonly phase: Phase;

	constructor(problem: string, exchange: Exchange, facts?: Facts) {
		super(`${problem} in phase ${exchange.phase}`, exchange, facts);
		this.phase = exchange.phase;
	}

	override get name(): string {
		return "ApiConnectionError";
	}
}

/** The time of the whole call, or of its last attempt, was over. */
export class ApiTimeoutError extends ApiConnectionError {
	override get name(): string {
		return "ApiTimeoutError";
	}
}

/** The caller's signal ended the call; `cause` is the signal's reason. */
export class ApiUserAbortError extends /* @__PURE__ */ named(
	"ApiUserAbortError",
) {}

/** A response came that is not the documented JSON; `body` is the beginning of its text. */
export class ApiDecodeError extends /* @__PURE__ */ named("ApiDecodeError") {}

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
		.map((name) => headers?.get(name) || undefined)
		.find(Boolean);
}
