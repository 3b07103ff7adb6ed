import type { Origins, Shape } from "../model/types.ts";
import { isJsonObject, type JsonValue } from "../text/json.ts";
import type { Reader } from "./fragment.ts";
import { jsonOf, type SampleNode } from "./json-sample.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { fieldsIn } from "./page-list.ts";
import type { PagePart } from "./page-parts.ts";
import { addResponse } from "./response-parts.ts";

/** Reads what a page says that a call returns: an object of the fields listed, or the type that they are folded into. */
export function readPageReturns(
	part: PagePart,
	draft: OperationDraft,
	reader: Reader,
	sample: SampleNode | undefined,
): void {
	const read = fieldsIn(
		part.lines,
		reader,
		(names) => sample && placeOf(jsonOf(sample), names),
	);
	const { fields, title } = read;
	const [first] = fields;
	const shape: Shape | undefined =
		read.whole ??
		(first && {
			kind: "object",
			properties: fields.map(({ property }) => property),
			...(title !== undefined && { title }),
		});
	const span = read.span ?? part.label?.span ?? first?.property.origins[0].span;
	if (shape === undefined || span === undefined) return;
	const origins: Origins = [
		{ span, basis: "stated", of: ["type"] },
		{ span, basis: "assumed", of: ["status"] },
	];
	if (title !== undefined && draft.page === title)
		draft.pageItem = { shape, origins };
	else
		addResponse(draft, {
			status: "200",
			mediaType: "application/json",
			shape,
			origins,
		});
}

/** The object of an example that has the described fields: the whole of it, or one of its members. */
function placeOf(
	value: JsonValue,
	names: readonly string[],
): JsonValue | undefined {
	if (!isJsonObject(value)) return undefined;
	const has = (object: JsonValue | undefined) =>
		isJsonObject(object) && names.some((name) => Object.hasOwn(object, name));
	return has(value) ? value : Object.values(value).find(has);
}
