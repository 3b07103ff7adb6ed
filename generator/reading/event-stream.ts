import type { Fence } from "../markdown/fence.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import {
	addResponseSample,
	addShape,
	markStreamed,
} from "./response-answer.ts";

/** True when a text is a stream of events as it goes over the wire: `event: tick`, `data: {…}`. */
export function isEventStream(text: string): boolean {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	return (
		lines.some((line) => /^data:/.test(line)) &&
		lines.every((line) =>
			/^(?:(?:event|data|id|retry)?:|\.{3}|…|\/\/)/.test(line.trim()),
		)
	);
}

/** Reads an answer that is a stream of events: the shape is that of the data of one of them. */
export function addEventStream(
	fence: Fence,
	status: string | undefined,
	draft: OperationDraft,
	reader: Reader,
): void {
	let at = 0;
	let found = false;
	for (const line of fence.text.split("\n")) {
		const start = at + (/^data:\s*/.exec(line)?.[0].length ?? 0);
		const text = line.replace(/^data:\s*/, "");
		if (start > at && /^[[{]/.test(text)) {
			const from = start;
			const one: Fence = {
				...fence,
				text,
				at: (begin, end) => fence.at(from + begin, from + end),
			};
			addResponseSample(one, status, draft, reader);
			found = true;
		}
		at += line.length + 1;
	}
	const mediaType = "text/event-stream";
	if (found) markStreamed(status, draft, mediaType);
	else
		addShape(draft, status, { mediaType, shape: { kind: "string" } }, [
			{ span: fence.span, basis: "inferred" },
		]);
}
