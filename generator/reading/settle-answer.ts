import { markdownOf } from "../markdown/block.ts";
import type { Definition } from "../model/definition.ts";
import { join } from "../model/join.ts";
import type { Origins, Response, Shape } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import { fitted, within } from "./fit-shape.ts";
import { takesBody } from "./form-body.ts";
import { shapeOfFormat } from "./format-shape.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import {
	answerInProse,
	bodyInProse,
	type ProseAnswer,
} from "./prose-answer.ts";

/**
 * Completes an operation's answer from sentences that say what it is: "Returns a list of boats". What samples and lists of
 * fields show is not changed by them, but for their number, the keys that are data, and how they are sent.
 */
export function settleAnswer(
	parts: readonly Part[],
	draft: OperationDraft,
	reader: Reader,
): readonly Definition[] {
	const { source, ledger } = reader;
	const named: Definition[] = [];
	const nouns = (noun: string): Shape | undefined => {
		const found = definitionOf(noun, reader);
		if (found === undefined) return undefined;
		named.push(found);
		return { kind: "object", properties: [], title: found.name };
	};
	const { written } = draft.endpoint;
	for (const part of parts) {
		if (part.role === "errors" || part.role === "security") continue;
		for (const { node, span } of part.blocks) {
			if (node.type !== "paragraph") continue;
			const answer = answerInProse(markdownOf(source, span), written, nouns);
			const origins: Origins = [
				{ span, basis: "stated", of: ["type"] },
				{ span, basis: "assumed", of: ["status"] },
			];
			if (answer !== undefined && takeAnswer(answer, draft, origins))
				ledger.mark(span, "read", "answer in prose");
			const sent = bodyInProse(markdownOf(source, span));
			if (sent !== undefined && takeBody(sent, draft, span))
				ledger.mark(span, "read", "body in prose");
		}
	}
	return named;
}

/** The type that a section called "Transaction format" describes. */
function definitionOf(noun: string, reader: Reader): Definition | undefined {
	const format = reader.formats?.called(noun);
	const shape = format && shapeOfFormat(format, reader);
	const heading = format?.section.heading;
	if (shape === undefined || heading === undefined) return undefined;
	return {
		name: noun.charAt(0).toUpperCase() + noun.slice(1),
		file: reader.source.file,
		anchors: [heading.anchor, ...heading.ids],
		shape,
		origins: [{ span: heading.span, basis: "stated" }],
	};
}

function takeBody(
	{ mediaType, shape }: ProseAnswer,
	draft: OperationDraft,
	span: Span,
): boolean {
	const { body, bodyFields, shownBody } = draft;
	const known = body !== undefined || bodyFields.length > 0 || shownBody;
	if (known || !takesBody(draft.endpoint.method)) return false;
	const origins: Origins = [{ span, basis: "stated" }];
	draft.body = { mediaType, required: true, shape, origins };
	return true;
}

function takeAnswer(
	answer: ProseAnswer,
	draft: OperationDraft,
	origins: Origins,
): boolean {
	const { mediaType, shape: own, property } = answer;
	const at = draft.responses.findIndex(({ status }) => /^2/.test(status));
	const response = draft.responses[at];
	if (response !== undefined && /^20[45]$/.test(response.status)) return false;
	const shape = property === undefined ? own : within(property, own, origins);
	if (response?.shape === undefined) {
		if (property !== undefined) return false;
		const made = { status: "200", origins, ...response, mediaType, shape };
		if (at < 0) draft.responses.push(made);
		else draft.responses[at] = made;
		return true;
	}
	const joined = completed(response, shape, draft);
	if (joined === undefined) return false;
	draft.responses[at] = { ...response, shape: joined };
	return true;
}

/** The shape that is known with what the sentence adds to it; nothing where that is nothing. */
function completed(
	{ status, shape: known }: Response,
	said: Shape,
	draft: OperationDraft,
): Shape | undefined {
	const shown =
		draft.drawnStatuses.has(status) ||
		draft.examples.some(({ on }) => on === "response");
	if (known === undefined) return undefined;
	const maps = said.kind === "record" || said.kind === "object";
	if (maps && shown && known.kind === "object")
		return said.kind === "object" && said.properties.length === 0
			? undefined
			: said.kind === "record"
				? join(said, known, { mode: "fill" })
				: fitted(said, known, "fill");
	// "Get the list of boats", and then the fields of one.
	if (said.kind === "array" && !shown && known.kind === "object")
		return { kind: "array", items: known };
	return undefined;
}
