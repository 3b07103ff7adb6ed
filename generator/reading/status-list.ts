import type { Table } from "mdast";
import { type Block, plainText } from "../markdown/block.ts";
import type { Origins } from "../model/types.ts";
import { readCell } from "./cell.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { reasons } from "./prose-statuses.ts";
import { addStated } from "./response-answer.ts";
import { addResponse } from "./response-parts.ts";
import { statusOf, withoutSymbols } from "./status-line.ts";
import { parseLinkedType } from "./type-cell.ts";

const statusColumn = new RegExp(
	`^(?:http[ -]?)?(?:${[
		"status|code|status ?codes?|response codes?|return codes?|error codes?|http code|response",
		"c[óo]digo(?: (?:de|do) (?:estado|status|respuesta|resposta|retorno|erro|error))?(?: http)?",
		"statut|code (?:de )?(?:statut|réponse|retour|erreur|http)",
		"status-?code|fehlercode|antwortcode|codice(?: di (?:stato|errore|risposta))?",
		"код(?: (?:ответа|состояния|ошибки))?|状态码|响应码|ステータス(?:コード)?",
	].join("|")})$`,
);

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
	const status = at(statusColumn);
	if (status < 0) return false;
	const schema = at(/^(?:schema|type|body|model|data type|return type)$/);
	const description = at(
		/^(?:desc|details?|notes?|comment|reason|beschreibung|описание|説明|说明|描述)/,
	);
	const meaning = at(
		/^(?:meaning|message|text|significado|signification|significato|bedeutung|значение|意味|含义)/,
	);
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

/**
 * True for a list in which every item is a status and what it means, so that it needs no words in front; "- 100 requests
 * an hour" is none.
 */
export function isStatusList({ node }: Block): boolean {
	return (
		node.type === "list" &&
		node.children.every((item) => {
			const text = withoutSymbols(plainText(item));
			const named = statusOf(text);
			if (named === undefined) return false;
			const [, behind = ""] = /^\w{3}(.*)$/s.exec(text) ?? [];
			return (
				/^\s*(?:$|[:=–—(]|-\s|→)/.test(behind) ||
				new RegExp(`^\\s+(?:${reasons})\\b`).test(behind)
			);
		})
	);
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
