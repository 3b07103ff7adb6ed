import { markdownOf } from "../markdown/block.ts";
import type { Document, Section } from "../markdown/sections.ts";
import type { Operation, Server, Shape } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import { addField } from "./add-field.ts";
import {
	type Announcement,
	announcementOf,
	ownerOfLabel,
	requiredByLabel,
} from "./announcement.ts";
import { calledAmong } from "./called-endpoints.ts";
import type { FoundEndpoint } from "./endpoint-forms.ts";
import { readEndpointRow } from "./endpoint-row.ts";
import { readEndpointTitle } from "./endpoint-title.ts";
import { enterBlock, enterPart } from "./enter-context.ts";
import { finishOperation } from "./finish-operation.ts";
import { saysFormBody, sendAsForm, takesBody } from "./form-body.ts";
import { meaningIn } from "./format-shape.ts";
import { emptyFragment, type Fragment, type Reader } from "./fragment.ts";
import { readBlock } from "./generic-block.ts";
import { sectionEndpoints } from "./generic-endpoints.ts";
import type { Label } from "./label.ts";
import { readLabelValue } from "./label-value.ts";
import { addLinkedFormats } from "./linked-formats.ts";
import { meantFor } from "./meant-for.ts";
import { isSpecBlock } from "./openapi/spec-block.ts";
import { draftOperation, type OperationDraft } from "./operation-draft.ts";
import { type Part, partsOf } from "./part.ts";
import { isAnswer, type PartWords } from "./part-role.ts";
import { takePartType } from "./part-type.ts";
import { readPath } from "./path.ts";
import { statusesIn } from "./prose-statuses.ts";
import { type ResponseState, startResponse } from "./response-state.ts";
import { saidIn } from "./said.ts";
import { settleAnswer } from "./settle-answer.ts";
import { settleStatus } from "./settle-status.ts";
import { settleVariants } from "./settle-variants.ts";
import { isMethod, statedName } from "./stated-name.ts";
import { typeMentions } from "./type-mentions.ts";

/** Reads a section about one operation, or about several that share what it says, whatever its convention. */
export function readGenericSection(
	section: Section,
	reader: Reader,
	words: PartWords,
	document: Document,
	elsewhere?: Elsewhere,
): Fragment {
	const { heading } = section;
	const own = sectionEndpoints(section, words);
	const local = { ...reader, meaning: meaningIn(section, reader) };
	const { spans } = own;
	const endpoints = elsewhere?.endpoints ?? own.endpoints;
	for (const span of spans) reader.ledger.mark(span, "read", "endpoint");
	const parts = partsOf(section, words, () => false);
	const shared = endpoints.some(({ method }) => method === "GET");
	const asForm =
		endpoints.some(({ method }) => takesBody(method)) &&
		(saysFormBody(textOf(reader.source, section.span)) ||
			(shared && reader.saysFormBody === true));
	const name = statedName(section, document);
	const read = endpoints.flatMap((endpoint) => {
		const path = readPath(endpoint.form.path, endpoint.span, reader.report);
		if (path === undefined) {
			reader.ledger.mark(endpoint.span, "unread", "endpoint");
			return [];
		}
		const { method, span, form } = endpoint;
		const draft = draftOperation({ method, path, written: form.path, span });
		draft.ownServers.push(...serversOf(endpoint));
		for (const name of form.query)
			addField(draft, shownInPath(name, endpoint), "query");
		for (const { name, shape } of form.constraints)
			addField(draft, shownInPath(name, endpoint, shape), "path");
		if (endpoint.row !== undefined) readEndpointRow(endpoint.row, draft, local);
		const { title } = draft;
		readParts(parts, spans, draft, local, endpoints, endpoint);
		addTitleStatuses(heading, draft, reader);
		settleVariants(draft);
		const definitions = settleAnswer(parts, draft, reader);
		settleStatus(draft);
		addLinkedFormats(section, draft, reader);
		if (asForm && takesBody(method)) sendAsForm(draft);
		elsewhere?.settle(draft);
		if (endpoints.length === 1 && name !== undefined) draft.name ??= name;
		if (isMethod(heading)) takeTitle(draft);
		const operation = finish(draft, heading, reader, title);
		return [{ draft, operation, endpoint, definitions }];
	});
	if (heading !== undefined)
		reader.ledger.mark(heading.span, "read", "summary");
	return {
		...emptyFragment,
		operations: read.map(({ operation }) => operation),
		mentions: read.flatMap(({ operation }) =>
			typeMentions(section, parts, operation.id),
		),
		servers: read.flatMap(({ draft, endpoint }) => [
			...serversOf(endpoint),
			...draft.servers,
		]),
		security: read.flatMap(({ draft }) => draft.security),
		supports: read.flatMap(({ draft, operation: { id } }) =>
			draft.supports.map((one) => ({ ...one, operation: id })),
		),
		definitions: read.flatMap(({ definitions }) => definitions),
	};
}

