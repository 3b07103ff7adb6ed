import { answerOf } from "./answer.js";
import { ApiPromise } from "./api-promise.js";
import { authenticate } from "./auth.js";
import type { ClientCore } from "./client-core.js";
import { createDeadline } from "./deadline.js";
import { isSuccess, read } from "./decode.js";
import { discard } from "./discard.js";
import type { ApiError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import { toHeaders } from "./headers.js";
import type { Middleware, OutgoingRequest } from "./middleware.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { serialiseQuery } from "./query.js";
import { prepare } from "./request.js";
import { retrying } from "./retry.js";
import { connected } from "./transport.js";
import { addQuery } from "./url.js";

/** Calls an operation. Whatever goes wrong, bad arguments included, is a rejection and not an exception. */
export function call<T, E = ApiError>(
	client: ClientCore,
	operation: Operation,
	positional: PathValue | undefined,
	params: object | undefined,
	options: RequestOptions = {},
): ApiPromise<T, E> {
	const reply = open(client, operation, positional, params, options);
	return new ApiPromise(
		reply.then(({ response }) => response),
		// The docs are the only witness of what the data looks like.
		async () => (await (await reply).data()) as T,
	);
}

interface Reply {
	readonly response: Response;
	/** Reads the response's body. */
	data(): Promise<unknown>;
}

/** Sends the request and waits for the headers of a success. */
async function open(
	client: ClientCore,
	operation: Operation,
	positional: PathValue | undefined,
	params: object | undefined,
	options: RequestOptions,
): Promise<Reply> {
	const { options: defaults, parts, scheme, budget } = client.settings();
	const { clock = globalThis, random = Math.random } = defaults;
	const { url, headers, body, authenticated } = prepare(
		client,
		operation,
		positional,
		params,
		options,
	);
	const method = operation.method.toUpperCase();
	const exchange: Exchange = {
		operation,
		options,
		method,
		url,
		secrets: [],
		phase: "headers",
		left: options.timeout ?? client.timeout,
	};
	const deadline = createDeadline(
		exchange,
		options.attemptTimeout ?? defaults.attemptTimeout,
		options.signal,
		clock,
	);
	const middleware = [
		...(defaults.middleware ?? []),
		...parts.flatMap(({ middleware = [] }) => middleware),
	];
	const once = body instanceof ReadableStream;
	let renewable = false;
	const attempt = (retries: number, refused: boolean): Promise<Response> =>
		deadline("headers", async (signal) => {
			const auth = await authenticate(
				authenticated ? undefined : scheme,
				defaults,
				refused,
			);
			exchange.secrets = auth.secrets;
			renewable = auth.renewable && !once;
			return through(
				middleware,
				{
					...defaults.fetchOptions,
					...options.fetchOptions,
					url: addQuery(url, serialiseQuery(operation.name, auth.query)),
					method,
					headers: toHeaders(operation.name, [
						...(retries ? [["x-retry-count", `${retries}`] as const] : []),
						...headers,
						...auth.headers,
					]),
					body: await body,
					...(once && { duplex: "half" }),
					signal,
					redirect: "manual",
					operation: operation.name,
					retries,
				},
				(request) =>
					connected(exchange, async () => {
						const response = await (defaults.fetch ?? fetch)(
							request.url,
							request,
						);
						if (!response?.headers)
							throw new TypeError("fetch gave no Response");
						return response;
					}),
			);
		});
	const response = await retrying(
		exchange,
		deadline,
		{
			limit: options.maxRetries ?? client.maxRetries,
			repeatable:
				!once &&
				(headers.has("idempotency-key") ||
					/^(GET|HEAD|PUT|DELETE|OPTIONS|LIST)$/.test(method)),
			budget,
			random,
			clock,
		},
		async (retries) => {
			const response = await attempt(retries, false);
			if (response.status !== 401 || !renewable) return response;
			discard(response);
			return attempt(retries, true);
		},
	);
	const answer = answerOf(
		exchange,
		response,
		deadline,
		parts.find(({ text }) => text),
	);
	// Of a response that is no success, reading gives the error.
	if (!isSuccess(response)) await read(answer);
	return {
		response,
		async data() {
			let data = await read(answer);
			for (const part of parts)
				if (part.data) data = await part.data(exchange, data);
			return data;
		},
	};
}

/** Hands a request to the first of `middleware`, and from it to the next. */
function through(
	[first, ...rest]: readonly Middleware[],
	request: OutgoingRequest,
	send: (request: OutgoingRequest) => Promise<Response>,
): Promise<Response> {
	return first
		? first(request, (next) => through(rest, next, send))
		: send(request);
}
