import { ApiPromise } from "./api-promise.js";
import type { ClientCore } from "./client-core.js";
import { createDeadline } from "./deadline.js";
import { isSuccess, read } from "./decode.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { type Arguments, prepare } from "./request.js";
import { send } from "./transport.js";

/** Calls an operation. Whatever goes wrong, bad arguments included, is a rejection and not an exception. */
export function call<T>(
	client: ClientCore,
	operation: Operation,
	positional: PathValue | undefined,
	params: object | undefined,
	options: RequestOptions = {},
): ApiPromise<T> {
	const reply = open(client, operation, { positional, params, options });
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
	given: Arguments,
): Promise<Reply> {
	const { signal, timeout = client.timeout } = given.options;
	const { exchange, url, init } = prepare(client, operation, given);
	const deadline = createDeadline(exchange, timeout, signal);
	const fetcher = client.settings().options.fetch ?? fetch;
	const response = await deadline((signal) =>
		send(fetcher, url, { ...init, signal }),
	);
	exchange.response = response;
	const data = () => read(exchange, response, deadline);
	// Of a response that is no success, reading the data gives the error.
	if (!isSuccess(response)) await data();
	return { response, data };
}
