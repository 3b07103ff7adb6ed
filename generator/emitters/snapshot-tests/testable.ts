import { type StreamAnswer, streamAnswer } from "../../model/stream-answer.ts";
import { answersText } from "../../model/text-answer.ts";
import type { ApiModel, Operation } from "../../model/types.ts";
import { isJsonObject, type JsonValue } from "../../text/json.ts";
import type { Exchange } from "./expectation.ts";
import { expectedBody } from "./expected-body.ts";

/**
 * Whether a client can be held to a call: `fetch` neither sends such requests as GET with a body, nor hands out statuses
 * such as 101 and 407, and what is neither JSON nor text is no data to the client.
 */
export function isTestable(
	model: ApiModel,
	{ operation, request, response }: Omit<Exchange, "credentials">,
): boolean {
	const { method, body, responses } = operation;
	const { status, mediaType, documented, body: answer, items } = response;
	if (body !== undefined) {
		if (method === "GET" || method === "HEAD") return false;
		if (expectedBody(model, operation, request) === undefined) return false;
	}
	if (method === "TRACE" || status < 200 || status === 407) return false;
	if (status >= 300 && status < 400) return false;
	if (status >= 400) return true;
	if (answersText(operation)) return typeof answer === "string";
	const stream = streamAnswer(model, operation);
	if (stream !== undefined)
		return items?.every((item) => isItem(operation, stream, item)) === true;
	// One operation is read in one way: a client cannot tell a wrapped success from a bare one.
	const wrapped = responses.filter(({ enveloped }) => enveloped === true);
	const here = wrapped.some((response) => response.status === documented);
	const alike = wrapped.length === 0 || here || mediaType === undefined;
	return alike && (mediaType === undefined || isJson(mediaType));
}

/** Whether an item is data, and not a failure or an end. The server writes strings as texts, and the ends of lines alike. */
function isItem(
	{ envelope }: Operation,
	{ kind }: StreamAnswer,
	item: JsonValue,
): boolean {
	const { success = "" } = envelope ?? {};
	return typeof item === "string"
		? kind === "textEvents" && !/\r|^\[DONE\]$/.test(item)
		: !isJsonObject(item) || item[success] !== false;
}

function isJson(mediaType: string): boolean {
	return /^application\/json\s*(?:;|$)/i.test(mediaType);
}
