import { type Block, markdownOf } from "../markdown/block.ts";
import { type Fence, isJsonFence, openFence } from "../markdown/fence.ts";
import { everyBlock, type Section } from "../markdown/sections.ts";
import type { Operation } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import { type ArgumentFields, readArgumentBullets } from "./argument-object.ts";
import { readCallSignature } from "./call-signature.ts";
import { readCurl } from "./curl.ts";
import {
	type EndpointLine,
	type EndpointRecogniser,
	endpointLines,
} from "./endpoint-line.ts";
import type { Field } from "./field.ts";
import { isFieldList } from "./field-bullets.ts";
import { emptyFragment, type Fragment, type Reader } from "./fragment.ts";
import {
	addField,
	draftOperation,
	finishOperation,
	type OperationDraft,
} from "./operation-draft.ts";
import { queryParametersIn } from "./prose-facts.ts";
import { readRequestSample } from "./request-sample.ts";
import { readResponse, readResponseSample } from "./response.ts";
import { readReturns } from "./returns.ts";
import { saidIn, tellUnread } from "./said.ts";
import { type Role, roleOf, statusOf, type Vocabulary } from "./vocabulary.ts";

/** What a convention chooses for sections that each describe one operation. */
export interface OperationConvention {
	readonly vocabulary: Vocabulary;
	readonly endpoints: readonly EndpointRecogniser[];
	/** What a JSON fence under a status is: a template of the shape, or an example of it. */
	readonly samples: "template" | "example";
}

interface State {
	readonly draft: OperationDraft;
	readonly reader: Reader;
	readonly convention: OperationConvention;
}

/** Reads a section with an endpoint line of its own: everything in it is about that operation. */
export function readOperationSection(
	section: Section,
	reader: Reader,
	convention: OperationConvention,
): Fragment {
	const lines = endpointLines(section, convention.endpoints, reader);
	const read = lines.map((line) => readOne(section, line, reader, convention));
	return {
		...emptyFragment,
		operations: read.map(({ operation }) => operation),
		servers: read.flatMap(({ draft }) => draft.servers),
		security: read.flatMap(({ draft }) => draft.security),
	};
}

function readOne(
	section: Section,
	line: EndpointLine,
	reader: Reader,
	convention: OperationConvention,
): { readonly operation: Operation; readonly draft: OperationDraft } {
	const draft = draftOperation(line);
	const state = { draft, reader, convention };
	const { heading } = section;
	if (heading !== undefined)
		reader.ledger.mark(heading.span, "read", "summary");
	for (const block of saidIn(section, reader)) readOwnBlock(block, state);
	for (const inner of section.sections) readPart(inner, state);
	const operation = finishOperation(
		draft,
		{
			...(heading !== undefined && {
				summary: heading.markdown,
				anchor: heading.anchor,
			}),
			span: heading?.span ?? line.span,
		},
		reader.report,
	);
	return { operation, draft };
}

/** Around the endpoint line: an SDK's call signature, or prose. */
function readOwnBlock(
	block: Block,
	{ draft, reader, convention }: State,
): void {
	if (convention.endpoints.some((recognise) => recognise(block))) return;
	const signature = signatureIn(block);
	if (signature !== undefined) {
		draft.name ??= signature;
		if (signature.page !== undefined) draft.page ??= signature.page;
		reader.ledger.mark(block.span, "read", "call signature");
		return;
	}
	readProse(block, { draft, reader, convention });
}

function signatureIn({ node, span }: Block) {
	if (node.type !== "paragraph" || node.children.length !== 1) return undefined;
	const [only] = node.children;
	return only?.type === "inlineCode"
		? readCallSignature(only.value, span)
		: undefined;
}

function readProse({ span }: Block, { draft, reader }: State): void {
	draft.description.push(markdownOf(reader.source, span));
	const known = new Set(draft.parameters.map(({ name }) => name));
	const found = queryParametersIn(reader.source, span).filter(
		({ name }) => !known.has(name),
	);
	draft.parameters.push(...found);
	const what = found.length > 0 ? "query parameters in prose" : "description";
	reader.ledger.mark(span, found.length > 0 ? "read" : "prose", what);
}

/** A part of the section, by what its heading says that it is about. */
function readPart(section: Section, state: State): void {
	const { reader, convention, draft } = state;
	const text = section.heading?.text ?? "";
	const role = roleOf(convention.vocabulary, text);
	const status = statusOf(text);
	if (status !== undefined) {
		readResponse(section, status, draft, reader, convention.samples);
		return;
	}
	if (role === undefined) {
		readProseSection(section, state);
		return;
	}
	if (section.heading !== undefined)
		reader.ledger.mark(section.heading.span, "read", role);
	readRole(role, section, state);
}

function readRole(role: Role, section: Section, state: State): void {
	const { draft, reader } = state;
	switch (role) {
		case "path":
		case "query":
		case "header":
		case "cookie":
		case "body":
			readFields(section, role, state);
			break;
		case "parameters":
			readFields(section, "unsaid", state);
			break;
		case "returns":
			readReturns(section, draft, reader);
			break;
		case "example":
			readExamples(section, state);
			return;
		case "responses":
		case "security":
		case "permissions":
			for (const block of saidIn(section, reader)) readProse(block, state);
	}
	for (const inner of section.sections) readPart(inner, state);
}

function readFields(
	section: Section,
	location: Parameters<typeof addField>[2],
	{ draft, reader }: State,
): void {
	for (const block of saidIn(section, reader)) {
		const { node, span } = block;
		if (node.type !== "list" || !isFieldList(node)) {
			tellUnread(block, "among fields", reader);
			continue;
		}
		reader.ledger.mark(span, "read", `${location} fields`);
		for (const read of readArgumentBullets(node, reader)) {
			for (const field of read.fields)
				addField(draft, placed(field, read.location), location);
			for (const other of read.others)
				tellUnread(other, "among fields", reader);
		}
	}
}

/** What the field itself says of its place counts more than the object that it is passed in. */
function placed(field: Field, location: ArgumentFields["location"]): Field {
	return field.location === undefined && location !== undefined
		? { ...field, location }
		: field;
}

/** Calls are read from the section itself, the answer from the one within it. */
function readExamples(section: Section, state: State): void {
	const { draft, reader } = state;
	for (const block of saidIn(section, reader)) {
		const { node, span } = block;
		if (node.type !== "code") {
			tellUnread(block, "in an example", reader);
			continue;
		}
		const fence = openFence(reader.source, node);
		if (isJsonFence(fence) && readCurl(fence.text) === undefined)
			readAnswer(block, fence, state);
		else reader.ledger.mark(span, "read", readRequestSample(fence, draft));
	}
	for (const inner of section.sections) {
		if (inner.heading !== undefined)
			reader.ledger.mark(inner.heading.span, "read", "example");
		for (const block of saidIn(inner, reader))
			if (block.node.type === "code")
				readAnswer(block, openFence(reader.source, block.node), state);
			else tellUnread(block, "in an example", reader);
	}
}

function readAnswer(
	{ span }: Block,
	fence: Fence,
	{ draft, reader }: State,
): void {
	reader.ledger.mark(span, "read", "example");
	readResponseSample(fence, "200", draft, reader);
}

/** A chapter of the description: its heading and all in it are kept as they are. */
function readProseSection(section: Section, state: State): void {
	const spans: Span[] = [...everyBlock(section)].map(({ span }) => span);
	for (const span of spans) {
		state.draft.description.push(markdownOf(state.reader.source, span));
		state.reader.ledger.mark(span, "prose", "description");
	}
}
