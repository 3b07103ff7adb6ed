import type { List } from "mdast";
import { type Block, plainText } from "../markdown/block.ts";
import { type Fence, openFence } from "../markdown/fence.ts";
import type { Shape } from "../model/types.ts";
import { parseBracketed } from "../notation/placeholder.ts";
import type { Span } from "../text/span.ts";
import { addField } from "./add-field.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";

/** Headers that the call itself sets, or that authenticate. */
const ours =
	/^(?:accept|authorization|content-type|content-length|host|user-agent)$/i;

/** Request headers that a code block under "Headers" lists: `X-Shelf: [1 to 8 chars]`. */
export function addHeaderLines(
	{ node, span }: Block,
	draft: OperationDraft,
	reader: Reader,
): boolean {
	if (node.type === "list") return addMediaTypes(node, span, draft, reader);
	if (node.type !== "code") return false;
	const fence: Fence = openFence(reader.source, node);
	const lines = fence.text.split("\n").filter((line) => line.trim() !== "");
	const found = lines.map((line) =>
		/^\s*([A-Za-z][\w-]*):\s*(\S.*)$/.exec(line),
	);
	if (found.length === 0 || found.includes(null)) return false;
	for (const [, name = "", value = ""] of found.filter((one) => one !== null)) {
		if (/^content-type$/i.test(name))
			draft.bodyMediaType ??=
				value.split(";")[0]?.trim().toLowerCase() ?? value;
		if (ours.test(name)) continue;
		const shape: Shape = parseBracketed(value.trim()) ?? { kind: "string" };
		const origins = [{ span, basis: "stated" }] as const;
		addField(draft, { property: { name, shape, origins } }, "header");
	}
	reader.ledger.mark(span, "read", "headers");
	return true;
}

/** A list of nothing but `Content-Type: application/json` and `Accept: …` tells how the body is sent. */
function addMediaTypes(
	{ children }: List,
	span: Span,
	draft: OperationDraft,
	{ ledger }: Reader,
): boolean {
	const found = children.map((item) =>
		/^(content-type|accept)\s*:\s*(\S.*)$/i.exec(
			item.children
				.flatMap((one) => ("children" in one ? plainText(one) : ""))
				.join(" "),
		),
	);
	if (found.length === 0 || found.includes(null)) return false;
	for (const one of found) {
		const types = (one?.[2] ?? "").split(/\s*,\s*/);
		const [type] = types.filter((text) => /^[\w.+-]+\/[\w.+*-]+$/.test(text));
		const json = types.find((text) => /^application\/json\b/i.test(text));
		if (type === undefined || /^accept$/i.test(one?.[1] ?? "")) continue;
		draft.bodyMediaType ??= json ?? type;
	}
	ledger.mark(span, "read", "media types");
	return true;
}
