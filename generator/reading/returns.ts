import type { Section } from "../markdown/sections.ts";
import type { Origins, Property, Response, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import type { Span } from "../text/span.ts";
import { distinct } from "./distinct-fields.ts";
import { isFieldList, readFieldBullets } from "./field-bullets.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { addResponse } from "./response-parts.ts";
import { saidIn, tellUnread } from "./said.ts";

/** Reads the fields under "Returns": the body of a success, whose status is assumed to be 200. */
export function readReturns(
	section: Section,
	draft: OperationDraft,
	reader: Reader,
): void {
	const fields: Property[] = [];
	const variants: Shape[] = [];
	const words: string[] = [];
	for (const block of saidIn(section, reader)) {
		const { node, span } = block;
		if (node.type !== "list" || !isFieldList(node)) {
			tellUnread(block, "among fields", reader);
			continue;
		}
		reader.ledger.mark(span, "read", "response fields");
		const found = readFieldBullets(node, reader);
		if (found.variants.some(({ written }) => binary.test(written))) {
			addResponse(draft, binaryResponse(span));
			return;
		}
		fields.push(...found.fields.map(({ property }) => property));
		variants.push(...found.variants.map(({ shape }) => shape));
		words.push(...found.variants.map(({ description }) => description));
		for (const other of found.others) tellUnread(other, "among fields", reader);
	}
	if (fields.length === 0 && variants.length === 0) return;
	const span = section.heading?.span ?? section.span;
	const origins: Origins = [
		{ span, basis: "stated", of: ["type"] },
		{ span, basis: "assumed", of: ["status"] },
	];
	const shape: Shape =
		fields.length > 0
			? { kind: "object", properties: distinct(fields, ({ name }) => name) }
			: unionOf(variants);
	const item = fields.length === 0 && shape.kind === "object";
	if (item && draft.page !== undefined && draft.page === shape.title) {
		draft.pageItem = { shape, origins };
		return;
	}
	const description = words.filter((one) => one !== "").join("\n\n");
	addResponse(draft, {
		status: "200",
		...(description !== "" && { description }),
		mediaType: "application/json",
		shape,
		origins,
	});
}

/** What SDKs call a body that they hand over unread: `BinaryResponseContent`, or the `Response` of fetch itself. */
const binary =
	/^(?:\w+\s*=\s*)?(?:(?:Httpx?)?Binary(?:API)?Response(?:Content)?|Response|Blob)$/;

function binaryResponse(span: Span): Response {
	return {
		status: "200",
		mediaType: "application/octet-stream",
		shape: { kind: "string", format: "binary" },
		origins: [
			{ span, basis: "stated", of: ["type"] },
			{ span, basis: "assumed", of: ["status"] },
		],
	};
}
