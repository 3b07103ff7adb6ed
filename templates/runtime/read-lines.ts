import type { Answer } from "./answer.js";
import type { ApiStream } from "./api-stream.js";
import { createSplitter, within } from "./split-lines.js";
import {
	expectType,
	jsonOf,
	type Message,
	type Messages,
	streamOf,
} from "./stream.js";

/** The body as a stream of JSON values, one a line. */
export async function readLines(answer: Answer): Promise<ApiStream<unknown>> {
	await expectType(answer, /json|^text\/plain|octet-stream/i);
	return streamOf(answer, createLines(answer.limit), jsonOf);
}

/** Lines that are not blank; those of a value that is written over several lines, `{` to `}`, are one message. */
export function createLines(limit: number): Messages {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: each text of a JSON sequence (RFC 7464) begins with it.
	const split = createSplitter(/[\n\x1e]/g, limit);
	let line = 0;
	let open: Message | undefined;
	return function* (piece, last) {
		for (const text of split(piece, last)) {
			line++;
			if (open) {
				open = { ...open, text: within(limit, `${open.text}\n${text}`) };
				if (!/^[\]}]\s*$/.test(text)) continue;
				yield open;
				open = undefined;
			} else if (/^[[{]\s*$/.test(text)) open = { text, line };
			else if (/\S/.test(text)) yield { text, line };
		}
		if (last && open) yield open;
	};
}
