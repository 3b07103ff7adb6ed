import type {
	Operation,
	Origins,
	ParameterLocation,
	Shape,
} from "../model/types.ts";
import { isJsonObject, type JsonValue } from "../text/json.ts";
import type { SourceLine } from "../text/source.ts";
import { cover } from "../text/span.ts";
import { readCallSignature } from "./call-signature.ts";
import type { Became } from "./covered-block.ts";
import { emptyFragment, type Fragment, type Reader } from "./fragment.ts";
import { jsonOf, readSample, type SampleNode } from "./json-sample.ts";
import {
	addField,
	draftOperation,
	finishOperation,
	type OperationDraft,
} from "./operation-draft.ts";
import { withArguments, withEnvironment } from "./page-call.ts";
import { type PageField, readPageFields } from "./page-fields.ts";
import { nestPageFields } from "./page-nesting.ts";
import {
	type PageOperation,
	type PagePart,
	paragraphsOf,
} from "./page-parts.ts";
import { jsonTexts } from "./page-samples.ts";
import { readPagePermissions, readPageSecurity } from "./page-security.ts";
import { queryParametersIn } from "./prose-facts.ts";
import { addExampleShape, addResponse } from "./response-parts.ts";
import { shapeOfExample } from "./sample-shape.ts";

/** Reads one operation of a rendered page. */
export function readPageOperation(
	page: PageOperation,
	reader: Reader,
): Fragment {
	const draft = draftOperation(page.endpoint);
	const samples = readSamples(page, draft, reader);
	readHead(page, draft, reader);
	for (const part of page.parts) readPart(part, draft, reader, samples);
	const [sample] = samples;
	const origins: Origins | undefined = sample && [
		{ span: sample.span, basis: "inferred" },
	];
	if (sample !== undefined && origins !== undefined)
		addExampleShape(draft, "200", shapeOfExample(sample), origins);
	const lines = page.parts.flatMap((part) =>
		part.role === "sample" ? part.lines : [],
	);
	const operation = withArguments(finish(page, draft, reader), lines);
	return {
		...emptyFragment,
		operations: [operation],
		security: draft.security.map((scheme) => withEnvironment(scheme, lines)),
	};
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
	if (name !== undefined) draft.name = name;
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
			readReturns(part, draft, reader, samples[0]);
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
	lines: readonly SourceLine[],
	{ ledger }: Reader,
	what: string,
): void {
	for (const line of lines) ledger.mark(line.span, "read", what);
}

/** The sample's JSON is marked already; what is around it is the call. */
function markSample(
	lines: readonly SourceLine[],
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
	lines: readonly SourceLine[],
	draft: OperationDraft,
	{ source, ledger }: Reader,
): void {
	for (const paragraph of paragraphsOf(lines)) {
		const [first] = paragraph;
		const last = paragraph.at(-1);
		if (first === undefined || last === undefined) continue;
		const span = cover(first.span, last.span);
		draft.description.push(paragraph.map(({ text }) => text).join("\n"));
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
	lines: readonly SourceLine[],
	role: Exclude<PagePart["role"], "description" | "sample">,
	draft: OperationDraft,
	reader: Reader,
): void {
	const { fields } = readPageFields(lines, markLine(reader));
	const section = locationOf(role);
	const own = fields.filter((field) => !isArgumentObject(field));
	for (const field of nestPageFields(own, undefined, reader.report))
		addField(draft, field, section);
}

/** Takes down what became of the lines of a list; of lines in a row that nobody understood, the first is reported. */
function markLine({ ledger, report }: Reader) {
	let telling = true;
	return (line: SourceLine, became: Became, what: string): void => {
		ledger.mark(line.span, became, what);
		const unread = became === "unread";
		if (unread && telling) report("block/unread", line.span, {});
		telling = !unread;
	};
}

/** `params: ThingRenameParams { a, b }` is how an SDK takes what the lines after it describe. */
function isArgumentObject({ name, shape }: PageField): boolean {
	return (
		name === "params" &&
		shape.kind === "object" &&
		shape.title?.endsWith("Params") === true
	);
}

function locationOf(role: string): ParameterLocation | "body" | "unsaid" {
	switch (role) {
		case "path":
		case "query":
		case "header":
		case "cookie":
		case "body":
			return role;
		default:
			return "unsaid";
	}
}

function readReturns(
	part: PagePart,
	draft: OperationDraft,
	reader: Reader,
	sample: SampleNode | undefined,
): void {
	const { fields, title } = readPageFields(part.lines, markLine(reader));
	const [first] = fields;
	if (first === undefined) return;
	const names = fields.map(({ name }) => name);
	const around = sample && placeOf(jsonOf(sample), names);
	const properties = nestPageFields(fields, around, reader.report).map(
		({ property }) => property,
	);
	const shape: Shape = {
		kind: "object",
		properties,
		...(title !== undefined && { title: title.name }),
	};
	const span = title?.span ?? part.label?.span ?? first.line.span;
	addResponse(draft, {
		status: "200",
		mediaType: "application/json",
		shape,
		origins: [
			{ span, basis: "stated", of: ["type"] },
			{ span, basis: "assumed", of: ["status"] },
		],
	});
}

/** The object of an example that has the described fields: the whole of it, or one of its members. */
function placeOf(
	value: JsonValue,
	names: readonly string[],
): JsonValue | undefined {
	if (!isJsonObject(value)) return undefined;
	const has = (object: JsonValue | undefined) =>
		isJsonObject(object) && names.some((name) => Object.hasOwn(object, name));
	return has(value) ? value : Object.values(value).find(has);
}
