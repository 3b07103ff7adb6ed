import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import { type Fence, isJsonFence, openFence } from "../markdown/fence.ts";
import { everyBlock, type Section } from "../markdown/sections.ts";
import type { Origins, Response } from "../model/types.ts";
import type { Reader } from "./fragment.ts";
import { jsonOf, readSample, type SampleNode } from "./json-sample.ts";
import type { OperationDraft } from "./operation-draft.ts";
import {
	addExampleShape,
	addResponse,
	bareEnvelope,
} from "./response-parts.ts";
import { saidIn, tellUnread } from "./said.ts";
import {
	isBlank,
	isTemplate,
	shapeOfExample,
	shapeOfTemplate,
} from "./sample-shape.ts";

/** Reads what stands under a status heading: a note about where the data is, and a template or an example. */
export function readResponse(
	section: Section,
	{ status, rest }: { readonly status: string; readonly rest: string },
	draft: OperationDraft,
	reader: Reader,
	samples: "template" | "example",
): void {
	const { ledger, source } = reader;
	const span = section.heading?.span ?? section.span;
	ledger.mark(span, "read", "status");
	const origins: Origins = [{ span, basis: "stated" }];
	let response: Response = {
		status,
		...(rest !== "" && { description: rest }),
		origins,
	};
	for (const block of saidIn(section, reader)) {
		const data = dataNote(block);
		if (data !== undefined) {
			const noted: Origins = [{ span: block.span, basis: "stated" }];
			draft.envelope ??= bareEnvelope(data, noted);
			response = { ...response, enveloped: true };
			ledger.mark(block.span, "read", "place of the data");
		} else if (block.node.type === "code") {
			const fence = openFence(source, block.node);
			if (!isJsonFence(fence)) {
				tellUnread(block, "in a response", reader);
				continue;
			}
			ledger.mark(block.span, "read", "response body");
			const node = readSample(fence, reader.report);
			if (node === undefined) continue;
			response = withBody(response, node, { draft, samples, reader });
		} else if (block.node.type === "paragraph") {
			const words = [response.description, markdownOf(source, block.span)];
			const description = words.filter((one) => one !== undefined).join("\n\n");
			response = { ...response, description };
			ledger.mark(block.span, "prose", "description of a response");
		} else tellUnread(block, "in a response", reader);
	}
	addResponse(draft, response);
	for (const inner of section.sections)
		for (const block of everyBlock(inner))
			tellUnread(block, "in a response", reader);
}

const note = /\bbody((?:\[\s*["'][^"']+["']\s*\])|(?:\.\w+))/;

/** "Data is at `body["result"]`": the property that holds the data. */
function dataNote({ node }: Block): string | undefined {
	if (node.type !== "blockquote" && node.type !== "paragraph") return undefined;
	const at = note.exec(plainText(node))?.[1];
	return at?.replace(/^\.|^\[\s*["']|["']\s*\]$/g, "");
}

function withBody(
	response: Response,
	node: SampleNode,
	{
		draft,
		samples,
		reader,
	}: {
		readonly draft: OperationDraft;
		readonly samples: "template" | "example";
		readonly reader: Reader;
	},
): Response {
	const template =
		samples === "template" && (isTemplate(node) || isBlank(node));
	const mediaType = "application/json";
	if (template || isTemplate(node))
		return {
			...response,
			mediaType,
			shape: shapeOfTemplate(node, reader.report),
		};
	draft.examples.push({
		on: "response",
		status: response.status,
		mediaType,
		value: jsonOf(node),
		origins: [{ span: node.span, basis: "stated" }],
	});
	return { ...response, mediaType, shape: shapeOfExample(node) };
}

/** Reads an example of a whole response body: the example itself, and what it shows of the shape. */
export function readResponseSample(
	fence: Pick<Fence, "text" | "span" | "at">,
	status: string,
	draft: OperationDraft,
	reader: Reader,
): void {
	const node = readSample(fence, reader.report);
	if (node === undefined) return;
	draft.examples.push({
		on: "response",
		status,
		mediaType: "application/json",
		value: jsonOf(node),
		origins: [{ span: fence.span, basis: "stated" }],
	});
	const origins: Origins = [{ span: fence.span, basis: "inferred" }];
	addExampleShape(draft, status, shapeOfExample(node), origins);
}
