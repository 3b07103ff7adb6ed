import { markdownOf } from "../markdown/block.ts";
import type { Fence } from "../markdown/fence.ts";
import type { Origins, ParameterLocation } from "../model/types.ts";
import { parseMarks } from "../notation/marks.ts";
import { parseType } from "../notation/type.ts";
import { addField } from "./add-field.ts";
import { authenticationOf } from "./authentication.ts";
import { describeField } from "./field.ts";
import type { Reader } from "./fragment.ts";
import type { Label } from "./label.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import { addResponseSample } from "./response-answer.ts";
import { addResponse } from "./response-parts.ts";
import type { ResponseState } from "./response-state.ts";
import { addRequestSample } from "./sample-block.ts";
import { takeStatedMedia } from "./stated-media.ts";
import { statusesListed, statusOf } from "./status-line.ts";

const nothing =
	/^(?:none|no|n\/a|nil|null|false|[-–—]+|\{\s*\}|keine?|ninguno|aucune?)\.?$/i;

/**
 * Reads what stands behind a label on its line: ``**URL Parameters** : `id=[integer]` where …``, ``**Content** : `{}` ``,
 * `**Condition** : …`. What says nothing else is kept as words.
 */
export function readLabelValue(
	part: Part,
	draft: OperationDraft,
	reader: Reader,
	responses: ResponseState,
): void {
	const { label, role } = part;
	const value = label?.value;
	if (label === undefined || value === undefined) return;
	switch (role) {
		case "method":
		case "url":
		case "endpoint":
			return;
		case "status":
			if (/^[[{]/.test(value))
				readAnswer(label, value, draft, reader, responses);
			return;
		case "path":
		case "query":
		case "header":
		case "body":
		case "parameters":
			if (nothing.test(value) || addFields(label, role, draft, reader)) return;
			if (role === "body" && /^[[{]/.test(value)) {
				addRequestSample(sampleOf(label, value), draft, reader);
				return;
			}
			break;
		case "response-sample":
		case "responses":
		case "returns":
		case "errors":
			takeStatedMedia(value.replace(/[`*]/g, ""), role, draft, label.span);
			if (role === "returns" && !/^[[{]|^[1-5]\d\d\b/.test(value)) break;
			readAnswer(label, value, draft, reader, responses);
			return;
		case "condition":
			addCondition(label, value, draft, responses);
			return;
		case "permissions":
			if (!nothing.test(value)) addPermissions(label, value, draft, reader);
			return;
		case "security":
			draft.authentication ??= authenticationOf(value, label.span);
			break;
		default:
			if (nothing.test(value)) return;
	}
	keep(label, draft, reader);
}

/** `id=[integer]`, several of them, and what they are behind "where". */
function addFields(
	label: Label,
	role: "path" | "query" | "header" | "body" | "parameters",
	draft: OperationDraft,
	reader: Reader,
): boolean {
	const { span } = label;
	const written = markdownOf(reader.source, span);
	const found = [
		...written.matchAll(
			/`?([A-Za-z_][\w.-]*)\s*=\s*[[<{](\w[^\]>}]*)[\]>}]`?/g,
		),
	];
	const last = found.at(-1);
	if (last === undefined) return addNamed(label, role, draft, reader);
	const words = written
		.slice(last.index + last[0].length)
		.replace(/^[\s,:–—-]*(?:where\b)?\s*/, "")
		.trim();
	const origins: Origins = [{ span, basis: "stated" }];
	const location: ParameterLocation | "body" | "unsaid" =
		role === "parameters" ? "unsaid" : role;
	for (const [, name = "", type = ""] of found) {
		const notation = parseType(type, origins);
		const shape = notation?.shape ?? { kind: "unknown" as const };
		const field = describeField(
			{ name, shape, span },
			found.length === 1 ? words : "",
		);
		addField(draft, field, location);
	}
	if (found.length > 1 && words !== "") draft.description.push(words);
	return true;
}

/** Adds the fields that `username, password` and `qty (int), note (optional string)` name, with marks in brackets perhaps. */
export function addNamed(
	{ span, value = "" }: Label,
	role: "path" | "query" | "header" | "body" | "parameters",
	draft: OperationDraft,
	{ source }: Reader,
): boolean {
	const parts = value.replace(/\.$/, "").split(/\s*,\s*(?:and\s+)?(?![^(]*\))/);
	const read = parts.map((part) =>
		/^([A-Za-z_][\w.-]*)(\?)?(?:\s*\(([^()]+)\))?$/.exec(part.trim()),
	);
	const coded = /`[\w.-]+`/.test(markdownOf(source, span));
	if (read.includes(null)) return false;
	// A lone word, "JSON", says what the body is.
	if (!coded && read.length === 1 && read[0]?.[3] === undefined) return false;
	const origins: Origins = [{ span, basis: "stated" }];
	for (const found of read) {
		const [, name = "", maybe, inner] = found ?? [];
		const marks = inner === undefined ? {} : (parseMarks(inner, origins) ?? {});
		const optional = maybe !== undefined || /\boptional\b/i.test(inner ?? "");
		const type =
			marks.shape ??
			parseType(
				(inner ?? "").replace(/\b(?:optional|required)\b/gi, "").trim(),
				origins,
			)?.shape;
		const required = optional ? false : marks.required;
		const field = describeField(
			{
				name,
				shape: type ?? { kind: "unknown" },
				...(required !== undefined && { optional: !required }),
				span,
			},
			"",
		);
		addField(draft, field, role === "parameters" ? "unsaid" : role);
	}
	return true;
}

/** JSON is an example of the answer, words are what it means. */
function readAnswer(
	label: Label,
	value: string,
	draft: OperationDraft,
	reader: Reader,
	responses: ResponseState,
): void {
	const { span } = label;
	if (/^[[{]/.test(value)) {
		addResponseSample(sampleOf(label, value), responses.status, draft, reader);
		return;
	}
	const stated = statusOf(value);
	if (stated !== undefined) {
		// The first was taken with the label; "400, 404 or 409" names more of them.
		const listed = statusesListed(stated.rest);
		const told = [...stated.rest.matchAll(another)].map(([, one = ""]) => one);
		for (const status of listed.length > 0 ? listed : told)
			addResponse(draft, {
				status,
				origins: [{ span, basis: "stated" }],
			});
		return;
	}
	if (responses.status !== undefined && !nothing.test(value))
		addResponse(draft, {
			status: responses.status,
			description: value,
			origins: [{ span, basis: "stated" }],
		});
}

/** "404 when it is gone, 422 when …". */
const another =
	/[,;]\s*(?:and |or )?([1-5]\d\d)(?=\s+(?:when|if|for|on|[–—-])|\s*[:(])/g;

function sampleOf({ span }: Label, value: string): Fence {
	return { language: "json", text: value, span, at: () => span };
}

/** A condition stands in front of its status or behind it. */
function addCondition(
	{ span }: Label,
	value: string,
	draft: OperationDraft,
	responses: ResponseState,
): void {
	if (responses.open !== true || responses.status === undefined) {
		responses.condition = value;
		return;
	}
	addResponse(draft, {
		status: responses.status,
		description: value,
		origins: [{ span, basis: "stated" }],
	});
}

/** Names of permissions, not a sentence about who may call. */
function addPermissions(
	label: Label,
	value: string,
	draft: OperationDraft,
	reader: Reader,
): void {
	const names = value.split(/\s*(?:,|\band\b|\bor\b|\|)\s*/);
	const plain = names.every((name) => /^[\w.:*/-]+$/.test(name));
	if (!plain) {
		keep(label, draft, reader);
		return;
	}
	draft.permissions = {
		need: /\bor\b|\|/.test(value) ? "any" : "all",
		names,
		origins: [{ span: label.span, basis: "stated" }],
	};
}

function keep(
	{ span, text, value = "" }: Label,
	draft: OperationDraft,
	reader: Reader,
): void {
	const written = markdownOf(reader.source, span);
	// Of the row of a table, the words alone are kept.
	const row = written.startsWith("|");
	draft.description.push(row ? `${text}: ${value}` : written);
	reader.ledger.mark(span, "prose", "description");
}
