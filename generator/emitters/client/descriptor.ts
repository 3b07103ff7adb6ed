import { isDeepStrictEqual } from "node:util";
import { type Code, code } from "../../code/code.ts";
import { jsonLiteral, stringLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import { encodingOf } from "../../model/encoding.ts";
import { ownServer } from "../../model/own-server.ts";
import { type StreamAnswer, streamAnswer } from "../../model/stream-answer.ts";
import { answersBytes, answersText } from "../../model/text-answer.ts";
import type { ApiModel, Operation, PathSegment } from "../../model/types.ts";
import { type JsonValue, withoutGaps } from "../../text/json.ts";
import { commonEnvelope, envelopeOf } from "./envelope.ts";
import { type Pages, pagesOf } from "./pages.ts";
import { hasParams } from "./params.ts";
import type { OperationPlan } from "./plan.ts";
import type { RuntimeName } from "./runtime.ts";
import type { Scope } from "./types.ts";

/** What tells the runtime how to send an operation and how to read its answer: data, and the runtime's functions that it takes. */
interface Descriptor {
	readonly members: Readonly<Record<string, JsonValue | undefined>>;
	/** Where it is if not where the client is. */
	readonly server: string | undefined;
	readonly functions: {
		readonly encode: RuntimeName | undefined;
		readonly read: RuntimeName | undefined;
	};
	readonly pages: Pages | undefined;
}

/**
 * The descriptor as a function has it: an object that stands where it is used, so that a program makes those of the
 * operations that it calls and no others.
 */
export function descriptorOf(plan: OperationPlan, scope: Scope): Code {
	const { members, server, functions, pages } = describe(
		plan,
		scope.plan.model,
	);
	const lines = linesOf(members, code`\t`);
	const used = (name: RuntimeName) => {
		scope.calls.add(name);
		return identifier(name);
	};
	if (server !== undefined)
		lines.push(
			code`\tserver: ${used("ownServer")}(${stringLiteral(server)}),\n`,
		);
	for (const [member, name] of Object.entries(functions))
		if (name !== undefined)
			lines.push(code`\t${identifier(member)}: ${used(name)},\n`);
	if (pages !== undefined)
		lines.push(
			code`\tpages: {\n\t\tturn: ${used(pages.turn)},\n${linesOf(pages.members, code`\t\t`)}\t},\n`,
		);
	return code`{\n${lines}}`;
}

/**
 * The descriptor as a resource's method has it: JSON, where names stand for the runtime's functions. `parts` is told
 * which these are.
 */
export function methodData(
	plan: OperationPlan,
	{ plan: { model } }: Scope,
	parts: Set<RuntimeName>,
): JsonValue {
	const { members, server, functions, pages } = describe(plan, model);
	const used = (name: RuntimeName | undefined) => {
		if (name !== undefined) parts.add(name);
		return name;
	};
	if (server !== undefined) parts.add("ownServer");
	if (pages !== undefined) parts.add("listed");
	return withoutGaps({
		...members,
		// The runtime makes it of the resource's path and the method's name.
		name: undefined,
		bare: hasParams(plan) ? undefined : true,
		server,
		encode: used(functions.encode),
		read: used(functions.read),
		pages: pages && withoutGaps({ turn: used(pages.turn), ...pages.members }),
	});
}

function describe(plan: OperationPlan, model: ApiModel): Descriptor {
	const { operation, call, path } = plan;
	const envelope = envelopeOf(operation);
	const { body, method, parameters, authentication } = operation;
	const stream = streamAnswer(model, operation);
	const reader = readerOf(operation);
	const encoding =
		call.body === "none" ? undefined : body && encodingOf(body.mediaType);
	const named = (location: "query" | "header") => {
		const found = parameters.filter((parameter) => parameter.in === location);
		return found.length > 0 ? found.map(({ name }) => name) : undefined;
	};
	return {
		members: {
			name: path,
			method,
			path: pathOf(operation.path),
			positional: call.positional?.name,
			query: named("query"),
			header: named("header"),
			body: call.sendsEmpty
				? "object"
				: call.body === "none"
					? undefined
					: call.body,
			type: encoding === "raw" ? contentType(body?.mediaType) : undefined,
			open: authentication?.required === false || undefined,
			accept: stream?.accept ?? (reader && "*/*"),
			envelope: isDeepStrictEqual(envelope, commonEnvelope(model))
				? undefined
				: envelope,
		},
		server: ownServer(operation)?.url,
		functions: {
			encode: encoding === undefined ? undefined : encoders[encoding],
			read: stream ? streamReaders[stream.kind] : reader,
		},
		pages: pagesOf(model, operation),
	};
}

function linesOf(members: Descriptor["members"], indent: Code): Code[] {
	return Object.entries(members).flatMap(([name, value]) =>
		value === undefined
			? []
			: [code`${indent}${identifier(name)}: ${jsonLiteral(value)},\n`],
	);
}

/** A range of types is no type that can be sent. */
function contentType(mediaType: string | undefined): string | undefined {
	return mediaType?.includes("*") === true ? undefined : mediaType;
}

const encoders = {
	form: "encodeForm",
	multipart: "encodeMultipart",
	json: undefined,
	raw: "encodeRaw",
} as const;

const streamReaders = {
	events: "readEvents",
	textEvents: "readTextEvents",
	lines: "readLines",
} as const satisfies Record<StreamAnswer["kind"], RuntimeName>;

/** What reads the successes of an operation that are no JSON. */
function readerOf(operation: Operation): RuntimeName | undefined {
	if (answersText(operation)) return "readText";
	return answersBytes(operation) ? "readBytes" : undefined;
}

/** Literals and names of parameters in turn, a literal first and last: `["/zones/", "zone_id", ""]`. */
export function pathOf(segments: readonly PathSegment[]): readonly string[] {
	const parts = [""];
	for (const segment of segments) {
		parts.push(`${parts.pop()}/`);
		for (const part of segment.kind === "mixed" ? segment.parts : [segment]) {
			if (part.kind === "literal")
				// A fragment sign or a backslash would end the path, or be a slash, in a URL.
				parts.push(
					`${parts.pop()}${part.text.replace(/[#\\]/g, encodeURIComponent)}`,
				);
			else parts.push(part.name, "");
		}
	}
	return parts;
}
