import { encodingOf } from "../model/encoding.ts";
import type { Body, Origins, Response, Shape } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import type { EndpointLine } from "./endpoint-line.ts";

/** A media type that words state, and where. */
export interface StatedMedia {
	readonly mediaType: string;
	readonly span: Span;
}

/** A body that the docs only name the media type of. */
export function bareBody({
	bodyMediaType,
	endpoint,
}: {
	readonly bodyMediaType?: string;
	readonly endpoint: EndpointLine;
}): Body | undefined {
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
	if (
		stated === undefined ||
		/^(?:application|text)\/json/.test(stated.mediaType)
	) {
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
