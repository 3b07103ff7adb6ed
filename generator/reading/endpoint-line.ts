import { type Block, plainText } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { HttpMethod, PathSegment } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import type { Reader } from "./fragment.ts";
import { methodOf, readPath } from "./path.ts";

/** A method and a path, and where they stand. */
export interface EndpointLine {
	readonly method: HttpMethod;
	readonly path: readonly PathSegment[];
	/** The path as written. */
	readonly written: string;
	readonly span: Span;
}

/** A recogniser of endpoint lines: a dialect chooses among them. */
export type EndpointRecogniser = (
	block: Block,
) => { readonly method: string; readonly path: string } | undefined;

/** ``**GET** `/path` ``: the method in bold, the path in code. */
export const boldMethodCodePath: EndpointRecogniser = ({ node }) => {
	if (node.type !== "paragraph") return undefined;
	const [first, gap, last, ...others] = node.children;
	if (first?.type !== "strong" || last?.type !== "inlineCode") return undefined;
	if (others.length > 0 || gap === undefined || plainText(gap) !== "")
		return undefined;
	const found = { method: plainText(first), path: last.value };
	return methodOf(found.method) && found.path.startsWith("/")
		? found
		: undefined;
};

/** The endpoint lines among a section's own blocks. */
export function endpointLines(
	section: Section,
	recognisers: readonly EndpointRecogniser[],
	reader: Reader,
): readonly (EndpointLine & { readonly block: Block })[] {
	return section.blocks.flatMap((block) => {
		const found = recognisers.map((one) => one(block)).find((one) => one);
		if (found === undefined) return [];
		const method = methodOf(found.method);
		if (method === undefined) return [];
		const path = readPath(found.path, block.span, reader.report);
		reader.ledger.mark(block.span, path ? "read" : "unread", "endpoint");
		if (path === undefined) return [];
		return [{ method, path, written: found.path, span: block.span, block }];
	});
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

/** True when a code block shows a request line: `GET /loans`. */
export function looksLikeRequest(code: string): boolean {
	return /^(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+(?:https?:\/)?\/[\w{<:]/m.test(
		code,
	);
}
