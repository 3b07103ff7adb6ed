import type { HttpMethod } from "../model/types.ts";
import type { OperationDraft } from "./operation-draft.ts";

const form = "application/x-www-form-urlencoded";
const mentioned = /x-www-form-urlencoded/i;
const said =
	/\b(?:param(?:eter)?s?|arguments?|fields?)\b[^.]{0,160}\bbody\b[^.]{0,160}application\/x-www-form-urlencoded/i;

/** True when docs say that what goes into the query may be sent as a form instead. */
export function saysFormBody(text: string): boolean {
	return mentioned.test(text) && said.test(text.replace(/\s+/g, " "));
}

/**
 * Of operations that share a section, the one that takes a body has it as a form where the docs say that parameters may
 * be sent in one: its fields are those of the query of its sibling.
 */
export function sendAsForm(draft: OperationDraft): void {
	for (const parameter of draft.parameters.filter(isQuery)) {
		const { in: _, example: __, ...property } = parameter;
		if (draft.bodyFields.every(({ name }) => name !== property.name))
			draft.bodyFields.push(property);
	}
	const others = draft.parameters.filter((one) => !isQuery(one));
	draft.parameters.splice(0, draft.parameters.length, ...others);
	if (draft.bodyFields.length > 0) draft.bodyMediaType = form;
}

function isQuery({ in: location }: OperationDraft["parameters"][number]) {
	return location === "query";
}

/** True for methods whose requests have a body. */
export function takesBody(method: HttpMethod): boolean {
	return method === "POST" || method === "PUT" || method === "PATCH";
}
