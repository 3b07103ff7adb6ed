import { join } from "../model/join.ts";
import type { HttpMethod, Origins, Shape } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import type { CurlCommand } from "./curl.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { shapeOfValues } from "./shown-parameters.ts";
import { pairsIn } from "./shown-request.ts";

const form = "application/x-www-form-urlencoded";
const said =
	/\b(?:param(?:eter)?s?|arguments?|fields?)\b[^.]{0,160}\bbody\b[^.]{0,160}application\/x-www-form-urlencoded/i;

/** True when docs say that what goes into the query may be sent as a form instead. */
export function saysFormBody(text: string): boolean {
	return said.test(text.replace(/\s+/g, " "));
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

/** What curl sends as a form shows of the body: `-d name=Ada -d age=36`; nothing for other data. */
export function showForm(
	{ data = "", headers }: CurlCommand,
	draft: OperationDraft,
	span: Span,
): boolean {
	const type = headers.find(([name]) => /^content-type$/i.test(name))?.[1];
	if (!takesBody(draft.endpoint.method)) return false;
	if (type !== undefined && !type.startsWith(form)) return false;
	const pairs = pairsIn(data.split("&"));
	if (pairs.length === 0 || pairs.length < data.split("&").length) return false;
	const names = [...new Set(pairs.map(([name]) => name))];
	const origins: Origins = [{ span, basis: "inferred" }];
	const shape: Shape = {
		kind: "object",
		properties: names.map((name) => ({
			name,
			shape: shapeOfValues(
				name,
				pairs.filter((pair) => pair[0] === name).map(([, value]) => value),
			),
			origins,
		})),
	};
	const known = draft.shownBody;
	const both = known && join(known.shape, shape, { mode: "either" });
	draft.shownBody = {
		shape: both ?? shape,
		origins: known?.origins ?? origins,
	};
	if (known === undefined) draft.bodyMediaType ??= form;
	return true;
}
