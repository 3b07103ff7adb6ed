import type { HttpMethod, PathSegment } from "../model/types.ts";
import type { Span } from "../text/span.ts";

/** A method and a path, and where they stand. */
export interface EndpointLine {
	readonly method: HttpMethod;
	readonly path: readonly PathSegment[];
	/** The path as written. */
	readonly written: string;
	readonly span: Span;
}

const looks = [
	// `Send POST /loans`, `### GET https://library.example/loans`
	/(?:^|[\s*`(])(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)[*`\s:]+(?:https?:\/)?\/[\w{<:]/,
	// `**GET** `loans``, `**LIST** `/loans``
	/^\*\*\s*(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s*:?\*\*:?\s*`/i,
	/^\*\*[A-Za-z]+\s*:?\*\*:?\s*`\/[^`]*`\s*$/,
];

/** True when the Markdown of a paragraph or heading has a method and a path in it although no recogniser knew it. */
export function looksLikeEndpoint(text: string): boolean {
	return looks.some((pattern) => pattern.test(text));
}

/** True when a heading is a path in code and nothing else: `/loans/{id}`, and no method to send there. */
export function looksLikePath(markdown: string): boolean {
	return /^`(?:\/[\w{}<>:*-]+)+(?:\/|\.json)?`$/.test(markdown.trim());
}

/** True when a code block shows a request line: `GET /loans`. */
export function looksLikeRequest(code: string): boolean {
	return /^(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+(?:https?:\/)?\/[\w{<:]/m.test(
		code,
	);
}
