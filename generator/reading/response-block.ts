import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import { type Fence, openFence } from "../markdown/fence.ts";
import { announcedBy } from "./announced.ts";
import { readDataPlace } from "./data-place.ts";
import { readDeclaredShape } from "./declarations/declared-shape.ts";
import { addEventStream, isEventStream } from "./event-stream.ts";
import type { Field } from "./field.ts";
import { fieldsOf, isFieldBlock } from "./field-block.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import { contentType } from "./request-body.ts";
import {
	addDescribed,
	addResponseSample,
	addShape,
	addStated,
} from "./response-answer.ts";
import { showResponseHeaders } from "./response-headers.ts";
import { addResponse } from "./response-parts.ts";
import type { ResponseState } from "./response-state.ts";
import { readReturnedType } from "./returned-type.ts";
import { readReturnedBullets } from "./returns.ts";
import { readHttpMessage, sampleKind } from "./sample.ts";
import { cut } from "./sample-block.ts";
import { statusOf } from "./status-line.ts";
import { readStatusList, readStatusTable } from "./status-list.ts";
import { successStatus } from "./success-status.ts";

/** Reads a block under a label that announces answers. */
export function readResponseBlock(
	block: Block,
	part: Part,
	draft: OperationDraft,
	reader: Reader,
	state: ResponseState,
): boolean {
	const { node, span } = block;
	const named =
		node.type === "paragraph"
			? /^status(?: code)?:?\s+(?=[1-5]\d\d$)/i.exec(plainText(node))
			: null;
	if (named !== null) {
		state.status = plainText(node).slice(named[0].length);
		reader.ledger.mark(span, "read", "status");
		return true;
	}
	if (readDataPlace(block, part.status, draft)) {
		reader.ledger.mark(span, "read", "place of the data");
		return true;
	}
	if (node.type === "paragraph" && readNamedType(block, part, state, draft)) {
		reader.ledger.mark(span, "read", "type of the answer");
		return true;
	}
	if (node.type === "table" && readStatusTable(node, draft, reader)) {
		reader.ledger.mark(span, "read", "statuses");
		return true;
	}
	if (node.type === "list" && readStatusList(block, draft, reader)) return true;
	if (node.type === "code")
		return readShownAnswer(
			openFence(reader.source, node),
			part,
			draft,
			reader,
			state,
		);
	if (
		part.role === "returns" &&
		readReturnedBullets(block, part.status ?? state.status, draft, reader)
	)
		return true;
	if (isFieldBlock(block, reader)) {
		const fields = fieldsOf(block, reader);
		if (fields !== undefined && part.role === "errors" && namesErrors(fields)) {
			draft.description.push(markdownOf(reader.source, span));
			reader.ledger.mark(span, "read", "names of errors");
			return true;
		}
		if (fields !== undefined) {
			addDescribed(
				fields.map(({ property }) => property),
				part.status ?? state.status,
				block,
				draft,
				announcedBy(state.words ?? "").property,
			);
			return true;
		}
	}
	return false;
}

/** `| UserNotFound | | … |`: names of errors, which nobody gives a type, are no fields of the answer. */
function namesErrors(fields: readonly Field[]): boolean {
	return fields.every(
		({ property: { name, shape } }) =>
			shape.kind === "unknown" && /^(?:[A-Z][a-z0-9]+){2,}$/.test(name),
	);
}

/** The type of the answer alone in a paragraph: `[Pet](Pet.md)`. */
function readNamedType(
	{ node, span }: Block,
	part: Part,
	state: ResponseState,
	draft: OperationDraft,
): boolean {
	if (node.type !== "paragraph" || part.role !== "returns") return false;
	const shape = readReturnedType(node.children, [{ span, basis: "stated" }]);
	if (shape === undefined) return false;
	const status = part.status ?? state.status ?? successStatus(draft);
	addResponse(draft, {
		status,
		origins: [
			{ span, basis: "stated", of: ["type"] },
			{ span, basis: "assumed", of: ["status"] },
		],
	});
	if (shape !== "nothing") addStated(draft, status, shape);
	return true;
}

function markupType({ text }: Fence): string {
	const page =
		/^\s*<(?:!doctype\s+html|html|head|body|h[1-6]|p|div|span|a|ul|ol|li|table|form|img|br|pre|article|section)\b/i;
	return page.test(text) ? "text/html" : "application/xml";
}

/** The language of a fence may say what text it is. */
function textType({ language }: Fence): string {
	const known = /^(?:csv|html|css|markdown)$/.exec(language)?.[0];
	if (known !== undefined) return `text/${known}`;
	return /^ya?ml$/.test(language) ? "application/yaml" : "text/plain";
}

/** Reads an answer that code shows, by what kind of code it is. */
export function readShownAnswer(
	fence: Fence,
	part: Part,
	draft: OperationDraft,
	reader: Reader,
	state: ResponseState,
): boolean {
	switch (sampleKind(fence)) {
		case "program": {
			const shape = readDeclaredShape(fence);
			if (shape === undefined) return false;
			reader.ledger.mark(fence.span, "read", "type of the answer");
			const status = part.status ?? state.status ?? successStatus(draft);
			addResponse(draft, {
				status,
				origins: [{ span: fence.span, basis: "stated" }],
			});
			addStated(draft, status, shape);
			return true;
		}
		case "status": {
			const found = statusOf(fence.text.trim().replace(/^Status:?\s*/i, ""));
			if (found === undefined) return false;
			state.status = found.status;
			reader.ledger.mark(fence.span, "read", "status");
			addResponse(draft, {
				status: found.status,
				origins: [{ span: fence.span, basis: "stated" }],
			});
			return true;
		}
		case "http response": {
			const { start, headers, body, bodyAt } = readHttpMessage(fence.text);
			const found = statusOf(start.replace(/^HTTP\/\S+\s+/, ""));
			if (found !== undefined) state.status = found.status;
			showResponseHeaders(headers, state.status, fence.span, draft);
			reader.ledger.mark(fence.span, "read", "example");
			if (body.trim() === "") {
				addResponse(draft, {
					status: found?.status ?? "200",
					origins: [{ span: fence.span, basis: "stated" }],
				});
				return true;
			}
			const type = contentType(headers);
			if (isEventStream(body)) {
				addEventStream(cut(fence, bodyAt), state.status, draft, reader);
				return true;
			}
			if (type !== undefined && !/json/.test(type)) {
				addShape(
					draft,
					state.status,
					{ mediaType: type, shape: { kind: "string" } },
					[{ span: fence.span, basis: "inferred" }],
				);
				return true;
			}
			addResponseSample(
				{
					...fence,
					text: body,
					at: (from, to) => fence.at(from + bodyAt, to + bodyAt),
				},
				state.status,
				draft,
				reader,
			);
			return true;
		}
		case "json":
			reader.ledger.mark(fence.span, "read", "example");
			addResponseSample(
				fence,
				part.status ?? state.status,
				draft,
				reader,
				announcedBy(state.words ?? "").property,
			);
			return true;
		case "text":
		case "xml": {
			if (part.role === "errors") return false;
			reader.ledger.mark(fence.span, "read", "example");
			if (isEventStream(fence.text)) {
				addEventStream(fence, part.status ?? state.status, draft, reader);
				return true;
			}
			const xml = sampleKind(fence) === "xml";
			addShape(
				draft,
				part.status ?? state.status,
				{
					mediaType: xml ? markupType(fence) : textType(fence),
					shape: { kind: "string" },
				},
				[{ span: fence.span, basis: "inferred" }],
			);
			return true;
		}
		default:
			return false;
	}
}
