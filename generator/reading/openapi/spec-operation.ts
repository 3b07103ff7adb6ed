import type {
	Authentication,
	Origins,
	Response,
	ResponseHeader,
} from "../../model/types.ts";
import type { Reader } from "../fragment.ts";
import type { SampleNode } from "../json-sample.ts";
import type { OperationDraft } from "../operation-draft.ts";
import { printPath } from "../path.ts";
import { headerShape, isOwn } from "../response-headers.ts";
import { addResponse } from "../response-parts.ts";
import { follow, type SpecBlock } from "./spec-block.ts";
import { readContent, readFormBody, readSpecBody } from "./spec-content.ts";
import { entriesOf, flagIn, itemsOf, memberOf, textIn } from "./spec-node.ts";
import { readSpecParameters } from "./spec-parameters.ts";
import { serversOfOne } from "./spec-servers.ts";
import { shapeOfSchema } from "./spec-shape.ts";

/** Takes what a piece of an OpenAPI description says of an operation; false when it says nothing of it. */
export function takeSpecOperation(
	block: SpecBlock,
	draft: OperationDraft,
	reader: Reader,
): boolean {
	const found = describedBy(block, draft);
	if (found === undefined) return false;
	const { node, around } = found;
	const description = textIn(node, "description");
	if (description !== undefined) draft.description.push(description);
	draft.title ??= textIn(node, "summary");
	if (flagIn(node, "deprecated") === true) draft.deprecated = true;
	draft.authentication ??= authenticationOf(node);
	draft.ownServers.push(...serversOfOne(node, around));
	const read = readSpecParameters(node, around, block);
	draft.parameters.push(...read.parameters);
	takeBody(node, read, block, draft);
	const lost = [...read.lost, ...takeResponses(node, block, draft)];
	for (const { span } of lost) reader.report("block/unread", span, {});
	reader.ledger.mark(block.span, "read", "OpenAPI");
	return true;
}

/** An operation's own `security`: none at all, or one that has to be met. */
function authenticationOf(node: SampleNode): Authentication | undefined {
	const entry = entriesOf(node).find(({ key }) => key === "security");
	if (entry?.node.kind !== "array") return undefined;
	const sets = itemsOf(entry.node).map((one) => entriesOf(one).length);
	// `{}` beside others leaves it to the caller.
	if (sets.length > 0 && sets.includes(0)) return undefined;
	const origins: Origins = [{ span: entry.keySpan, basis: "stated" }];
	return { required: sets.length > 0, origins };
}

function describedBy(
	{ spec, root }: SpecBlock,
	{ endpoint }: OperationDraft,
): { readonly node: SampleNode; readonly around?: SampleNode } | undefined {
	if (spec.kind === "operation") return { node: root };
	if (spec.kind !== "operations") return undefined;
	const path = shapeOfPath(`/${printPath(endpoint.path)}`);
	const same = spec.operations.filter(
		({ method }) => method === endpoint.method,
	);
	return same.find(
		(one) =>
			one.path === undefined ||
			path.endsWith(shapeOfPath(`/${one.path}`)) ||
			shapeOfPath(`/${one.path}`).endsWith(path),
	);
}

/** Placeholders are alike whatever they are called. */
function shapeOfPath(path: string): string {
	return path.replace(/\{[^{}]*\}/g, "{}").replace(/\/+/g, "/");
}

function takeBody(
	node: SampleNode,
	{ body: whole, form }: ReturnType<typeof readSpecParameters>,
	{ root, roots }: SpecBlock,
	draft: OperationDraft,
): void {
	const consumes = itemsOf(
		memberOf(node, "consumes") ?? memberOf(root, "consumes"),
	)[0];
	const older =
		consumes?.kind === "value" && typeof consumes.value === "string"
			? consumes.value
			: undefined;
	const written = memberOf(node, "requestBody") ?? whole;
	const holder = written && follow(written, roots);
	const content =
		holder && readContent(holder, roots, older ?? "application/json");
	if (holder === undefined || content === undefined) {
		const sent = readFormBody(form, older, roots);
		if (sent !== undefined) draft.specBody = sent;
		return;
	}
	draft.specBody = readSpecBody(holder, content);
	for (const { value, origins } of content.examples)
		draft.examples.push({
			on: "request",
			mediaType: content.mediaType,
			value,
			origins,
		});
}

function takeResponses(
	node: SampleNode,
	{ root, roots }: SpecBlock,
	draft: OperationDraft,
): readonly SampleNode[] {
	const lost: SampleNode[] = [];
	const produces = itemsOf(
		memberOf(node, "produces") ?? memberOf(root, "produces"),
	)[0];
	const older =
		produces?.kind === "value" && typeof produces.value === "string"
			? produces.value
			: "application/json";
	for (const entry of entriesOf(memberOf(node, "responses"))) {
		if (!/^(?:[1-5](?:\d\d|XX)|default)$/i.test(entry.key)) continue;
		const status = /^default$/i.test(entry.key)
			? "default"
			: entry.key.toUpperCase();
		const holder = follow(entry.node, roots);
		if (holder === undefined) lost.push(entry.node);
		const content = holder && readContent(holder, roots, older);
		const description = textIn(holder, "description");
		const origins: Origins = [{ span: entry.keySpan, basis: "stated" }];
		const response: Response = {
			status,
			...(description !== undefined && { description }),
			...(content !== undefined && { mediaType: content.mediaType }),
			...(content?.shape !== undefined && { shape: content.shape }),
			origins,
		};
		addResponse(draft, response);
		for (const header of headersIn(holder, roots))
			draft.responseHeaders.push({ status, header });
		if (content?.shape !== undefined) draft.describedStatuses.add(status);
		for (const example of content?.examples ?? [])
			draft.examples.push({
				on: "response",
				status,
				mediaType: content?.mediaType ?? older,
				...example,
			});
	}
	return lost;
}

/** Later descriptions have a schema in a header, older ones are one themselves. */
function headersIn(
	response: SampleNode | undefined,
	roots: readonly SampleNode[],
): readonly ResponseHeader[] {
	return entriesOf(memberOf(response, "headers")).flatMap(
		({ key, keySpan, node }): readonly ResponseHeader[] => {
			const header = follow(node, roots);
			if (header === undefined || !isOwn(key)) return [];
			const required = flagIn(header, "required");
			const description = textIn(header, "description");
			return [
				{
					name: key,
					...(required !== undefined && { required }),
					shape: headerShape(
						shapeOfSchema(memberOf(header, "schema") ?? header, roots),
					),
					...(description !== undefined && { description }),
					origins: [{ span: keySpan, basis: "stated" }],
				},
			];
		},
	);
}
