import type { Table } from "mdast";
import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { addResponse } from "./response-parts.ts";
import { statusOf } from "./status-line.ts";

const codes =
	/^(?:api |error |internal )*(?:code|type|name|id|slug|key|reason|error|identifier|código|fehlercode)s?$/i;
const words =
	/^(?:error )?(?:message|desc|meaning|details?|notes?|explanation|reason|cause|when|significado|bedeutung|descripción|beschreibung)/i;

/**
 * A table of the codes that the bodies of failures hold, `| Code | Meaning |` with rows such as `invalid_name`: it names
 * no fields and no statuses, and is kept as words about all failures.
 */
export function readErrorCodes(
	{ node, span }: Block,
	draft: OperationDraft,
	reader: Reader,
): boolean {
	if (node.type !== "table" || !listsCodes(node)) return false;
	reader.ledger.mark(span, "read", "error codes");
	addResponse(draft, {
		status: "default",
		description: markdownOf(reader.source, span),
		origins: [{ span, basis: "stated", of: ["description"] }],
	});
	return true;
}

function listsCodes({ children: [head, ...rows] }: Table): boolean {
	const names = head?.children.map((cell) => plainText(cell).trim()) ?? [];
	const at = names.findIndex((name) => codes.test(name));
	const told = names.some((name, index) => index !== at && words.test(name));
	const typed = names.some((name) =>
		/^(?:data ?)?types?$|^required$/i.test(name),
	);
	if (at < 0 || !told || (typed && !/code/i.test(names[at] ?? "")))
		return false;
	return rows.every(
		({ children }) =>
			!children.some((cell) => statusOf(plainText(cell).trim()) !== undefined),
	);
}
