import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import { openFence } from "../markdown/fence.ts";
import type { ParameterLocation } from "../model/types.ts";
import { announcesAnswer } from "./announced.ts";
import { readAnnouncedFields } from "./announced-fields.ts";
import type { Announcement } from "./announcement.ts";
import type { BlockState } from "./block-state.ts";
import { readCallSignature } from "./call-signature.ts";
import { addFieldBlock, fieldsOf, isFieldBlock } from "./field-block.ts";
import type { Reader } from "./fragment.ts";
import { readProse } from "./generic-prose.ts";
import { addHeaderLines } from "./header-lines.ts";
import { readListedValues } from "./listed-values.ts";
import { isSpecBlock, type SpecBlock } from "./openapi/spec-block.ts";
import { takeSpecOperation } from "./openapi/spec-operation.ts";
import { takeSpecSchema } from "./openapi/spec-schema.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import { placeFields } from "./place-fields.ts";
import { addDescribed } from "./response-answer.ts";
import { readResponseBlock, readShownAnswer } from "./response-block.ts";
import { readResponseHeaders } from "./response-headers.ts";
import { sampleKind } from "./sample.ts";
import { cut, readSampleBlock } from "./sample-block.ts";
import { sentenceFields } from "./sentence-fields.ts";
import {
	isStatusList,
	readStatusList,
	readStatusTable,
} from "./status-list.ts";

/** Reads a block by what its part is about; what no recogniser of it knows is kept as the description. */
export function readBlock(block: Block, part: Part, state: BlockState): void {
	const { draft, reader, responses, announced } = state;
	if (isSpecBlock(block) && readSpecBlock(block, part, state)) return;
	const { place, owner } = announced;
	const { words = "" } = responses;
	if (block.node.type === "code" && isHeldInText(words)) {
		reader.ledger.mark(block.span, "prose", "what a text holds");
		return;
	}
	const open = ["description", "endpoint", "url", "method"].includes(part.role);
	const sent = requests.includes(part.role);
	const answers = asked.includes(part.role) && announcesAnswer(words);
	if (
		(open || sent || answers) &&
		(owner === undefined || !sent) &&
		isFieldBlock(block, reader) &&
		readAnnouncedFields(block, words, {
			draft,
			reader,
			status: part.status ?? responses.status,
			open: open || answers,
		})
	)
		return;
	switch (part.role) {
		case "path":
		case "query":
		case "header":
		case "cookie":
		case "body":
			if (part.role === "header" && addHeaderLines(block, draft, reader))
				return;
			if (addFieldBlock(block, part.role, draft, reader, announced)) return;
			break;
		case "response-header":
			if (
				readResponseHeaders(
					block,
					part.status ?? responses.status,
					draft,
					reader,
				)
			)
				return;
			break;
		case "parameters":
			if (place === "returns" && readReturned(block, part, state)) return;
			if (addFieldBlock(block, within(place), draft, reader, announced)) return;
			break;
		case "values":
			if (readListedValues(block, part, draft, reader, responses.status))
				return;
			break;
		case "responses":
		case "status":
		case "returns":
		case "errors":
		case "response-sample":
			if (readResponseBlock(block, part, draft, reader, responses)) return;
			if (readSentence(block, part, state)) return;
			break;
		case "description":
		case "endpoint":
		case "url":
		case "method":
			if (readSignature(block, draft, reader)) return;
			if (readSentence(block, part, state)) return;
			if (readStatuses(block, state)) return;
			if (!isFieldBlock(block, reader)) break;
			if (place === "returns" && readReturned(block, part, state)) return;
			if (addFieldBlock(block, within(place), draft, reader, announced)) return;
			break;
	}
	if (readExchange(block, part, state)) return;
	if (
		block.node.type === "code" &&
		readSampleBlock(block, part, draft, reader, responses)
	)
		return;
	if (part.role === "status" && readAnswerProse(block, part, state)) return;
	readProse(block, part, state);
}

const requests: readonly Part["role"][] = ["parameters", "body"];

const asked: readonly Part["role"][] = [
	...requests,
	"path",
	"query",
	"header",
	"cookie",
];

/** "The value of `note` is a string containing JSON like:" shows what is in a text, and no body. */
function isHeldInText(words: string): boolean {
	return /\b(?:strings?|text) (?:containing|holding|of|with) (?:\w+ )?JSON\b|\b(?:JSON[- ]encoded|stringified|serialized) (?:string|text|JSON)\b/i.test(
		words,
	);
}

