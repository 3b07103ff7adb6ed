import { type Answer, answerOf } from "./answer.js";
import { ApiPromise } from "./api-promise.js";
import { type Draft, put } from "./auth.js";
import type { ClientCore } from "./client-core.js";
import { createDeadline } from "./deadline.js";
import { isSuccess, read } from "./decode.js";
import { discard } from "./discard.js";
import type { ApiError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import { toHeaders } from "./headers.js";
import type { OutgoingRequest } from "./middleware.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { prepare } from "./request.js";
import { retrying } from "./retry.js";
import { disconnected } from "./transport.js";

/** Calls an operation. Whatever goes wrong, bad arguments included, is a rejection and not an exception. */
export function call<T, E = ApiError>(
	client: ClientCore,
	operation: Operation,
	positional: PathValue | undefined,
	params: object | undefined,
	options: RequestOptions = {},
): ApiPromise<T, E> {
	const answer = open(client, operation, positional, params, options);
	return new ApiPromise(
		answer.then(({ response }) => response),
		// The docs are the only witness of what the data looks like.
		async () => (await read(await answer)) as T,
	);
}

/** Sends the request and waits for the headers of a success. */
async function open(
	client: ClientCore,
	...given: [
		Operation,
		PathValue | undefined,
		object | undefined,
		RequestOptions,
	]
): Promise<Answer> {
	const exchange = prepare(client, ...given);
	// To await nothing would still be to wait, in every call.
	for (const { params } of exchange.settings.parts) {
		const seen = params?.(...given);
		if (seen) await seen;
	}
	const deadline = createDeadline(exchange);
	const limit = exchange.options.maxRetries ?? client.maxRetries;
	const response = await retrying(exchange, deadline, limit, (...attempt) =>
		deadline("headers", (signal) => send(exchange, signal, ...attempt)),
	);
	const answer = answerOf(exchange, response, deadline);
	// Of a response that is no success, reading gives the error.
	if (!isSuccess(response)) await read(answer);
	return answer;
}

/** Makes one attempt: asks for the credentials and hands the request through the middleware to `fetch`. */
async function send(
	exchange: Exchange,
	signal: AbortSignal,
	retries: number,
	refused: boolean,
): Promise<Response> {
	const { settings, url, method, headers, body, secrets } = exchange;
	const { options, middleware } = settings;
	const operation = exchange.operation.name;
	const draft: Draft = {
		headers: new Map([
			["x-retry-count", retries ? `${retries}` : null],
			...headers,
		]),
		url,
		given: [],
	};
	for (const [credential, secret] of exchange.scheme) {
		const value =
			typeof secret === "function" ? `${await secret(refused)}` : secret;
		secrets.push(value, ...put(draft, credential, value));
	}
	const sent = await body;
	return middleware.reduceRight<
		(request: OutgoingRequest) => Promise<Response>
	>(
		(next, each) => (request) => each(request, next),
		(request) => transport(exchange, request),
	)({
		...options.fetchOptions,
		...exchange.options.fetchOptions,
		url: draft.url,
		method,
		headers: toHeaders(operation, draft.headers),
		body: sent,
		// Of bodies that come bit by bit.
		duplex: "half",
		signal,
		// No redirect of a request with a body is followed, and one that may be is sent from a copy of it.
		redirect: sent === null ? "manual" : "error",
		operation,
		retries,
	});
}

async function transport(
	exchange: Exchange,
	request: OutgoingRequest,
): Promise<Response> {
	try {
		const send = exchange.settings.options.fetch ?? fetch;
		const response = await send(request.url, request);
		// Who waited for it has gone, and a fetch of one's own may not look at the signal.
		if (request.signal?.aborted) discard(response);
		if (response?.headers) return response;
		throw new TypeError("fetch gave no Response");
	} catch (cause) {
		throw disconnected(exchange, cause);
	}
}
