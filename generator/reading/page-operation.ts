import { pathParameters } from "../model/path.ts";
import type { Operation, Origins } from "../model/types.ts";
import { isJsonObject, type JsonValue } from "../text/json.ts";
import { cover } from "../text/span.ts";
import { addField } from "./add-field.ts";
import { readCallSignature } from "./call-signature.ts";
import { locationOf } from "./field.ts";
import { finishOperation } from "./finish-operation.ts";
import { emptyFragment, type Fragment, type Reader } from "./fragment.ts";
import { isGoCall, readGoLines } from "./go-lines.ts";
import { jsonOf, readSample, type SampleNode } from "./json-sample.ts";
import { draftOperation, type OperationDraft } from "./operation-draft.ts";
import { withArguments, withEnvironment } from "./page-call.ts";
import type { PageLine } from "./page-lines.ts";
import { fieldsIn } from "./page-list.ts";
import {
	type PageOperation,
	type PagePart,
	paragraphsOf,
} from "./page-parts.ts";
import { readPageReturns } from "./page-returns.ts";
import { curlTexts, jsonTexts } from "./page-samples.ts";
import { readPagePermissions, readPageSecurity } from "./page-security.ts";
import { queryParametersIn } from "./prose-facts.ts";
import { readRequestSample } from "./request-sample.ts";
import { addExampleShape } from "./response-parts.ts";
import { shapeOfExample } from "./sample-shape.ts";
import { readSignatureFacts } from "./signature-facts.ts";

/** Reads one operation of a rendered page. */
export function readPageOperation(
	page: PageOperation,
	reader: Reader,
): Fragment {
	const draft = draftOperation(page.endpoint);
	const samples = readSamples(page, draft, reader);
	readHead(page, draft, reader);
	for (const part of partsOf(page, samples, reader))
		readPart(part, draft, reader, samples);
	const { signature } = page;
	if (signature !== undefined && page.parts.every(isWords))
		readSignatureFacts(signature.text, signature.span, draft, reader.report);
	const [sample] = samples;
	const origins: Origins | undefined = sample && [
		{ span: sample.span, basis: "inferred" },
	];
	if (sample !== undefined && origins !== undefined)
		addExampleShape(draft, "200", shapeOfExample(sample), origins);
	const lines = page.parts.flatMap((part) =>
		part.role === "sample" ? part.lines : [],
	);
	readCalls(lines, draft, reader);
	const operation = withArguments(finish(page, draft, reader), lines);
	return {
		...emptyFragment,
		operations: [operation],
		servers: draft.servers,
		security: draft.security.map((scheme) => withEnvironment(scheme, lines)),
	};
}

function isWords({ role }: PagePart): boolean {
	return role === "description" || role === "security";
}

/** The parts in the notation of all languages but Go. */
function partsOf(
	{ parts, signature, endpoint }: PageOperation,
	samples: readonly SampleNode[],
	{ report }: Reader,
): readonly PagePart[] {
	if (signature === undefined || !isGoCall(signature.text)) return parts;
	const known = [
		...pathParameters(endpoint.path),
		...samples.flatMap((sample) => keysOf(jsonOf(sample))),
	];
	return parts.map((part) =>
		part.role === "parameters" || part.role === "returns"
			? { ...part, lines: readGoLines(part.lines, known, report) }
			: part,
	);
}

function keysOf(value: JsonValue): readonly string[] {
	if (Array.isArray(value)) return value.flatMap(keysOf);
	if (!isJsonObject(value)) return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		key,
		...keysOf(inner),
	]);
}

function finish(
	page: PageOperation,
	draft: OperationDraft,
	{ report }: Reader,
): Operation {
	const { title, endpoint } = page;
	return finishOperation(
		draft,
		{
			...(title !== undefined && { summary: title.text.trim() }),
			span: title?.span ?? endpoint.span,
		},
		report,
	);
}

function readHead(
	{ title, signature }: PageOperation,
	draft: OperationDraft,
	{ ledger }: Reader,
): void {
	if (title !== undefined) ledger.mark(title.span, "read", "summary");
	if (signature === undefined) return;
	const name = readCallSignature(signature.text, signature.span);
	ledger.mark(signature.span, name ? "read" : "unread", "call signature");
	if (name === undefined) return;
	draft.name = name;
	if (name.page !== undefined) draft.page = name.page;
}

