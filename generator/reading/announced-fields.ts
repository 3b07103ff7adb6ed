import type { Block } from "../markdown/block.ts";
import type { Origins, Property, Shape } from "../model/types.ts";
import { announcedBy } from "./announced.ts";
import { fillShape } from "./field.ts";
import { fieldsOf } from "./field-block.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { addDescribed } from "./response-answer.ts";

/**
 * Reads a list of fields by the words in front of it: "The `message` object has the following fields:" puts them into that
 * field of the body, "This endpoint returns the following for each block:" into the answer. False where the words say no more
 * than the part does.
 */
export function readAnnouncedFields(
	block: Block,
	words: string,
	{
		draft,
		reader,
		status,
		open,
	}: {
		readonly draft: OperationDraft;
		readonly reader: Reader;
		readonly status: string | undefined;
		/** True in a part that does not say whether it is about requests. */
		readonly open: boolean;
	},
): boolean {
	const { side, property } = announcedBy(words);
	if (open && side === "response") {
		const fields = fieldsOf(block, reader);
		if (fields === undefined) return false;
		const own = fields.map((field) => field.property);
		addDescribed(own, status, block, draft, property);
		return true;
	}
	const at =
		property === undefined ? -1 : indexOfField(draft.bodyFields, property);
	const outer = draft.bodyFields[at];
	if (outer === undefined) return false;
	const fields = fieldsOf(block, reader);
	if (fields === undefined) return false;
	const inner = fields.map((field) => field.property);
	const origins: Origins = [{ span: block.span, basis: "stated" }];
	draft.bodyFields[at] = {
		...outer,
		shape: holding(outer, property ?? "", inner),
		origins: [...outer.origins, ...origins],
	};
	return true;
}

/** The field of that name, or of which one is called so: `messages` for `message`. */
function indexOfField(fields: readonly Property[], name: string): number {
	const exact = fields.findIndex((one) => one.name === name);
	return exact >= 0
		? exact
		: fields.findIndex(
				(one) => one.name === `${name}s` || one.name === `${name}es`,
			);
}

function holding(
	{ name, shape }: Property,
	said: string,
	inner: readonly Property[],
): Shape {
	const empty = { kind: "object", properties: [] } as const;
	const base: Shape =
		shape.kind !== "unknown"
			? shape
			: name === said
				? empty
				: { kind: "array", items: empty };
	return fillShape(base, inner, []);
}
