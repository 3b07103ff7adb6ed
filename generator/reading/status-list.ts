import type { Table } from "mdast";
import { type Block, plainText } from "../markdown/block.ts";
import type { Origins } from "../model/types.ts";
import { readCell } from "./cell.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { addStated } from "./response-answer.ts";
import { addResponse } from "./response-parts.ts";
import { statusOf } from "./status-line.ts";
import { parseLinkedType } from "./type-cell.ts";

/** `| Status | Meaning | Description | Schema |`. */
export function readStatusTable(
	table: Table,
	draft: OperationDraft,
	reader: Reader,
): boolean {
	const { text: source } = reader.source;
	const [head, ...rows] = table.children;
	const names =
		head?.children.map((cell) =>
			readCell(cell, source).text.toLowerCase().replace(/[`*]/g, "").trim(),
		) ?? [];
	const at = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
	const status = at(
		/^(?:http )?(?:status|code|status ?codes?|response codes?|error codes?|http code|response|código|código de estado)$/,
	);
	if (status < 0) return false;
	const schema = at(/^(?:schema|type|body|model|data type|return type)$/);
	const description = at(/^(?:desc|details?|notes?|comment|reason)/);
	const meaning = at(/^(?:meaning|message|text|significado)/);
	let found = false;
	for (const row of rows) {
		const cells = row.children.map((cell) => readCell(cell, source));
		const named = statusOf(
			(cells[status]?.text ?? "").replace(/[`*]/g, "").trim(),
		);
		if (named === undefined) continue;
		found = true;
		const [first] = row.children;
		const start = first?.position?.start;
		const words =
			cells[description]?.markdown || cells[meaning]?.text || named.rest;
		const span =
			start === undefined
				? undefined
				: {
						file: reader.source.file,
						start: {
							line: start.line,
							column: start.column,
							offset: start.offset ?? 0,
						},
						end: {
							line: start.line,
							column: start.column + 1,
							offset: (start.offset ?? 0) + 1,
						},
					};
		if (span === undefined) continue;
		const origins: Origins = [{ span, basis: "stated" }];
		const written = cells[schema]?.text.trim() ?? "";
		const schemaCell = row.children[schema];
		const type =
			schemaCell === undefined ||
			/^(?:|none|inline|no content|-+)$/i.test(written)
				? undefined
				: parseLinkedType(schemaCell.children, origins);
		addResponse(draft, {
			status: named.status,
			...(words !== "" && { description: words }),
			origins,
		});
		if (type !== undefined) addStated(draft, named.status, type.shape);
	}
	return found;
}

/** `- **404**: not found`, ``- `400 Bad Request` when …``. */
export function readStatusList(
	{ node, span }: Block,
	draft: OperationDraft,
	reader: Reader,
): boolean {
	if (node.type !== "list") return false;
	const items = node.children.map((item) => ({
		item,
		found: statusOf(plainText(item)),
	}));
	if (
		!items.some(({ found }) => found !== undefined) ||
		items.filter(({ found }) => found === undefined).length > items.length / 2
	)
		return false;
	reader.ledger.mark(span, "read", "statuses");
	for (const { found } of items)
		if (found !== undefined)
			addResponse(draft, {
				status: found.status,
				...(found.rest !== "" && { description: found.rest }),
				origins: [{ span, basis: "stated" }],
			});
	return true;
}
