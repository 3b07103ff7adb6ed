import type { Table } from "mdast";
import { type Block, plainText } from "../markdown/block.ts";
import { type Fence, openFence } from "../markdown/fence.ts";
import { join } from "../model/join.ts";
import type { Origins, Property, Response, Shape } from "../model/types.ts";
import { announcedBy } from "./announced.ts";
import { readCell } from "./cell.ts";
import { fieldsOf, isFieldBlock } from "./field-block.ts";
import { fitted, within } from "./fit-shape.ts";
import type { Reader } from "./fragment.ts";
import { jsonOf, type SampleNode } from "./json-sample.ts";
import { readLoose } from "./loose-json.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import { addResponse } from "./response-parts.ts";
import { readReturnedType } from "./returned-type.ts";
import { readHttpMessage, sampleKind } from "./sample.ts";
import {
	isBlank,
	isTemplate,
	shapeOfExample,
	shapeOfTemplate,
} from "./sample-shape.ts";
import { parseLinkedType } from "./type-cell.ts";
import { statusOf } from "./vocabulary.ts";

/** What the parts read so far say about the answers that follow. */
export interface ResponseState {
	/** The status that was named last. */
	status: string | undefined;
	/** True once a sample call was shown. */
	called?: boolean;
	/** The words in front of the next block. */
	words?: string;
	/** When the answer is given whose status comes next. */
	condition?: string;
	/** True from a status until a heading that may start another. */
	open?: boolean;
}

