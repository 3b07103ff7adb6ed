import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { Operation, ParameterLocation, Server } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import { readAnnouncedFields } from "./announced-fields.ts";
import {
	type Announcement,
	announcementOf,
	ownerOfLabel,
	requiredByLabel,
} from "./announcement.ts";
import { readCallSignature } from "./call-signature.ts";
import type { FoundEndpoint } from "./endpoint-forms.ts";
import { readEndpointTitle } from "./endpoint-title.ts";
import { addFieldBlock, fieldsOf, isFieldBlock } from "./field-block.ts";
import { saysFormBody, sendAsForm, takesBody } from "./form-body.ts";
import { emptyFragment, type Fragment, type Reader } from "./fragment.ts";
import { sectionEndpoints } from "./generic-endpoints.ts";
import { addHeaderLines } from "./header-lines.ts";
import { wordsInHtml } from "./html-block.ts";
import { readLabelValue } from "./label-value.ts";
import { readListedValues } from "./listed-values.ts";
import { meantFor } from "./meant-for.ts";
import {
	addField,
	draftOperation,
	finishOperation,
	type OperationDraft,
} from "./operation-draft.ts";
import { type Part, partsOf } from "./part.ts";
import type { PartWords } from "./part-words.ts";
import { readPath } from "./path.ts";
import { placeFields } from "./place-fields.ts";
import { queryParametersIn } from "./prose-facts.ts";
import { statusesIn } from "./prose-statuses.ts";
import {
	addDescribed,
	type ResponseState,
	readResponseBlock,
	startResponse,
} from "./response-block.ts";
import { saidIn, tellUnread } from "./said.ts";
import { readSampleBlock } from "./sample-block.ts";
import { sentenceFields } from "./sentence-fields.ts";

/** Reads a section about one operation, or about several that share what it says, whatever its convention. */
export function readGenericSection(
	section: Section,
	reader: Reader,
	words: PartWords,
	heading: Section["heading"] = section.heading,
	elsewhere?: Elsewhere,
): Fragment {
	const own = sectionEndpoints(section, words);
	const { spans } = own;
	const endpoints = elsewhere?.endpoints ?? own.endpoints;
	for (const span of spans) reader.ledger.mark(span, "read", "endpoint");
	const parts = partsOf(section, words, () => false);
	const text = textOf(reader.source, section.span);
	const shared = endpoints.some(({ method }) => method === "GET");
	const asForm =
		saysFormBody(text) || (shared && saysFormBody(reader.source.text));
	const read = endpoints.flatMap((endpoint) => {
		const path = readPath(endpoint.form.path, endpoint.span, reader.report);
		if (path === undefined) return [];
		const { method, span, form } = endpoint;
		const draft = draftOperation({ method, path, written: form.path, span });
		for (const name of form.query)
			addField(draft, shownInPath(name, endpoint), "query");
		readParts(parts, spans, draft, reader, endpoints, endpoint);
		if (asForm && takesBody(method)) sendAsForm(draft);
		elsewhere?.settle(draft);
		return [{ draft, operation: finish(draft, heading, reader), endpoint }];
	});
	if (heading !== undefined)
		reader.ledger.mark(heading.span, "read", "summary");
	return {
		...emptyFragment,
		operations: read.map(({ operation }) => operation),
		servers: read.flatMap(({ draft, endpoint }) => [
			...serversOf(endpoint),
			...draft.servers,
		]),
		security: read.flatMap(({ draft }) => draft.security),
	};
}

/** Endpoints that do not stand in the section itself, and what to make of fields whose place no words say. */
interface Elsewhere {
	readonly endpoints: readonly FoundEndpoint[];
	readonly settle: (draft: OperationDraft) => void;
}

function serversOf({ form, span }: FoundEndpoint): readonly Server[] {
	return form.origin === undefined
		? []
		: [{ url: form.origin, origins: [{ span, basis: "stated" }] }];
}

function shownInPath(name: string, { span }: FoundEndpoint) {
	return {
		property: {
			name,
			shape: { kind: "unknown" as const },
			origins: [{ span, basis: "stated" as const }] as const,
		},
	};
}

function finish(
	draft: OperationDraft,
	heading: Section["heading"],
	reader: Reader,
): Operation {
	return finishOperation(
		draft,
		{
			...(heading !== undefined && {
				summary: titleOf(heading),
				anchor: heading.anchor,
			}),
			span: heading?.span ?? draft.endpoint.span,
		},
		reader.report,
	);
}

/** The words of a title that states an endpoint; the title itself when it has no others. */
function titleOf({ markdown, span }: NonNullable<Section["heading"]>): string {
	return readEndpointTitle(markdown, span)?.words || markdown;
}

