import type { Shape } from "../model/types.ts";
import { bodyFromField } from "./field-body.ts";
import type { OperationDraft } from "./operation-draft.ts";

/**
 * Where a list of arguments has one whose type is described elsewhere, it is the whole body, whatever it is called, and
 * the others cannot be parts of it.
 */
export function settleBody(draft: OperationDraft): void {
	const named = draft.bodyFields.filter(({ shape }) => isNamed(shape));
	const [only, ...more] = named;
	if (only === undefined || more.length > 0 || draft.body !== undefined) return;
	for (const field of draft.bodyFields) {
		const { readOnly: _, ...parameter } = field;
		if (field !== only) draft.parameters.push({ ...parameter, in: "query" });
	}
	draft.bodyFields.splice(0);
	draft.body = bodyFromField(only);
}

function isNamed(shape: Shape): boolean {
	if (shape.kind === "array") return isNamed(shape.items);
	return (
		shape.kind === "object" &&
		shape.title !== undefined &&
		shape.properties.length === 0
	);
}
