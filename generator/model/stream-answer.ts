import { resolve } from "./resolve.ts";
import type { ApiModel, Operation } from "./types.ts";

/** How an operation answers that gives its data bit by bit. */
export interface StreamAnswer {
	/** Server-sent events with JSON in them, such events with other text, or lines of JSON. */
	readonly kind: "events" | "textEvents" | "lines";
	/** What the request says that it accepts. */
	readonly accept: string;
}

/** How an operation streams, when every success of it does; the shape of such a response is that of one item. */
export function streamAnswer(
	model: ApiModel,
	{ responses }: Operation,
): StreamAnswer | undefined {
	const successes = responses.filter(({ status }) => /^2/.test(status));
	const all = (type: RegExp) =>
		successes.every(({ mediaType = "" }) => type.test(mediaType));
	const [first] = successes;
	if (first?.mediaType === undefined) return undefined;
	if (all(events)) {
		const { kind } = resolve(model, first.shape ?? { kind: "unknown" });
		return {
			kind: kind === "string" ? "textEvents" : "events",
			accept: "text/event-stream",
		};
	}
	// Docs that show lines do not say what the server calls them.
	const [type] = first.mediaType.split(";");
	return all(lines)
		? { kind: "lines", accept: `${type?.trim()}, */*;q=0.5` }
		: undefined;
}

const events = /^text\/event-stream\s*(?:;|$)/i;

const lines =
	/^(?:application|text)\/[\w.+-]*(?:ndjson|jsonl|json-?lines|json-?seq|json-?stream|stream\+json)\s*(?:;|$)/i;
