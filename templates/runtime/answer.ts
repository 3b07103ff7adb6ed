import type { Deadline } from "./deadline.js";
import type { Exchange } from "./exchange.js";
import { connected } from "./transport.js";

/** A response whose headers are here, and what it takes to read its body. */
export interface Answer {
	readonly exchange: Exchange;
	readonly response: Response;
	/** Waits for a piece of the body, or all of it, within the time of the call; a broken connection is an `ApiError`. */
	body<T>(read: () => Promise<T>): Promise<T>;
	/** The whole body as text, read as the client's features want it. */
	text(): Promise<string>;
}

/** Reads the data from the body of a success. */
export type Reader = (answer: Answer) => unknown;

/** The answer to a call, read within its `deadline`. */
export function answerOf(
	exchange: Exchange,
	response: Response,
	deadline: Deadline,
	textOf = (response: Response) => response.text(),
): Answer {
	const body = <T>(read: () => Promise<T>) =>
		deadline("body", () => connected(exchange, read));
	return { exchange, response, body, text: () => body(() => textOf(response)) };
}