/** A label may name the status of what follows: `200 OK`, `**Code** : 404`, "Error Response". */
export function startResponse(
	part: Part,
	state: ResponseState,
	draft: OperationDraft,
): void {
	const { label, role } = part;
	if (label === undefined) return;
	const value =
		role === "status" && label.value !== undefined
			? statusOf(label.value)
			: undefined;
	const named = value ?? statusOf(label.text);
	if (part.status !== undefined) state.status = part.status;
	if (label.heading === true) state.open = false;
	if (named === undefined) {
		if (
			role === "response-sample" &&
			part.status === undefined &&
			state.open !== true &&
			!/error|fail/i.test(label.text)
		)
			state.status = undefined;
		if (role === "errors") state.status = "default";
		return;
	}
	state.status = named.status;
	state.open = true;
	const origins: Origins = [{ span: label.span, basis: "stated" }];
	// `200 Response` says what stands there, and nothing of when it comes.
	const empty = /^(?:(?:example )?(?:response|example|body)s?)?$/i.test(
		named.rest,
	);
	const known = draft.responses.find(({ status }) => status === named.status);
	const rest = empty || known?.description !== undefined ? "" : named.rest;
	const words = state.condition ?? rest;
	delete state.condition;
	addResponse(draft, {
		status: named.status,
		...(words !== "" && { description: words }),
		origins,
	});
}

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
		return readAnswer(
			openFence(reader.source, node),
			part,
			draft,
			reader,
			state,
		);
	if (isFieldBlock(block, reader)) {
		const fields = fieldsOf(block, reader);
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

function readAnswer(
	fence: Fence,
	part: Part,
	draft: OperationDraft,
	reader: Reader,
	state: ResponseState,
): boolean {
	switch (sampleKind(fence)) {
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
			const { start, body, bodyAt } = readHttpMessage(fence.text);
			const found = statusOf(start.replace(/^HTTP\/\S+\s+/, ""));
			if (found !== undefined) state.status = found.status;
			reader.ledger.mark(fence.span, "read", "example");
			if (body.trim() === "") {
				addResponse(draft, {
					status: found?.status ?? "200",
					origins: [{ span: fence.span, basis: "stated" }],
				});
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
			if (part.role !== "response-sample" && part.role !== "status")
				return false;
			reader.ledger.mark(fence.span, "read", "example");
			const xml = sampleKind(fence) === "xml";
			addShape(
				draft,
				part.status ?? state.status,
				{
					mediaType: xml ? "application/xml" : "text/plain",
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

/** An answer that the docs show: it is kept, and what it shows of the shape is inferred. */
export function addResponseSample(
	fence: Fence,
	status: string | undefined,
	draft: OperationDraft,
	reader: Reader,
	under?: string,
): void {
	const nodes = readLoose(fence, reader.report);
	for (const node of nodes)
		addAnswer(node, fence, status, draft, reader, under);
	// One document after another is how a stream looks.
	const lines = nodes.length > 1 && nodes.every(({ kind }) => kind !== "value");
	if (lines) markStreamed(status, draft, "application/x-ndjson");
}

/** An answer that comes in pieces: the shape is that of one of them. */
function markStreamed(
	status: string | undefined,
	draft: OperationDraft,
	mediaType: string,
): void {
	const known = status ?? successStatus(draft);
	const at = draft.responses.findIndex((one) => one.status === known);
	const response = draft.responses[at];
	if (response !== undefined) draft.responses[at] = { ...response, mediaType };
	for (const [index, example] of draft.examples.entries())
		if (example.on === "response" && example.status === known)
			draft.examples[index] = { ...example, mediaType };
}

function addAnswer(
	node: SampleNode,
	fence: Pick<Fence, "span">,
	status: string | undefined,
	draft: OperationDraft,
	reader: Reader,
	under?: string,
): void {
	const template = isTemplate(node) || isBlank(node);
	const origins: Origins = [
		{ span: fence.span, basis: template ? "stated" : "inferred" },
	];
	const known = status ?? successStatus(draft);
	if (!template && under === undefined)
		draft.examples.push({
			on: "response",
			status: known,
			mediaType: "application/json",
			value: jsonOf(node),
			origins: [{ span: fence.span, basis: "stated" }],
		});
	const own = template
		? shapeOfTemplate(node, reader.report)
		: shapeOfExample(node);
	const shape = under === undefined ? own : within(under, own, origins);
	addShape(draft, known, { mediaType: "application/json", shape }, origins);
	if (template && under !== undefined) draft.describedStatuses.add(known);
}

/** The success that was stated, or 200. */
function successStatus({ responses }: OperationDraft): string {
	return (
		responses.find(({ status }) => status.startsWith("2"))?.status ?? "200"
	);
}

export function addShape(
	draft: OperationDraft,
	status: string | undefined,
	{ mediaType, shape }: { readonly mediaType: string; readonly shape: Shape },
	origins: Origins,
): void {
	const known = status ?? successStatus(draft);
	const at = draft.responses.findIndex((one) => one.status === known);
	const response: Response = draft.responses[at] ?? { status: known, origins };
	const shown = response.shape;
	const stated = draft.describedStatuses.has(known);
	const joined =
		shown === undefined
			? shape
			: stated
				? fitted(shown, shape, "fill")
				: (join(shown, shape, { mode: "either" }) ?? shown);
	const made: Response = { ...response, mediaType, shape: joined };
	if (at < 0) draft.responses.push(made);
	else draft.responses[at] = made;
}

/** Fields of an answer that the docs describe; examples seen so far fill what they leave open. */
export function addDescribed(
	fields: readonly Property[],
	status: string | undefined,
	{ span }: Pick<Block, "span">,
	draft: OperationDraft,
	under?: string,
): void {
	const known = status ?? successStatus(draft);
	const at = draft.responses.findIndex((one) => one.status === known);
	const response: Response = draft.responses[at] ?? {
		status: known,
		origins: [{ span, basis: "stated", of: ["type"] }],
	};
	const item =
		fields.length === 1 &&
		fields[0] !== undefined &&
		/^\[array item\]$/i.test(fields[0].name)
			? fields[0]
			: undefined;
	const described: Shape =
		item === undefined
			? { kind: "object", properties: fields }
			: item.shape.kind === "array"
				? item.shape
				: { kind: "array", items: item.shape };
	const shape =
		under === undefined
			? described
			: within(under, described, [{ span, basis: "stated" }]);
	const shown = response.shape;
	const made = {
		...response,
		mediaType: response.mediaType ?? "application/json",
		shape:
			shown === undefined
				? shape
				: fitted(
						shape,
						shown,
						draft.describedStatuses.has(known) ? "same" : "fill",
					),
	};
	draft.describedStatuses.add(known);
	if (at < 0) draft.responses.push(made);
	else draft.responses[at] = made;
}

/** `| Status | Meaning | Description | Schema |`. */
function readStatusTable(
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
		/^(?:http )?(?:status|code|status code|response code|http code|response|código)$/,
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
			schemaCell === undefined || /^(?:|none|inline|-+)$/i.test(written)
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

function addStated(draft: OperationDraft, status: string, shape: Shape): void {
	const at = draft.responses.findIndex((one) => one.status === status);
	const response = draft.responses[at];
	if (response === undefined) return;
	const joined =
		response.shape === undefined
			? shape
			: (join(shape, response.shape, { mode: "fill" }) ?? shape);
	draft.describedStatuses.add(status);
	draft.responses[at] = {
		...response,
		mediaType: response.mediaType ?? "application/json",
		shape: joined,
	};
}

/** `- **404**: not found`, ``- `400 Bad Request` when …``. */
function readStatusList(
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
