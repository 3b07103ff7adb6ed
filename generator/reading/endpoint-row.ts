import { plainText, spanOf } from "../markdown/block.ts";
import { addField } from "./add-field.ts";
import type { RowCell } from "./endpoint-forms.ts";
import type { Reader } from "./fragment.ts";
import { addNamed } from "./label-value.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { partRoleOf, partWords } from "./part-words.ts";
import { pathForm } from "./path-form.ts";
import { addResponse } from "./response-parts.ts";
import { addRequestSample } from "./sample-block.ts";
import { statusesListed, statusOf } from "./status-line.ts";

/**
 * Reads what stands beside an endpoint in the row of a table: `{ name, age? }` under "Body", `` `since` (int) `` under
 * "Parameters", `201` under "Returns", and the words of its description, which become its title.
 */
export function readEndpointRow(
	row: readonly RowCell[],
	draft: OperationDraft,
	reader: Reader,
): void {
	for (const one of row) readRowCell(one, draft, reader);
}

function readRowCell(
	{ head, cell }: RowCell,
	draft: OperationDraft,
	reader: Reader,
): void {
	const text = plainText(cell);
	if (text === "" || /^[-–—]$/.test(text)) return;
	const span = spanOf(reader.source, cell);
	if (/^(?:desc|summary|purpose|action|what|function|notes?$)/.test(head)) {
		draft.title ??= text.replace(/\s*\(\?[^()]*\)/g, "");
		addAsked(text, draft, reader, cell);
		return;
	}
	const [, place = head, rest = text] =
		/^(body|query|path|headers?|params?):\s*(.*)$/is.exec(text) ?? [];
	const role = partRoleOf(partWords, place.toLowerCase());
	switch (role) {
		case "path":
		case "query":
		case "header":
		case "body":
		case "parameters": {
			if (/^\{\s*["']/.test(rest) && role === "body") {
				const fence = { language: "json", text: rest, span, at: () => span };
				addRequestSample(fence, draft, reader);
				return;
			}
			const value = rest.replace(/^\{\s*|\s*\}$/g, "");
			addNamed({ text: head, value, span }, role, draft, reader);
			return;
		}
		case "returns":
		case "responses":
		case "response-sample":
		case "status": {
			const found = statusOf(text);
			if (found === undefined) return;
			for (const status of [found.status, ...statusesListed(found.rest)])
				addResponse(draft, { status, origins: [{ span, basis: "stated" }] });
			return;
		}
		default:
	}
}

/** "List pets (`?species=cat&limit=10`)". */
function addAsked(
	text: string,
	draft: OperationDraft,
	{ source }: Reader,
	cell: RowCell["cell"],
): void {
	const [, shown] = /\((\?[\w.-]+=[^\s()]*)\)/.exec(text) ?? [];
	const form = shown === undefined ? undefined : pathForm(`/${shown}`);
	for (const name of form?.query ?? [])
		addField(
			draft,
			{
				property: {
					name,
					shape: { kind: "unknown" },
					origins: [{ span: spanOf(source, cell), basis: "stated" }],
				},
			},
			"query",
		);
}
