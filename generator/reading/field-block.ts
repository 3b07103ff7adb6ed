import type { Block } from "../markdown/block.ts";
import type { ParameterLocation } from "../model/types.ts";
import { addField } from "./add-field.ts";
import { type ArgumentFields, readArgumentBullets } from "./argument-object.ts";
import { definitionFields, paragraphField } from "./definition-fields.ts";
import { distinctFields } from "./distinct-fields.ts";
import type { Field } from "./field.ts";
import { isFieldList, readFieldBullets } from "./field-bullets.ts";
import { isFieldLines, readFieldLines } from "./field-line.ts";
import { isFieldTable, readFieldTable } from "./field-table.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { fillOwned } from "./owned-fields.ts";
import { addPathField } from "./path-field.ts";
import { placeFields } from "./place-fields.ts";
import { tellUnread } from "./said.ts";
import { optionalFields } from "./variants.ts";

/** True when a block lists fields: a table, typed bullets, or bullets that start with names. */
export function isFieldBlock(block: Block, reader: Reader): boolean {
	const { node } = block;
	if (node.type === "table") return isFieldTable(node, reader.source.text);
	if (node.type === "paragraph")
		return (
			definitionFields(block, reader).length > 0 ||
			paragraphField(block, reader).some(({ shape }) => shape !== undefined)
		);
	return (
		node.type === "list" && (isFieldList(node) || isFieldLines(node, reader))
	);
}

/** The fields of a block, each once; nothing when it lists none. */
export function fieldsOf(
	block: Block,
	reader: Reader,
): readonly Field[] | undefined {
	const fields = listedIn(block, reader);
	return fields && distinctFields(fields, reader.report);
}

function listedIn(block: Block, reader: Reader): readonly Field[] | undefined {
	const { node, span } = block;
	if (node.type === "table") {
		if (!isFieldTable(node, reader.source.text)) return undefined;
		reader.ledger.mark(span, "read", "field table");
		return placeFields(readFieldTable(node, reader));
	}
	if (node.type === "paragraph") {
		const defined = definitionFields(block, reader);
		const found = defined.length > 0 ? defined : paragraphField(block, reader);
		if (found.length === 0) return undefined;
		reader.ledger.mark(span, "read", "fields");
		return placeFields(found);
	}
	if (node.type !== "list") return undefined;
	if (isTyped(block, reader)) {
		reader.ledger.mark(span, "read", "fields");
		return readArgumentBullets(node, reader).flatMap((read) => {
			for (const other of read.others)
				tellUnread(other, "among fields", reader);
			return read.fields.map((field) => placed(field, read.location));
		});
	}
	if (!isFieldLines(node, reader)) return undefined;
	reader.ledger.mark(span, "read", "fields");
	const { fields, others } = readFieldLines(node, reader);
	for (const other of others)
		reader.ledger.mark(other.span, "prose", "among fields");
	return placeFields(fields);
}

/** What the field itself says of its place counts more than the object that it is passed in. */
function placed(field: Field, location: ArgumentFields["location"]): Field {
	return field.location === undefined && location !== undefined
		? { ...field, location }
		: field;
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

/** What the words around a block of fields say about those that do not say it themselves. */
interface Around {
	readonly required?: boolean;
	/** The field whose own fields they are. */
	readonly owner?: string;
}

/** Adds the fields of a block to an operation. */
export function addFieldBlock(
	block: Block,
	location: ParameterLocation | "body" | "unsaid",
	draft: OperationDraft,
	reader: Reader,
	{ required, owner }: Around = {},
): boolean {
	const fields = fieldsOf(block, reader)?.map((field) =>
		required === undefined || field.property.required !== undefined
			? field
			: { ...field, property: { ...field.property, required } },
	);
	if (fields === undefined) return false;
	if (owner !== undefined && addOwned(draft, owner, fields)) return true;
	// Prose calls a query a part of the path; a column or a heading means what it says.
	const prose = block.node.type !== "table";
	for (const field of fields)
		if (field.location === "path" && prose) addPathField(draft, field);
		else addField(draft, field, field.location ?? location);
	return true;
}

function addOwned(
	draft: OperationDraft,
	owner: string,
	fields: readonly Field[],
): boolean {
	const { condition } = draft.context;
	const properties = fields.map(({ property }) => property);
	const owned =
		condition === undefined
			? properties
			: optionalFields({ condition, properties });
	const filled = fillOwned(draft.bodyFields, owner, owned);
	if (filled === undefined) return false;
	draft.owned.push({ owner, fields: owned });
	draft.bodyFields.splice(0, draft.bodyFields.length, ...filled);
	return true;
}
