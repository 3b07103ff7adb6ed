import { encodingOf } from "../model/encoding.ts";
import type { Body, Origins, Response, Shape } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import { answerMediaIn, mediaIn, requestMediaIn } from "./media-words.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { PartRole } from "./part-words.ts";

/** A media type that words state, and where. */
export interface StatedMedia {
	readonly mediaType: string;
	readonly span: Span;
}

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

/** A body that the docs only name the media type of. */
export function bareBody({
	bodyMediaType,
	endpoint,
}: OperationDraft): Body | undefined {
	if (bodyMediaType === undefined || encodingOf(bodyMediaType) === "json")
		return undefined;
	if (["GET", "HEAD", "DELETE"].includes(endpoint.method)) return undefined;
	return {
		mediaType: bodyMediaType,
		shape:
			encodingOf(bodyMediaType) === "raw"
				? shapeOf(bodyMediaType)
				: { kind: "unknown" },
		origins: [{ span: endpoint.span, basis: "stated", of: ["type"] }],
	};
}

/** The responses, the success among them with the media type that words give it. */
export function withStatedMedia(
	responses: readonly Response[],
	stated: StatedMedia | undefined,
): readonly Response[] {
	if (stated === undefined || /json$/.test(stated.mediaType)) {
		return responses;
	}
	const { mediaType, span } = stated;
	const at = responses.findIndex(({ status }) => /^2/.test(status));
	const success = responses[at];
	const origins: Origins = [
		{ span, basis: "stated", of: ["type"] },
		{ span, basis: "assumed", of: ["status"] },
	];
	if (success === undefined)
		return [
			...responses,
			{ status: "200", mediaType, shape: shapeOf(mediaType), origins },
		];
	const streams = /event-stream|ndjson/.test(mediaType);
	// A sample of JSON says more than a word about another form that there is.
	if (
		success.shape !== undefined &&
		!streams &&
		success.mediaType !== "text/plain"
	)
		return responses;
	if (success.status === "204") return responses;
	const shape = success.shape ?? shapeOf(mediaType);
	const changed = { ...success, mediaType, shape };
	return responses.map((one) => (one === success ? changed : one));
}

/** Events and lines of a stream are not known by its name; what is no text is bytes. */
function shapeOf(mediaType: string): Shape {
	if (/event-stream|ndjson|json/.test(mediaType)) return { kind: "unknown" };
	return /^text\/|xml|yaml|html|csv/.test(mediaType)
		? { kind: "string" }
		: { kind: "string", format: "binary" };
}
