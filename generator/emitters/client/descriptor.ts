import { type Code, code } from "../../code/code.ts";
import { jsonLiteral, stringLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import { encodingOf } from "../../model/encoding.ts";
import { ownServer } from "../../model/own-server.ts";
import { type StreamAnswer, streamAnswer } from "../../model/stream-answer.ts";
import { answersBytes, answersText } from "../../model/text-answer.ts";
import type { Operation, PathSegment } from "../../model/types.ts";
import { pagesMember } from "./pages.ts";
import type { OperationPlan } from "./plan.ts";
import { successesOf } from "./responses.ts";
import type { RuntimeName } from "./runtime.ts";
import type { Scope } from "./types.ts";

/**
 * What tells the runtime how to send an operation and how to read its answer. It stands where it is used, so that a
 * program makes those of the operations that it calls and no others.
 */
export function descriptorOf(plan: OperationPlan, scope: Scope): Code {
	const { operation, call, path } = plan;
	const { body } = operation;
	const stream = streamAnswer(scope.plan.model, operation);
	const reader = readerOf(operation);
	const encoding =
		call.body === "none" ? undefined : body && encodingOf(body.mediaType);
	const { method, parameters, envelope, authentication } = operation;
	const named = (location: "query" | "header") => {
		const found = parameters.filter((parameter) => parameter.in === location);
		return found.length > 0 ? found.map(({ name }) => name) : undefined;
	};
	const members = {
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
		data: isWrapped(operation) ? envelope?.data : undefined,
		success: envelope?.success,
		errors: envelope?.errors,
	};
	const lines = Object.entries(members).flatMap(([name, value]) =>
		value === undefined
			? []
			: [code`\t${identifier(name)}: ${jsonLiteral(value)},\n`],
	);
	const server = ownServer(operation);
	if (server !== undefined) {
		scope.calls.add("ownServer");
		lines.push(
			code`\tserver: ${identifier("ownServer")}(${stringLiteral(server.url)}),\n`,
		);
	}
	const functions = {
		encode: encoding === undefined ? undefined : encoders[encoding],
		read: stream ? streamReaders[stream.kind] : reader,
	};
	for (const [member, name] of Object.entries(functions)) {
		if (name === undefined) continue;
		scope.calls.add(name);
		lines.push(code`\t${identifier(member)}: ${identifier(name)},\n`);
	}
	const pages = pagesMember(plan, scope);
	if (pages !== undefined) lines.push(pages);
	return code`{\n${lines}}`;
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

/** True when what a success resolves to is inside of the envelope; so it is too where no success is documented. */
export function isWrapped(operation: Operation): boolean {
	const successes = successesOf(operation);
	return (
		successes.length === 0 ||
		successes.some(({ enveloped }) => enveloped === true)
	);
}
