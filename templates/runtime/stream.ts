import type { Answer } from "./answer.js";
import { ApiStream } from "./api-stream.js";
import { failureOf } from "./decode.js";
import { ApiConnectionError, ApiDecodeError } from "./errors.js";
import { own } from "./own.js";
import { excerpt } from "./redact.js";

/** One message of a stream before it is looked into. */
export interface Message {
	readonly text: string;
	/** The line of the body that it begins in, from 1. */
	readonly line: number;
	/** The name of an event. */
	readonly event?: string | undefined;
}

/** Takes the next piece of a body and gives the messages that end in it; behind the last piece also an open one. */
export type Messages = (piece: string, last: boolean) => Iterable<Message>;

/** The stream of what `decode` makes of each message in the body of a success; `[DONE]` ends it. */
export function streamOf<Item>(
	answer: Answer,
	messages: Messages,
	decode: (answer: Answer, message: Message) => Item,
): ApiStream<Item> {
	const { exchange, response } = answer;
	const reader = response.body?.getReader();
	const cancel = () => reader?.cancel().catch(() => {});
	return new ApiStream(async function* (stream) {
		const { signal } = stream.controller;
		const decoder = new TextDecoder();
		try {
			while (reader && !signal.aborted) {
				const next = () => answer.body(() => reader.read(), "stream");
				const { done, value } = await next();
				const piece = decoder.decode(value, { stream: !done });
				for (const message of messages(piece, done)) {
					if (signal.aborted || message.text === "[DONE]") return;
					// What is here already is not given any more either: this rejects.
					if (exchange.options.signal?.aborted) await next();
					stream.event = message.event;
					yield decode(answer, message);
				}
				if (done) return;
			}
		} catch (cause) {
			throw cause instanceof RangeError
				? new ApiConnectionError("failed", exchange, { cause })
				: cause;
		} finally {
			cancel();
		}
	}, cancel);
}

/** Refuses a success of another type than `types`; one without a type is taken for what the docs promise. */
export async function expectType(answer: Answer, types: RegExp): Promise<void> {
	const { exchange, response } = answer;
	const type = response.headers.get("content-type");
	if (type === null || types.test(type)) return;
	throw new ApiDecodeError(
		`answered ${response.status} with no stream (${type})`,
		exchange,
		{ body: excerpt(await answer.text(), exchange.secrets) },
	);
}

/** What a message says in JSON, out of its envelope; throws the error that it tells of. */
export function jsonOf(answer: Answer, message: Message): unknown {
	const { exchange, response } = answer;
	const { data, success } = exchange.envelope;
	const { text, line, event } = message;
	const value = parse(text);
	if (event === "error" || own(value, success) === false) {
		// The content type is that of the stream; a message has none, and may be JSON.
		const { status } = response;
		const alone = new Response(null, { status });
		throw failureOf({ ...answer, response: alone }, text);
	}
	if (value !== undefined && !data) return value;
	if (data && Object(value) === value) return own(value, data);
	throw new ApiDecodeError(
		`answered with no JSON${data ? " object" : ""} in line ${line} of the stream`,
		exchange,
		{ body: excerpt(text, exchange.secrets) },
	);
}

/** The text of a message as it is. */
export function textOf(_answer: Answer, { text }: Message): string {
	return text;
}

/** `undefined` for what is not JSON. The engine's error is not kept: it quotes the text, secrets and all. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
