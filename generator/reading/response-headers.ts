import { type Block, plainText } from "../markdown/block.ts";
import { openFence } from "../markdown/fence.ts";
import type { Origins, Shape } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import { fieldsOf } from "./field-block.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";

/** Reads a table, a list or lines of headers below "Response headers". */
export function readResponseHeaders(
	block: Block,
	status: string | undefined,
	draft: OperationDraft,
	reader: Reader,
): boolean {
	if (block.node.type === "code") {
		const { text, span } = openFence(reader.source, block.node);
		const lines = text.split("\n").filter((line) => line.trim() !== "");
		const found = lines.flatMap((line) => {
			const [, name = "", value = ""] = headerLine.exec(line) ?? [];
			return name === "" ? [] : [[name, value] as const];
		});
		if (found.length === 0 || found.length < lines.length) return false;
		showResponseHeaders(found, status, span, draft);
		reader.ledger.mark(block.span, "read", "response headers");
		return true;
	}
	const fields = fieldsOf(block, reader) ?? [];
	for (const { property } of fields) {
		const { name, required, shape, description, origins } = property;
		if (!isOwn(name)) continue;
		const row = rowStatus.exec(textOf(reader.source, origins[0].span))?.[1];
		draft.responseHeaders.push({
			status: row ?? status,
			header: {
				name,
				...(required !== undefined && { required }),
				shape: headerShape(shape),
				...(description !== undefined && { description }),
				origins,
			},
		});
	}
	if (fields.length > 0)
		reader.ledger.mark(block.span, "read", "response headers");
	return fields.length > 0;
}

/** `| 429 | Retry-After |`: a column of statuses in front. */
const rowStatus = /^\|?\s*`?([1-5]\d\d)`?\s*\|/;

const headerLine = /^\s*([A-Za-z][\w-]*):\s*(.*)$/;

/** Takes the headers that an answer is shown with; what they look like is read off them. */
export function showResponseHeaders(
	headers: readonly (readonly [string, string])[],
	status: string | undefined,
	span: Span,
	draft: OperationDraft,
): void {
	const origins: Origins = [{ span, basis: "inferred" }];
	for (const [name, value] of headers) {
		if (!isOwn(name)) continue;
		const shape: Shape = /^\d{1,15}$/.test(value.trim())
			? { kind: "number", integer: true }
			: { kind: "string" };
		draft.responseHeaders.push({ status, header: { name, shape, origins } });
	}
}

/** "The number of hives is in the `X-Total-Count` response header." Gives whether the paragraph names any. */
export function takeSpokenHeaders(
	{ node, span }: Block,
	status: string | undefined,
	draft: OperationDraft,
): boolean {
	if (node.type !== "paragraph") return false;
	const coded = new Set(
		node.children.flatMap((child) =>
			child.type === "inlineCode" ? [child.value] : [],
		),
	);
	const text = plainText(node);
	const names = spoken.flatMap((pattern) =>
		[...text.matchAll(pattern)].map(([, name = ""]) => name),
	);
	const own = [...new Set(names)].filter(
		(name) => isOwn(name) && (coded.has(name) || name.includes("-")),
	);
	const origins: Origins = [{ span, basis: "stated" }];
	for (const name of own)
		draft.responseHeaders.push({
			status,
			header: { name, shape: { kind: "unknown" }, origins },
		});
	return own.length > 0;
}

const spoken: readonly RegExp[] = [
	/\b([A-Z][\w-]*) (?:HTTP )?response headers?\b/g,
	/\bresponse headers? ([A-Z][\w-]*)/g,
	/\b(?:returned|returns|given|sent|found) (?:back )?(?:in|as|with) (?:the|an?) ([A-Z][\w-]*) header\b/g,
	/\b([A-Z][\w-]*) header (?:of|in) the (?:response|answer)\b/g,
];

/** A header of this API, not one that every message has or that a server in between adds. */
export function isOwn(name: string): boolean {
	return /^[A-Za-z][\w-]*$/.test(name) && !common.test(name);
}

const common =
	/^(?:HTTP|JSON|The|These|All|Custom|Standard|Content-(?:Type|Length|Encoding)|Date|Server|Connection|Keep-Alive|Transfer-Encoding|Vary|Via|Age|Alt-Svc|Pragma|Expires|Cache-Control|Status|Set-Cookie|Accept-Ranges|Authorization|Access-Control-[\w-]+|Strict-Transport-Security|Content-Security-Policy|Referrer-Policy|X-(?:Powered-By|Frame-Options|Content-Type-Options|XSS-Protection|Cache|Runtime)|CF-[\w-]+)$/i;

/** A header is a text: what is no scalar there is nothing that is known. */
export function headerShape(shape: Shape): Shape {
	const fits = ["string", "number", "boolean", "literal", "union"];
	return fits.includes(shape.kind) ? shape : { kind: "unknown" };
}
