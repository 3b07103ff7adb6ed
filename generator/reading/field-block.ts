import { type Block, markdownOf } from "../markdown/block.ts";
import type { ParameterLocation } from "../model/types.ts";
import type { Field } from "./field.ts";
import { isFieldList, readFieldBullets } from "./field-bullets.ts";
import { isFieldLines, readFieldLines } from "./field-line.ts";
import { isFieldTable, readFieldTable } from "./field-table.ts";
import type { Reader } from "./fragment.ts";
import { addField, type OperationDraft } from "./operation-draft.ts";
import { placeFields } from "./place-fields.ts";

/** True when a block lists fields: a table, typed bullets, or bullets that start with names. */
export function isFieldBlock({ node }: Block, reader: Reader): boolean {
	if (node.type === "table") return isFieldTable(node, reader.source.text);
	return (
		node.type === "list" && (isFieldList(node) || isFieldLines(node, reader))
	);
}

/** The fields of a block; nothing when it lists none. */
export function fieldsOf(
	block: Block,
	reader: Reader,
): readonly Field[] | undefined {
	const { node, span } = block;
	if (node.type === "table") {
		if (!isFieldTable(node, reader.source.text)) return undefined;
		reader.ledger.mark(span, "read", "field table");
		return placeFields(readFieldTable(node, reader));
	}
	if (node.type !== "list") return undefined;
	if (isTyped(block, reader)) {
		reader.ledger.mark(span, "read", "fields");
		return readFieldBullets(node, reader).fields;
	}
	if (!isFieldLines(node, reader)) return undefined;
	reader.ledger.mark(span, "read", "fields");
	const { fields, others } = readFieldLines(node, reader);
	for (const other of others)
		reader.ledger.mark(
			other.span,
			"prose",
			markdownOf(reader.source, other.span).slice(0, 0) || "among fields",
		);
	return placeFields(fields);
}

/** `` `name: type` `` all in code is the form that has variants, too. */
function isTyped({ node }: Block, reader: Reader): boolean {
	if (node.type !== "list" || !isFieldList(node)) return false;
	const { fields } = readFieldBullets(node, {
		...reader,
		report: () => undefined,
	});
	return fields.length > 0;
}

/** Adds the fields of a block to an operation. */
export function addFieldBlock(
	block: Block,
	location: ParameterLocation | "body" | "unsaid",
	draft: OperationDraft,
	reader: Reader,
): boolean {
	const fields = fieldsOf(block, reader);
	if (fields === undefined) return false;
	for (const field of fields)
		addField(draft, field, field.location ?? location);
	return true;
}