function readParts(
	parts: readonly Part[],
	endpoints: readonly { readonly start: { readonly offset: number } }[],
	draft: OperationDraft,
	reader: Reader,
	all: readonly FoundEndpoint[],
	own: FoundEndpoint,
): void {
	const said = new Set(endpoints.map(({ start }) => start.offset));
	const responses: ResponseState = { status: undefined };
	let before: Announcement | undefined;
	for (const part of parts) {
		const { label } = part;
		if (label !== undefined) reader.ledger.mark(label.span, "read", part.role);
		startResponse(part, responses, draft);
		readLabelValue(part, draft, reader, responses);
		if (label !== undefined)
			responses.words = textOf(reader.source, label.span);
		const blocks = saidIn(part, reader);
		let meant: readonly FoundEndpoint[] | undefined;
		// "All of them are optional" may stand right above the label.
		let announced = { ...only(before), ...announcedByLabel(label?.text) };
		before = undefined;
		for (const [index, block] of blocks.entries()) {
			const now = all.length > 1 ? anywhere(announced) : announced;
			const again = announcementOf(block);
			before = again;
			// What a sentence says of all fields goes on; what it announces is the next block.
			const { required = announced.required } = again ?? {};
			announced = { ...again, ...(required !== undefined && { required }) };
			if (said.has(block.span.start.offset)) continue;
			const announces = block.node.type === "paragraph";
			if (announces) meant = meantFor(block, blocks[index + 1], all);
			if (meant?.includes(own) === false) {
				// The operation that it is about reads it.
				if (!announces) meant = undefined;
				continue;
			}
			readBlock(block, part, { draft, reader, responses, announced: now });
			if (announces) responses.words = textOf(reader.source, block.span);
			else delete responses.words;
		}
	}
}

const requests: readonly Part["role"][] = ["parameters", "body"];

function only(before: Announcement | undefined): Announcement {
	const required = before?.required;
	return required === undefined ? {} : { required };
}

/** Where one section describes several methods, what is the query of one may be the body of another. */
function anywhere({ place, ...rest }: Announcement): Announcement {
	return place === undefined || place === "query" ? rest : { ...rest, place };
}

/** "Optional parameters" says it of all of them; a label may name the field whose own fields follow. */
function announcedByLabel(text: string | undefined): Announcement {
	if (text === undefined) return {};
	const required = requiredByLabel(text);
	const owner = ownerOfLabel(text);
	return {
		...(required !== undefined && { required }),
		...(owner !== undefined && { owner }),
	};
}

interface State {
	readonly draft: OperationDraft;
	readonly reader: Reader;
	readonly responses: ResponseState;
	/** What the words in front say of the block. */
	readonly announced: Announcement;
}

function readBlock(block: Block, part: Part, state: State): void {
	const { draft, reader, responses, announced } = state;
	const { place, owner } = announced;
	const open = part.role === "description" || part.role === "endpoint";
	const sent = requests.includes(part.role);
	if (
		(open || sent) &&
		(owner === undefined || !sent) &&
		isFieldBlock(block, reader) &&
		readAnnouncedFields(block, responses.words ?? "", {
			draft,
			reader,
			status: part.status ?? responses.status,
			open,
		})
	)
		return;
	switch (part.role) {
		case "path":
		case "query":
		case "header":
		case "cookie":
		case "body":
			if (addFieldBlock(block, part.role, draft, reader, announced)) return;
			if (part.role === "header" && addHeaderLines(block, draft, reader))
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
			if (readSignature(block, draft, reader)) return;
			if (readSentence(block, part, state)) return;
			if (!isFieldBlock(block, reader)) break;
			if (place === "returns" && readReturned(block, part, state)) return;
			if (addFieldBlock(block, within(place), draft, reader, announced)) return;
			break;
	}
	if (
		block.node.type === "code" &&
		readSampleBlock(block, part, draft, reader, responses)
	)
		return;
	readProse(block, state);
}

function within(
	place: Announcement["place"],
): ParameterLocation | "body" | "unsaid" {
	return place === undefined || place === "returns" ? "unsaid" : place;
}

/** Fields in front of which a sentence says that they are those of the answer. */
function readReturned(block: Block, part: Part, state: State): boolean {
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

/** "Available fields: `spent` (boolean), `txid` (optional) and `status`." */
function readSentence(
	block: Block,
	part: Part,
	{ draft, reader, responses }: State,
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
	ledger.mark(span, "read", "call signature");
	return true;
}

/** `> Pet addPet(body)`: what an SDK's method takes, which tables say too. */
function isTypedCall({ node }: Block): boolean {
	return (
		node.type === "blockquote" &&
		/^(?:[\w.:<>[\], ]+\s)?\w+\s?\([\w\s,=:.?[\]]*\)$/.test(plainText(node))
	);
}

/** Everything else is kept as the description. */
function readProse(block: Block, { draft, reader }: State): void {
	const { span, node } = block;
	if (isTypedCall(block)) {
		reader.ledger.mark(span, "read", "call signature");
		return;
	}
	const note = node.type === "html" ? wordsInHtml(node.value) : undefined;
	if (note !== undefined) {
		if (note !== "") draft.description.push(note);
		reader.ledger.mark(
			span,
			note === "" ? "read" : "prose",
			note === "" ? "markup" : "description",
		);
		return;
	}
	if (
		node.type === "html" ||
		node.type === "definition" ||
		node.type === "yaml"
	) {
		tellUnread(block, node.type === "html" ? "HTML" : "not shown", reader);
		return;
	}
	draft.description.push(markdownOf(reader.source, span));
	const known = new Set(draft.parameters.map(({ name }) => name));
	const found = queryParametersIn(reader.source, span).filter(
		({ name }) => !known.has(name),
	);
	draft.parameters.push(...found);
	const statuses =
		node.type === "paragraph" ? statusesIn(reader.source, span) : [];
	for (const response of statuses)
		if (draft.responses.every(({ status }) => status !== response.status))
			draft.responses.push(response);
	const facts = [
		...(found.length > 0 ? ["query parameters in prose"] : []),
		...(statuses.length > 0 ? ["statuses in prose"] : []),
	];
	const [what] = facts;
	reader.ledger.mark(
		span,
		what === undefined ? "prose" : "read",
		facts.length > 0 ? facts.join(", ") : "description",
	);
}