/** ``**DELETE** `/beds/:id` – removes a bed, answers with 204``. */
function addTitleStatuses(
	heading: Section["heading"],
	draft: OperationDraft,
	{ source }: Reader,
): void {
	if (heading === undefined) return;
	for (const one of statusesIn(source, heading.span))
		if (draft.responses.every(({ status }) => status !== one.status))
			draft.responses.push(one);
}

/** A heading that is the name of a method says less than the line below it. */
function takeTitle(draft: OperationDraft): void {
	const [first, ...others] = draft.description;
	if (draft.title !== undefined || first === undefined) return;
	if (!/^[^>[#*\n][^\n]{0,120}$/.test(first) || /authori[sz]ation/i.test(first))
		return;
	draft.title = first;
	draft.description.splice(0, others.length + 1, ...others);
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

function shownInPath(
	name: string,
	{ span }: FoundEndpoint,
	shape: Shape = { kind: "unknown" },
) {
	return {
		property: {
			name,
			shape,
			origins: [{ span, basis: "stated" as const }] as const,
		},
	};
}

function finish(
	draft: OperationDraft,
	heading: Section["heading"],
	reader: Reader,
	own?: string,
): Operation {
	const summary = own ?? titleOf(heading, draft);
	const { span } = draft.endpoint;
	return finishOperation(
		draft,
		{
			...(summary !== undefined && { summary }),
			...(heading !== undefined && { anchor: heading.anchor }),
			span: own === undefined ? (heading?.span ?? span) : span,
		},
		reader.report,
	);
}

/** The words of a title that states an endpoint; when it has no others, what is known elsewhere, or the title itself. */
function titleOf(
	heading: Section["heading"],
	{ title }: OperationDraft,
): string | undefined {
	if (heading === undefined) return title;
	const { markdown, span } = heading;
	if (isMethod(heading)) return title ?? heading.text;
	const words = readEndpointTitle(markdown, span)?.words;
	return words === "" ? (title ?? markdown) : (words ?? markdown);
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
	const apart = parts.some(({ role }) => isAnswer(role));
	const responses: ResponseState = { status: undefined, apart };
	const callOf = calledAmong(
		parts.flatMap(({ blocks }) => blocks),
		all,
	);
	let called: readonly FoundEndpoint[] | undefined;
	let before: Announcement | undefined;
	let chapters: readonly Label[] = [];
	for (const part of parts) {
		const { label } = part;
		if (label !== undefined) reader.ledger.mark(label.span, "read", part.role);
		chapters = isChapter(part) ? [...chapters, part.label] : [];
		const { length } = draft.description;
		startResponse(part, responses, draft);
		const conditional = enterPart(draft.context, part, reader);
		takePartType(part, responses.status, draft, reader);
		readLabelValue(part, draft, reader, responses);
		if (label !== undefined)
			responses.words = textOf(reader.source, label.span);
		const blocks = saidIn(part, reader);
		let meant: readonly FoundEndpoint[] | undefined;
		// "All of them are optional" may stand right above the label.
		let announced: Announcement = {
			...only(before),
			...(conditional ? {} : announcedByLabel(label?.text)),
		};
		before = undefined;
		for (const [index, block] of blocks.entries()) {
			const now = all.length > 1 ? anywhere(announced) : announced;
			const again = announcementOf(block);
			before = again;
			// What a sentence says of all fields goes on; what it announces is the next block.
			const { required = announced.required } = again ?? {};
			announced = { ...again, ...(required !== undefined && { required }) };
			// A description says more than its endpoint.
			if (said.has(block.span.start.offset) && !isSpecBlock(block)) continue;
			// What a call of one endpoint gives is no answer of another.
			called = callOf(block) ?? called;
			if (block.node.type === "code" && called?.includes(own) === false)
				continue;
			const rest = enterBlock(draft.context, block, blocks[index + 1], reader);
			if (rest !== undefined) {
				// What it says beside the condition is said of the fields behind it.
				responses.words = rest;
				const { owner: _, ...said } = again ?? {};
				announced = said;
				continue;
			}
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
		if (draft.description.length > length)
			draft.description.splice(length, 0, ...titlesOf(chapters, reader));
		// A chapter may have nothing but chapters in it.
		if (blocks.length > 0) chapters = [];
	}
}

/** A part whose heading says nothing but how the description is divided. */
function isChapter(part: Part): part is Part & { readonly label: Label } {
	return part.role === "description" && part.label?.heading === true;
}

/** The headings over what is kept as the description are kept with it. */
function titlesOf(
	chapters: readonly Label[],
	{ ledger, source }: Reader,
): readonly string[] {
	for (const { span } of chapters) ledger.mark(span, "prose", "description");
	return chapters.map(({ span }) => markdownOf(source, span));
}

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
