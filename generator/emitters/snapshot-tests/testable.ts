import type { ResponseFixture } from "../../model/fixtures/response.ts";
import { answersText } from "../../model/text-answer.ts";
import type { Operation } from "../../model/types.ts";

/**
 * Whether a client can be held to a response: `fetch` neither sends such requests as GET with a body, nor hands out
 * statuses such as 101 and 407, and what is neither JSON nor text is no data to the client.
 */
export function isTestable(
	operation: Operation,
	{ status, mediaType, documented, body: answer }: ResponseFixture,
): boolean {
	const { method, body, responses } = operation;
	if (body !== undefined) {
		if (method === "GET" || method === "HEAD") return false;
		if (!isJson(body.mediaType)) return false;
	}
	if (method === "TRACE" || status < 200 || status === 407) return false;
	if (status >= 300 && status < 400) return false;
	if (status >= 400) return true;
	if (answersText(operation)) return typeof answer === "string";
	// One operation is read in one way: a client cannot tell a wrapped success from a bare one.
	const wrapped = responses.filter(({ enveloped }) => enveloped === true);
	const here = wrapped.some((response) => response.status === documented);
	const alike = wrapped.length === 0 || here || mediaType === undefined;
	return alike && (mediaType === undefined || isJson(mediaType));
}

function isJson(mediaType: string): boolean {
	return /^application\/json\s*(?:;|$)/i.test(mediaType);
}