/** A piece of an OpenAPI description: of this operation, of others that their own sections read, or a schema. */
function readSpecBlock(
	block: SpecBlock,
	part: Part,
	{ draft, reader, responses }: BlockState,
): boolean {
	if (takeSpecOperation(block, draft, reader)) return true;
	if (block.spec.kind !== "type") return true;
	const sent = ["body", "payload", "request-sample"].includes(part.role);
	const answered =
		sent ||
		["responses", "status", "returns", "errors", "response-sample"].includes(
			part.role,
		);
	if (!answered) return false;
	const status = part.status ?? responses.status;
	takeSpecSchema(block, { sent, status }, draft, reader);
	return true;
}

/** Words under a status are about that answer. */
function readAnswerProse(
	{ node, span }: Block,
	{ status }: Part,
	{ draft, reader }: BlockState,
): boolean {
	const at = draft.responses.findIndex((one) => one.status === status);
	const response = draft.responses[at];
	const prose = ["paragraph", "list", "blockquote"].includes(node.type);
	if (response === undefined || !prose) return false;
	const words = [response.description, markdownOf(reader.source, span)];
	const description = words.filter((one) => one !== undefined).join("\n\n");
	draft.responses[at] = { ...response, description };
	reader.ledger.mark(span, "prose", "description of a response");
	return true;
}

function within(
	place: Announcement["place"],
): ParameterLocation | "body" | "unsaid" {
	return place === undefined || place === "returns" ? "unsaid" : place;
}

/** Fields in front of which a sentence says that they are those of the answer. */
function readReturned(block: Block, part: Part, state: BlockState): boolean {
	const fields = fieldsOf(block, state.reader);
	if (fields === undefined) return false;
	addDescribed(
		fields.map(({ property }) => property),
		part.status ?? state.responses.status,
		block,
		state.draft,
	);
	return true;
}

/** A call and its answer in one fence, as they go over the wire. */
function readExchange(block: Block, part: Part, state: BlockState): boolean {
	const { draft, reader, responses } = state;
	if (block.node.type !== "code") return false;
	const fence = openFence(reader.source, block.node);
	if (/^\s*HTTP\/\d/.test(fence.text))
		return readShownAnswer(fence, part, draft, reader, responses);
	const gap = /\r?\n[ \t]*\r?\n(?=HTTP\/\d)/.exec(fence.text);
	if (gap === null) return false;
	const sent = { ...block.node, value: fence.text.slice(0, gap.index) };
	if (sampleKind({ ...fence, text: sent.value }) === "http response")
		return false;
	readSampleBlock({ ...block, node: sent }, part, draft, reader, responses);
	const at = gap.index + gap[0].length;
	return readShownAnswer(cut(fence, at), part, draft, reader, responses);
}

/** A table or a list of statuses is one without a heading over it, too. */
function readStatuses(block: Block, { draft, reader }: BlockState): boolean {
	const { node, span } = block;
	if (isStatusList(block)) return readStatusList(block, draft, reader);
	if (node.type !== "table" || !readStatusTable(node, draft, reader))
		return false;
	reader.ledger.mark(span, "read", "statuses");
	return true;
}

/** "Available fields: `spent` (boolean), `txid` (optional) and `status`." */
function readSentence(
	block: Block,
	part: Part,
	{ draft, reader, responses }: BlockState,
): boolean {
	const fields = placeFields(sentenceFields(block, reader));
	if (fields.length === 0) return false;
	addDescribed(
		fields.map(({ property }) => property),
		part.status ?? responses.status,
		block,
		draft,
	);
	draft.description.push(markdownOf(reader.source, block.span));
	reader.ledger.mark(block.span, "read", "fields in a sentence");
	return true;
}

function readSignature(
	{ node, span }: Block,
	draft: OperationDraft,
	{ ledger }: Reader,
): boolean {
	if (
		node.type !== "paragraph" ||
		node.children.length !== 1 ||
		node.children[0]?.type !== "inlineCode"
	)
		return false;
	const name = readCallSignature(plainText(node), span);
	if (name === undefined) return false;
	draft.name ??= name;
	if (name.page !== undefined) draft.page ??= name.page;
	ledger.mark(span, "read", "call signature");
	return true;
}
