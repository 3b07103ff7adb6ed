import type { ApiPromise } from "./api-promise.js";
import { call } from "./call.js";
import { failureOf, parse } from "./decode.js";
import { ApiDecodeError } from "./errors.js";
import type { Operation } from "./operation.js";
import { own } from "./own.js";
import type { PageRequest } from "./page-turn.js";
import { excerpt } from "./redact.js";

/** What came of asking for a page. */
export interface Asked<Data> {
	/** What the call resolves to. */
	readonly data: Data;
	/** The whole body: how a list goes on stands beside the data. */
	readonly body: unknown;
	readonly response: Response;
}

/** Asks for a page, once; the body is read when the call is awaited or `page` is called. */
export function ask<Data>(request: PageRequest): {
	readonly call: ApiPromise<Data>;
	page(): Promise<Asked<Data>>;
} {
	const { client, operation, positional, params, options } = request;
	let body: unknown;
	const reading: Operation = {
		...operation,
		accept: "application/json",
		async read(answer) {
			const { exchange, response } = answer;
			const { data, success } = exchange.envelope;
			const text = await answer.text();
			body = parse(text, response);
			if (own(body, success) === false) throw failureOf(answer, text);
			if (text && (data ? !isObject(body) : body === undefined))
				throw new ApiDecodeError(
					`answered ${response.status} with no JSON${data ? " object" : ""}`,
					exchange,
					{ body: excerpt(text, exchange.secrets) },
				);
			return data ? own(body, data) : body;
		},
	};
	const asked = call<Data>(client, reading, positional, params, options);
	return {
		call: asked,
		page: async () => ({ ...(await asked.withResponse()), body }),
	};
}

function isObject(value: unknown): boolean {
	return Object(value) === value && !Array.isArray(value);
}
