import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import type { Operation, Server } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import { readAnnouncedFields } from "./announced-fields.ts";
import { readCallSignature } from "./call-signature.ts";
import type { FoundEndpoint } from "./endpoint-forms.ts";
import { readEndpointTitle } from "./endpoint-title.ts";
import { addFieldBlock, isFieldBlock } from "./field-block.ts";
import { saysFormBody, sendAsForm, takesBody } from "./form-body.ts";
import { emptyFragment, type Fragment, type Reader } from "./fragment.ts";
import { sectionEndpoints } from "./generic-endpoints.ts";
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
import { queryParametersIn } from "./prose-facts.ts";
import { statusesIn } from "./prose-statuses.ts";
import {
	type ResponseState,
	readResponseBlock,
	startResponse,
} from "./response-block.ts";
import { saidIn, tellUnread } from "./said.ts";
import { readSampleBlock } from "./sample-block.ts";

/** Reads a section about one operation, or about several that share what it says, whatever its convention. */
export function readGenericSection(
	section: Section,
	reader: Reader,
	words: PartWords,
	heading: Section["heading"] = section.heading,
): Fragment {
	const { endpoints, spans } = sectionEndpoints(section, words);
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
	for (const part of parts) {
		const { label } = part;
		if (label !== undefined) reader.ledger.mark(label.span, "read", part.role);
		startResponse(part, responses, draft);
		if (label !== undefined)
			responses.words = textOf(reader.source, label.span);
		const blocks = saidIn(part, reader);
		let meant: readonly FoundEndpoint[] | undefined;
		for (const [index, block] of blocks.entries()) {
			if (said.has(block.span.start.offset)) continue;
			const announces = block.node.type === "paragraph";
			if (announces) meant = meantFor(block, blocks[index + 1], all);
			if (meant?.includes(own) === false) {
				// The operation that it is about reads it.
				if (!announces) meant = undefined;
				continue;
			}
			readBlock(block, part, { draft, reader, responses });
			if (announces) responses.words = textOf(reader.source, block.span);
			else delete responses.words;
		}
	}
}

const requests: readonly Part["role"][] = ["parameters", "body"];

interface State {
	readonly draft: OperationDraft;
	readonly reader: Reader;
	readonly responses: ResponseState;
}

function readBlock(block: Block, part: Part, state: State): void {
	const { draft, reader, responses } = state;
	const open = part.role === "description" || part.role === "endpoint";
	if (
		(open || requests.includes(part.role)) &&
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
			if (addFieldBlock(block, part.role, draft, reader)) return;
			break;
		case "parameters":
			if (addFieldBlock(block, "unsaid", draft, reader)) return;
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
			break;
		case "description":
		case "endpoint":
			if (readSignature(block, draft, reader)) return;
			if (
				isFieldBlock(block, reader) &&
				addFieldBlock(block, "unsaid", draft, reader)
			)
				return;
			break;
	}
	if (
		block.node.type === "code" &&
		readSampleBlock(block, part, draft, reader, responses)
	)
		return;
	readProse(block, state);
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

/** Everything else is kept as the description. */
function readProse(block: Block, { draft, reader }: State): void {
	const { span, node } = block;
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
