import { type Block, plainText } from "../markdown/block.ts";
import { openFence } from "../markdown/fence.ts";
import type { Section } from "../markdown/sections.ts";
import type { SharedError } from "../model/shared-error.ts";
import { readErrorCodes } from "./error-codes.ts";
import type { Reader } from "./fragment.ts";
import { readLoose } from "./loose-json.ts";
import { draftOperation, type OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import { readResponseBlock } from "./response-block.ts";
import type { ResponseState } from "./response-state.ts";
import { saidIn } from "./said.ts";
import { sampleKind } from "./sample.ts";
import { statusOf } from "./status-line.ts";

const heading =
	/^(?:[\d.]+\s+)?(?:(?:the|api|http|common|general|possible|global|standard|rest|handling|about|dealing with|list of) )*(?:errors?|failures?)(?:$|[ :,&/-])|\berrors$|\berror (?:codes?|handling|responses?|messages?|formats?|bod(?:y|ies)|structure|schema)\b|\b(?:status|response|return|http|result) codes?\b|^(?:http )?status(?:es)?$|\bfehler(?:codes?|meldungen)?$|\b(?:códigos de )?errores$|\berreurs$|\bcódigos de estado\b/i;
const announced =
	/\b(?:all|any|every|each)\b[^.]{0,40}\b(?:errors?|failures?|failed requests?)\b|\berrors? (?:responses? )?(?:are|is|will be|have|has|bod(?:y|ies)|objects?|follows?|use|share)\b|\b(?:if|when|in case) [^.]{0,60}\b(?:errors?|fails?|goes wrong|unsuccessful)\b/i;
/** Answers that are no failure of a whole request. */
const others =
	/\bstream|\bsuccess(?:ful)? (?:responses?|answers?)\b|\bexample request/i;

/**
 * What a section without endpoints says of the failures of all operations, under a heading about errors or behind a
 * sentence such as "All errors have this form:": the form of their bodies, and the statuses that there are.
 */
export function sharedErrorsIn(
	section: Section,
	above: readonly string[],
	reader: Reader,
): readonly SharedError[] {
	const { text = "", span } = section.heading ?? {};
	const under = heading.test(text) || above.some((one) => heading.test(one));
	const draft = draftOperation({
		method: "GET",
		path: [],
		written: "",
		span: section.span,
	});
	const status = statusOf(text)?.status ?? "default";
	const state: ResponseState = { status };
	let announces = under && !others.test(text);
	for (const block of saidIn(section, reader)) {
		if (block.node.type === "paragraph") {
			const words = plainText(block.node);
			announces =
				!others.test(words) &&
				(under || announced.test(words)) &&
				!others.test(text);
			if (announces) state.words = words;
			continue;
		}
		if (!announces) continue;
		readError(block, draft, reader, state);
		if (under) state.status = status;
		else announces = false;
	}
	const { file } = reader.source;
	const found = draft.responses.filter((one) => isFailure(one.status));
	if (found.length > 0 && under && span !== undefined)
		reader.ledger.mark(span, "read", "errors of all operations");
	return found.map((response) => ({ file, response }));
}

/** `404`, `4XX` and what stands for all failures. */
function isFailure(status: string): boolean {
	return status === "default" || /^[45]/.test(status);
}

const part: Part = { role: "errors", within: "errors", blocks: [] };

function readError(
	block: Block,
	draft: OperationDraft,
	reader: Reader,
	state: ResponseState,
): void {
	if (readErrorCodes(block, draft, reader)) return;
	if (block.node.type === "code") {
		const fence = openFence(reader.source, block.node);
		const kind = sampleKind(fence);
		if (kind === "json") {
			const nodes = readLoose(fence, () => undefined);
			// Several documents are a stream, whose last one alone may be an error.
			if (nodes.length !== 1 || nodes[0]?.kind !== "object") return;
		} else if (kind !== "http response") return;
	}
	readResponseBlock(block, part, draft, reader, state);
}
