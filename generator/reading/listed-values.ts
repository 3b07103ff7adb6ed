import type { Block } from "../markdown/block.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import {
	readValueTable,
	type Values,
	valued,
	withValuesOf,
} from "./value-table.ts";

/** Reads a table of the values of fields that came before: those of the request, or those of its answer. */
export function readListedValues(
	{ node, span }: Block,
	part: Part,
	draft: OperationDraft,
	{ source, ledger }: Reader,
	status: string | undefined,
): boolean {
	if (part.role !== "values" || node.type !== "table") return false;
	const values = readValueTable(node, source.text);
	if (values === undefined || values.of.size === 0) return false;
	ledger.mark(span, "read", "values");
	const answer = ["returns", "responses", "status", "response-sample"];
	if (answer.includes(part.within)) toAnswer(draft, values.of, status);
	else toRequest(draft, values.of);
	return true;
}

function toAnswer(
	{ responses }: OperationDraft,
	values: Values["of"],
	status: string | undefined,
): void {
	const at = responses.findIndex((one) =>
		status === undefined ? one.status.startsWith("2") : one.status === status,
	);
	const response = responses[at];
	if (response?.shape === undefined) return;
	responses[at] = { ...response, shape: withValuesOf(response.shape, values) };
}

function toRequest(draft: OperationDraft, values: Values["of"]): void {
	for (const [index, one] of draft.parameters.entries())
		draft.parameters[index] = valued(one, values);
	for (const [index, one] of draft.bodyFields.entries())
		draft.bodyFields[index] = valued(one, values);
	if (draft.body !== undefined)
		draft.body = {
			...draft.body,
			shape: withValuesOf(draft.body.shape, values),
		};
}
