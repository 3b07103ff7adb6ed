import type { Answer } from "./answer.js";
import type { ApiStream } from "./api-stream.js";
import { isJson } from "./media-type.js";
import { createLines } from "./read-lines.js";
import { createSplitter, within } from "./split-lines.js";
import {
	expectType,
	jsonOf,
	type Messages,
	streamOf,
	textOf,
} from "./stream.js";

/** The body as a stream of the JSON in the data of server-sent events. */
export async function readEvents(answer: Answer): Promise<ApiStream<unknown>> {
	return streamOf(answer, await messagesOf(answer), jsonOf);
}

/** The body as a stream of the data of server-sent events, which is no JSON. */
export async function readTextEvents(
	answer: Answer,
): Promise<ApiStream<string>> {
	return streamOf(answer, await messagesOf(answer), textOf);
}

async function messagesOf(answer: Answer): Promise<Messages> {
	await expectType(answer, /json|^text\/event-stream/i);
	// Servers answer so that were asked not to stream.
	return isJson(answer.response.headers.get("content-type") ?? "")
		? createLines(answer.limit)
		: createEvents(answer.limit);
}

/**
 * Events as browsers read them, but for two things: their data is joined without a look at `id` and `retry`, as nobody
 * connects again, and an event that the end of the body cuts off is not passed over, so that nothing is lost in silence.
 */
export function createEvents(limit: number): Messages {
	const split = createSplitter(/\r\n?|\n/g, limit);
	let at = 0;
	let line = 0;
	let event: string | undefined;
	let data: string | undefined;
	return function* (piece, last) {
		for (const text of split(piece, last)) {
			at++;
			const [, name, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(text) ?? [];
			if (name === "event") event = value;
			if (name === "data") {
				if (data === undefined) line = at;
				data = data === undefined ? value : within(limit, `${data}\n${value}`);
			}
			if (text) continue;
			if (data !== undefined) yield { text: data, line, event };
			event = data = undefined;
		}
		if (last && data !== undefined) yield { text: data, line, event };
	};
}
