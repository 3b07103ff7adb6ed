import type { List } from "mdast";
import type { Block } from "../markdown/block.ts";
import type { Origins, Response, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import type { Span } from "../text/span.ts";
import {
	type FieldList,
	isFieldList,
	readFieldBullets,
} from "./field-bullets.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { addDescribedShape } from "./response-answer.ts";
import { addResponse } from "./response-parts.ts";
import { successStatus } from "./success-status.ts";

/**
 * Reads a type without a name under "Returns", `` - `Thing object { a, b }` ``, with its fields nested: the answer is of
 * that type, or of one of several. What a signature says to be one of a page's items waits for an example of the page.
 */
export function readReturnedBullets(
	{ node, span }: Block,
	status: string | undefined,
	draft: OperationDraft,
	reader: Reader,
): boolean {
	const found = node.type === "list" ? typesIn(node, reader) : undefined;
	if (found === undefined) return false;
	const { variants } = found;
	reader.ledger.mark(span, "read", "type of the answer");
	const known = status ?? successStatus(draft);
	if (variants.some(({ written }) => binary.test(written))) {
		addResponse(draft, binaryResponse(known, span));
		return true;
	}
	const shape = unionOf(variants.map((one) => one.shape));
	const origins: Origins = [{ span, basis: "stated", of: ["type"] }];
	if (
		shape.kind === "object" &&
		draft.page !== undefined &&
		draft.page === shape.title
	) {
		draft.pageItem = { shape, origins };
		return true;
	}
	addDescribedShape(shape, known, { span }, draft);
	const words = variants
		.map(({ description }) => description)
		.filter((one) => one !== "");
	if (words.length > 0)
		addResponse(draft, {
			status: known,
			description: words.join("\n\n"),
			origins,
		});
	return true;
}

/** The types that a list is of; one of plain names is a list of fields. */
function typesIn(list: List, reader: Reader): FieldList | undefined {
	if (!isFieldList(list)) return undefined;
	const silent = { ...reader, report: () => undefined };
	const { fields, variants, others } = readFieldBullets(list, silent);
	const types = variants.every(({ written }) => !plain.test(written));
	return fields.length === 0 && others.length === 0 && types
		? readFieldBullets(list, reader)
		: undefined;
}

/** A word that is no name of a type: those of languages are known, and those of people start with a capital. */
const plain =
	/^(?!(?:string|str|number|integer|int|float|boolean|bool|object|array|null|unknown|any|none)$)[a-z_][\w-]*$/;

/** What SDKs call a body that they hand over unread: `BinaryResponseContent`, or the `Response` of fetch itself. */
const binary =
	/^(?:\w+\s*=\s*)?(?:(?:Httpx?)?Binary(?:API)?Response(?:Content)?|Response|Blob)$/;

function binaryResponse(status: string, span: Span): Response {
	const shape: Shape = { kind: "string", format: "binary" };
	return {
		status,
		mediaType: "application/octet-stream",
		shape,
		origins: [
			{ span, basis: "stated", of: ["type"] },
			{ span, basis: "assumed", of: ["status"] },
		],
	};
}
