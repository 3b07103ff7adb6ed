import type { Block } from "../markdown/block.ts";
import { type Fence, openFence } from "../markdown/fence.ts";
import { join } from "../model/join.ts";
import type { Origins, Property, Shape } from "../model/types.ts";
import { addField } from "./add-field.ts";
import { announcedBy } from "./announced.ts";
import { schemesOf } from "./curl-security.ts";
import { readDeclaredShape } from "./declarations/declared-shape.ts";
import type { Reader } from "./fragment.ts";
import { jsonOf, type SampleNode } from "./json-sample.ts";
import { readLoose } from "./loose-json.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import { readProgramCall } from "./program-call.ts";
import { contentType, takeFormText, takeOtherBody } from "./request-body.ts";
import { takeCurl } from "./request-sample.ts";
import { addResponseSample } from "./response-answer.ts";
import type { ResponseState } from "./response-state.ts";
import { readHttpMessage, sampleKind } from "./sample.ts";
import {
	isBlank,
	isTemplate,
	shapeOfExample,
	shapeOfTemplate,
} from "./sample-shape.ts";
import { showRequest } from "./shown-request.ts";

/** Reads a code block that is not a list of fields, by what it shows and where it stands. */
export function readSampleBlock(
	{ node, span }: Block,
	part: Part,
	draft: OperationDraft,
	reader: Reader,
	responses: ResponseState,
): boolean {
	if (node.type !== "code") return false;
	const fence = openFence(reader.source, node);
	const kind = sampleKind(fence);
	switch (kind) {
		case "curl":
			readCurlSample(fence, draft);
			reader.ledger.mark(span, "read", "sample call");
			responses.called = true;
			return true;
		case "program":
		case "request line":
			showRequest(fence, draft);
			if (kind === "program" && !readDeclaration(fence, part, draft))
				readProgram(fence, draft);
			reader.ledger.mark(span, "read", "sample call");
			return true;
		case "http request": {
			showRequest(fence, draft);
			const { headers, body, bodyAt } = readHttpMessage(fence.text);
			const type = contentType(headers);
			draft.security.push(...schemesOf({ url: "", headers }, span));
			if (body.trim() !== "" && !takeFormText(body, type, draft, span))
				addRequestSample(cut(fence, bodyAt), draft, reader);
			reader.ledger.mark(span, "read", "sample request");
			responses.called = true;
			return true;
		}
		case "form":
			if (
				![
					"body",
					"payload",
					"request-sample",
					"parameters",
					"example",
				].includes(part.role)
			)
				return false;
			reader.ledger.mark(span, "read", "example of the body");
			return takeFormText(fence.text, undefined, draft, span);
		case "json": {
			const takes = !["GET", "HEAD", "DELETE"].includes(draft.endpoint.method);
			const sent =
				part.role === "payload" ||
				part.role === "body" ||
				(part.role === "request-sample" &&
					(takes || responses.called !== true)) ||
				(part.role === "endpoint" && takes);
			// In a row of examples, what comes before any call or answer is what is sent.
			const unsaid = part.role === "example" || part.role === "parameters";
			const first = unsaid && takes && responses.called !== true;
			const words = announcedBy(responses.words ?? "");
			// Beside parts about the answers, the description of an operation shows what it takes.
			const aside =
				part.role === "description" &&
				takes &&
				responses.apart === true &&
				words.side !== "response";
			if (sent || ((first || aside) && !looksAnswered(fence, draft)))
				addRequestSample(fence, draft, reader);
			else
				addResponseSample(
					fence,
					part.status ?? responses.status,
					draft,
					reader,
					words.property,
				);
			reader.ledger.mark(
				span,
				"read",
				sent ? "example of the body" : "example",
			);
			return true;
		}
		default:
			return false;
	}
}

/** The sample has fields that the answer was said to have, and none of the body's. */
function looksAnswered(
	fence: Fence,
	{ bodyFields, responses }: OperationDraft,
): boolean {
	const success = responses.find(({ status }) => status.startsWith("2"));
	if (success?.shape?.kind !== "object") return false;
	const keys = new Set(
		readLoose(fence, () => undefined).flatMap((node) =>
			node.kind === "object" ? node.entries.map(({ key }) => key) : [],
		),
	);
	const has = ({ name }: Property) => keys.has(name);
	return success.shape.properties.some(has) && !bodyFields.some(has);
}

/** A declaration where a body is described is what is sent. */
function readDeclaration(
	fence: Fence,
	{ role }: Part,
	draft: OperationDraft,
): boolean {
	const shape = readDeclaredShape(fence);
	if (shape === undefined) return false;
	if (role === "path" || role === "query" || role === "header") {
		for (const property of shape.properties)
			addField(draft, { property }, role);
		return true;
	}
	const takes = !["GET", "HEAD", "DELETE"].includes(draft.endpoint.method);
	if (takes && ["body", "payload", "endpoint", "request-sample"].includes(role))
		draft.shownBody ??= {
			shape,
			origins: [{ span: fence.span, basis: "stated" }],
		};
	return true;
}

/** What a program sends is a sample of the body, and what it asks for one of the query. */
function readProgram(fence: Fence, draft: OperationDraft): void {
	const { body, query } = readProgramCall(fence.text) ?? {};
	const nodes = (text: string): readonly SampleNode[] => {
		let broken = false;
		const sample = { text, span: fence.span, at: () => fence.span };
		const read = readLoose(sample, () => {
			broken = true;
		});
		return broken ? [] : read;
	};
	for (const node of nodes(body ?? "")) addRequestNode(node, fence, draft);
	const [asked] = nodes(query ?? "");
	const shape = asked && shapeOfExample(asked);
	if (shape?.kind !== "object") return;
	for (const property of shape.properties)
		addField(draft, { property: { ...property, required: false } }, "query");
}

/** The part of a fence behind an offset, with its places. */
export function cut(fence: Fence, at: number): Fence {
	return {
		...fence,
		text: fence.text.slice(at),
		at: (start, end) => fence.at(start + at, end + at),
	};
}

function readCurlSample(fence: Fence, draft: OperationDraft): void {
	const command = takeCurl(fence, draft);
	const data = command?.data;
	if (command !== undefined && takeOtherBody(command, draft, fence.span))
		return;
	if (data === undefined || !/^\s*[[{]/.test(data)) return;
	const sample = { text: data, span: fence.span, at: () => fence.span };
	for (const node of readLoose(sample, () => undefined))
		addRequestNode(node, fence, draft);
}

/** An example of the body: it is kept, and what it shows of the shape is inferred. */
export function addRequestSample(
	fence: Fence,
	draft: OperationDraft,
	reader: Reader,
): void {
	for (const node of readLoose(fence, reader.report))
		addRequestNode(node, fence, draft);
}

function addRequestNode(
	node: SampleNode,
	fence: Fence,
	draft: OperationDraft,
): void {
	const template = isTemplate(node);
	if (!template)
		draft.examples.push({
			on: "request",
			mediaType: "application/json",
			value: jsonOf(node),
			origins: [{ span: fence.span, basis: "stated" }],
		});
	// `{}` says no more than that something may be sent.
	if (isBlank(node)) return;
	const origins: Origins = [
		{ span: fence.span, basis: template ? "stated" : "inferred" },
	];
	const shape = template
		? shapeOfTemplate(node, () => undefined)
		: shapeOfExample(node);
	draft.shownBody =
		draft.shownBody === undefined
			? { shape, origins }
			: { ...draft.shownBody, shape: either(draft.shownBody.shape, shape) };
}

function either(a: Shape, b: Shape): Shape {
	return join(a, b, { mode: "either" }) ?? a;
}
