import { type Block, markdownOf, spanOf } from "../markdown/block.ts";
import { textOf } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import {
	type Condition,
	conditionIn,
	conditionOfTitle,
	conditionOn,
	tellingProperty,
	valueOfTitle,
} from "./condition.ts";
import { extendedTypes } from "./extended-types.ts";
import { isFieldBlock } from "./field-block.ts";
import type { FieldContext } from "./field-context.ts";
import type { Reader } from "./fragment.ts";
import type { Part } from "./part.ts";
import { isAnswer } from "./part-role.ts";
import { partRoleOf, partWords } from "./part-words.ts";

/** Takes what the heading or label of a part says; true when it is a condition. */
export function enterPart(
	context: FieldContext,
	{ label, role }: Part,
	reader: Reader,
): boolean {
	context.bases = [];
	if (label === undefined) return false;
	const { span, heading = false, text } = label;
	const written = textOf(reader.source, span);
	const word = valueOfTitle(written);
	const { telling } = context;
	const condition =
		conditionOfTitle(written, span) ??
		(telling !== undefined &&
		word !== undefined &&
		partRoleOf(partWords, text) === undefined
			? variantOf(telling, word, span)
			: undefined);
	if (condition !== undefined) {
		context.condition = condition;
		context.opener = { heading, role };
		reader.ledger.mark(span, "read", "condition of fields");
		return true;
	}
	const { opener } = context;
	const within =
		!heading &&
		opener?.heading === true &&
		isAnswer(role) === isAnswer(opener.role);
	if (within) return false;
	context.condition = undefined;
	if (heading || opener?.role !== role) context.telling = undefined;
	return false;
}

/** Takes what a paragraph says; what else it says when it is a condition, and nothing when it is none. */
export function enterBlock(
	context: FieldContext,
	block: Block,
	next: Block | undefined,
	reader: Reader,
): string | undefined {
	const { node, span } = block;
	if (node.type !== "paragraph" || isFieldBlock(block, reader))
		return undefined;
	// The block of an item has the item's mark in front.
	const written = markdownOf(reader.source, spanOf(reader.source, node));
	const before = next !== undefined && isFieldBlock(next, reader);
	context.bases = before ? extendedTypes(written) : [];
	const telling = tellingProperty(written);
	if (telling !== undefined) {
		context.telling = telling;
		context.condition = undefined;
		return undefined;
	}
	const said = before ? conditionIn(written, span) : undefined;
	const condition = said?.condition ?? titleIn(written, block, context, before);
	if (condition === undefined) {
		// Other words announce other fields.
		const announces = before && /[:：]\s*$/.test(written);
		if (announces && context.opener?.heading !== true)
			context.condition = undefined;
		return undefined;
	}
	context.condition = condition;
	context.opener = { heading: false, role: "description" };
	reader.ledger.mark(span, "read", "condition of fields");
	return said?.rest ?? "";
}

/** Bold or code alone over fields, or over words about a variant. */
function titleIn(
	written: string,
	{ span }: Block,
	{ telling }: FieldContext,
	before: boolean,
): Condition | undefined {
	const stated = before ? conditionOfTitle(written, span) : undefined;
	const marked = /^(?:for |when |if )?[*`"]/i.test(written);
	const word =
		telling === undefined || !marked ? undefined : valueOfTitle(written);
	return (
		stated ??
		(telling === undefined || word === undefined
			? undefined
			: variantOf(telling, word, span))
	);
}

function variantOf(property: string, value: string, span: Span): Condition {
	return { ...conditionOn(property, [value], span), telling: true };
}
