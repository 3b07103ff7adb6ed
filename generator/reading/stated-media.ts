import type { Span } from "../text/span.ts";
import { answerMediaIn, mediaIn, requestMediaIn } from "./media-words.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { PartRole } from "./part-role.ts";

const answers: ReadonlySet<PartRole> = new Set([
	"responses",
	"returns",
	"response-sample",
	"status",
	"response-header",
]);

/** Takes what a block of prose says of the media types of request and answer; says what it found. */
export function takeStatedMedia(
	text: string,
	role: PartRole,
	draft: OperationDraft,
	span: Span,
): readonly string[] {
	if (role === "errors") return [];
	const answer = answers.has(role) ? shortMedia(text) : answerMediaIn(text);
	const request = answers.has(role) ? undefined : requestMediaIn(text);
	if (request !== undefined && request !== answer)
		draft.bodyMediaType ??= request;
	if (answer !== undefined) draft.answerMedia ??= { mediaType: answer, span };
	return [
		...(request === undefined || request === answer
			? []
			: ["media type of the body"]),
		...(answer === undefined ? [] : ["media type of the answer"]),
	];
}

/** Under a heading about answers, a few words are about the answer; a sentence has to say so. */
function shortMedia(text: string): string | undefined {
	return text.length <= 80 && !/\b(?:error|not|if)\b/i.test(text)
		? mediaIn(text)
		: answerMediaIn(text);
}
