import type { Deadline } from "./deadline.js";
import type { Exchange, Phase } from "./exchange.js";
import { disconnected } from "./transport.js";

/** A response whose headers are here, and what it takes to read its body. */
export interface Answer {
	readonly exchange: Exchange;
	readonly response: Response;
	/**
	 * Waits for all of the body within the time of the call, or, in phase `stream`, for a piece of it within a time of its
	 * own; a broken connection is an `ApiError`.
	 */
	body<T>(read: () => Promise<T>, phase?: Phase): Promise<T>;
	/** The whole body as text, read as the client's features want it. */
	text(): Promise<string>;
	/** Bytes that one item of a stream may have. */
	readonly limit: number;
}

/** Reads the data from the body of a success. */
export type Reader = (answer: Answer) => unknown;

/** The answer to a call, read within its `deadline` and as the parts of its client want it. */
export function answerOf(
	exchange: Exchange,
	response: Response,
	deadline: Deadline,
): Answer {
	const { text, limit } = exchange.settings;
	const body: Answer["body"] = (read, phase = "body") =>
		deadline(phase, () =>
			read().catch((cause) => {
				throw disconnected(exchange, cause);
			}),
		);
	return {
		exchange,
		response,
		body,
		text: () => body(() => text(response)),
		limit,
	};
}