/** The examples of the response, each said once although pages show them twice. */
function readSamples(
	{ parts }: PageOperation,
	draft: OperationDraft,
	{ source, report, ledger }: Reader,
): readonly SampleNode[] {
	const found: SampleNode[] = [];
	const seen = new Set<string>();
	for (const { role, lines } of parts) {
		if (role !== "sample" && role !== "example") continue;
		for (const text of jsonTexts(source, lines)) {
			const node = readSample(text, report);
			if (node === undefined) continue;
			const value = jsonOf(node);
			const key = JSON.stringify(value);
			ledger.mark(text.span, "read", "example");
			if (seen.has(key)) continue;
			seen.add(key);
			found.push(node);
			draft.examples.push({
				on: "response",
				status: "200",
				mediaType: "application/json",
				value,
				origins: [{ span: text.span, basis: "stated" }],
			});
		}
	}
	return found;
}

function readPart(
	part: PagePart,
	draft: OperationDraft,
	reader: Reader,
	samples: readonly SampleNode[],
): void {
	const { ledger } = reader;
	if (part.label !== undefined) ledger.mark(part.label.span, "read", part.role);
	switch (part.role) {
		case "description":
		case "responses":
			readDescription(part.lines, draft, reader);
			break;
		case "security":
			draft.security.push(...readPageSecurity(part.lines));
			markAll(part.lines, reader, "security");
			break;
		case "permissions": {
			const permissions = readPagePermissions(part.label, part.lines);
			if (permissions !== undefined) draft.permissions = permissions;
			markAll(part.lines, reader, "permissions");
			break;
		}
		case "returns":
			readPageReturns(part, draft, reader, samples[0]);
			break;
		case "sample":
		case "example":
			markSample(part.lines, reader);
			break;
		default:
			readFields(part.lines, part.role, draft, reader);
	}
}

function markAll(
	lines: readonly PageLine[],
	{ ledger }: Reader,
	what: string,
): void {
	for (const line of lines) ledger.mark(line.span, "read", what);
}

/** The sample's JSON is marked already; what is around it is the call. */
function markSample(
	lines: readonly PageLine[],
	{ ledger, source }: Reader,
): void {
	const inJson = jsonTexts(source, lines).map(({ span }) => span);
	for (const line of lines) {
		const { offset } = line.span.start;
		const covered = inJson.some(
			({ start, end }) => start.offset <= offset && offset < end.offset,
		);
		if (!covered) ledger.mark(line.span, "read", "sample call");
	}
}

function readDescription(
	lines: readonly PageLine[],
	draft: OperationDraft,
	{ source, ledger }: Reader,
): void {
	for (const paragraph of paragraphsOf(lines)) {
		const [first] = paragraph;
		const last = paragraph.at(-1);
		if (first === undefined || last === undefined) continue;
		const span = cover(first.span, last.span);
		draft.description.push(
			paragraph.map(({ text, words }) => words ?? text).join("\n"),
		);
		const found = queryParametersIn(source, span);
		draft.parameters.push(...found);
		ledger.mark(
			span,
			found.length > 0 ? "read" : "prose",
			found.length > 0 ? "query parameters in prose" : "description",
		);
	}
}

function readFields(
	lines: readonly PageLine[],
	role: Exclude<PagePart["role"], "description" | "sample">,
	draft: OperationDraft,
	reader: Reader,
): void {
	const section = locationOf(role) ?? "unsaid";
	for (const field of fieldsIn(lines, reader).fields)
		addField(draft, field, section);
}

/** Curl shows the base URL and a body; how to authenticate it shows only where the page does not say. */
function readCalls(
	lines: readonly PageLine[],
	draft: OperationDraft,
	{ source }: Reader,
): void {
	const described = draft.security.length;
	for (const text of curlTexts(source, lines)) readRequestSample(text, draft);
	if (described > 0) draft.security.splice(described);
}
