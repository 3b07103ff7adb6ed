import type { PhrasingContent } from "mdast";
import { type Block, plainText, spanOf } from "../markdown/block.ts";
import type { Origins } from "../model/types.ts";
import { parseMarks } from "../notation/marks.ts";
import type { Reader } from "./fragment.ts";
import type { RawField } from "./raw-field.ts";

/**
 * The fields that a sentence lists: "Available fields: `spent` (boolean), `txid` (optional) and `status`." Nothing for a
 * sentence that says something else between the names.
 */
export function sentenceFields(
	{ node }: Block,
	reader: Reader,
): readonly RawField[] {
	if (node.type !== "paragraph") return [];
	const [lead, ...rest] = node.children;
	if (lead?.type !== "text" || !announces.test(lead.value)) return [];
	const fields: RawField[] = [];
	for (const [index, child] of rest.entries()) {
		if (child.type !== "inlineCode") {
			if (index % 2 === 0) return fields;
			continue;
		}
		if (!/^[A-Za-z_][\w.[\]-]*$/.test(child.value)) return fields;
		const between = textOf(rest[index + 1]);
		fields.push(fieldOf(child.value, child, between, reader));
		if (!goesOn.test(between)) break;
	}
	return fields.length > 1 ? fields : [];
}

const announces =
	/(?:^|[.!?]\s)(?:(?:the )?(?:available|returned|response|result(?:ing)?|included|following) (?:fields|attributes|properties|keys)(?: are)?|(?:returns|contains|includes|has) the (?:following )?(?:fields|attributes|properties|keys)|fields)\s*:?\s*$|\b(?:with|has|have|contains?|includes?) the following (?:fields|attributes|properties|keys)\s*:?\s*$|\bobject (?:with|of|containing|that has) (?:the |these )?(?:following )?(?:fields|attributes|properties|keys)\s*:?\s*$/i;

/** A comma or "and" in front of the next name, brackets before it. */
const goesOn = /^\s*(?:\([^()]*\))?\s*(?:,|;|and|or|&|\/)\s*(?:and\s*)?$/i;

function textOf(node: PhrasingContent | undefined): string {
	return node?.type === "text" ? plainText(node) : "";
}

function fieldOf(
	name: string,
	node: PhrasingContent,
	between: string,
	reader: Reader,
): RawField {
	const span = spanOf(reader.source, node);
	const origins: Origins = [{ span, basis: "stated" }];
	const inner = /^\s*\(([^()]*)\)/.exec(between)?.[1];
	const marks = inner === undefined ? undefined : parseMarks(inner, origins);
	const words = marks === undefined ? inner : marks.words?.join(", ");
	return {
		name,
		depth: 0,
		...(marks?.shape !== undefined && { shape: marks.shape }),
		...(marks?.required !== undefined && { required: marks.required }),
		description: words ?? "",
		span,
	};
}
