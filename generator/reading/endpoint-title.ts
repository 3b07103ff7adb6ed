import type { Span } from "../text/span.ts";
import { endpointsIn, type FoundEndpoint } from "./endpoint-forms.ts";

/** The endpoints that a title states, and its words without them. */
export interface EndpointTitle {
	readonly endpoints: readonly FoundEndpoint[];
	/** Without numbering; empty when there are no words. */
	readonly words: string;
}

const stated =
	/(?<before>^|^.*?[\s([–—:-])(?<endpoint>(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)(?:\s*[/|,]\s*(?:GET|PUT|POST|DELETE|PATCH))*\s*:?\s+(?:https?:\/\/|\/)(?:[^\s()<>{}]|\([^()]*\)|<[^<>]*>|\{[^{}]*\})*)(?<after>.*)$/s;

/**
 * Reads a title with a method and a path in it, at its start, its end or in brackets: `Create singer — POST /singers`,
 * `1.2 Get order (GET /orders/:id)`, ``**GET** `/chairs` – all chairs``.
 */
export function readEndpointTitle(
	markdown: string,
	span: Span,
): EndpointTitle | undefined {
	const text = markdown
		.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
		.replace(/\*\*|`/g, " ")
		.replace(/\s+/g, " ")
		.trim();
	const {
		before = "",
		endpoint = "",
		after = "",
	} = stated.exec(text)?.groups ?? {};
	const written = endpoint.replace(/[.,;:]+$/, "");
	const endpoints = endpointsIn(written, span);
	if (endpoints.length === 0) return undefined;
	const words = [before, after]
		.map((part) => part.replace(/^[\s)\].,:–—-]+|[\s([:–—-]+$/g, ""))
		.filter((part) => /[\p{L}\p{N}]/u.test(part))
		.join(" ")
		.replace(/^\d+(?:\.\d+)*[.)]?\s+/, "");
	return { endpoints, words };
}
