import type { Block } from "../markdown/block.ts";
import type { Fence } from "../markdown/fence.ts";
import { join } from "../model/join.ts";
import type { Origins, Property, Response, Shape } from "../model/types.ts";
import { distinct } from "./distinct-fields.ts";
import { fitted, within } from "./fit-shape.ts";
import type { Reader } from "./fragment.ts";
import { jsonOf, type SampleNode } from "./json-sample.ts";
import { readLoose } from "./loose-json.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { withItems } from "./response-parts.ts";
import {
	isBlank,
	isTemplate,
	shapeOfExample,
	shapeOfTemplate,
} from "./sample-shape.ts";
import { successStatus } from "./success-status.ts";
import { optionalFields } from "./variants.ts";

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
export function markStreamed(
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
		? shapeOfTemplate(node, reader.report, reader.meaning)
		: shapeOfExample(node);
	const shape = under === undefined ? own : within(under, own, origins);
	addShape(draft, known, { mediaType: "application/json", shape }, origins);
	if (template) draft.drawnStatuses.add(known);
	if (template && under !== undefined) draft.describedStatuses.add(known);
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
			? withItems(draft, shape)
			: stated
				? fitted(shown, shape, "fill")
				: (join(shown, shape, { mode: "either" }) ?? shown);
	const made: Response = { ...response, mediaType, shape: joined };
	if (at < 0) draft.responses.push(made);
	else draft.responses[at] = made;
}

/** Fields of an answer that the docs describe. */
export function addDescribed(
	said: readonly Property[],
	status: string | undefined,
	{ span }: Pick<Block, "span">,
	draft: OperationDraft,
	under?: string,
): void {
	// Of a field that is described for several places, one answer has one.
	const fields = distinct(said, ({ name }) => name);
	const item =
		fields.length === 1 &&
		fields[0] !== undefined &&
		/^\[array item\]$/i.test(fields[0].name)
			? fields[0]
			: undefined;
	const { condition, bases } = draft.context;
	if (condition !== undefined && under === undefined) {
		const known = status ?? successStatus(draft);
		draft.answerVariants.push({ condition, properties: fields, status: known });
		return;
	}
	const [only, ...others] = fields;
	const nameless = others.length === 0 && only?.name === "*anonymous*";
	const described: Shape = nameless
		? only.shape
		: item === undefined
			? {
					kind: "object",
					properties:
						condition === undefined
							? fields
							: optionalFields({ condition, properties: fields }),
					...(bases.length > 0 && { bases }),
				}
			: item.shape.kind === "array"
				? item.shape
				: { kind: "array", items: item.shape };
	const shape =
		under === undefined
			? described
			: within(under, described, [{ span, basis: "stated" }]);
	addDescribedShape(shape, status, { span }, draft);
}

/** The shape of an answer that the docs describe; examples seen so far fill what it leaves open. */
export function addDescribedShape(
	shape: Shape,
	status: string | undefined,
	{ span }: Pick<Block, "span">,
	draft: OperationDraft,
): void {
	const known = status ?? successStatus(draft);
	const at = draft.responses.findIndex((one) => one.status === known);
	const response: Response = draft.responses[at] ?? {
		status: known,
		origins: [
			{ span, basis: "stated", of: ["type"] },
			{ span, basis: "assumed", of: ["status"] },
		],
	};
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

export function addStated(
	draft: OperationDraft,
	status: string,
	shape: Shape,
): void {
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
