import {
	type ResponseFixture,
	responseFixtures,
} from "../model/fixtures/response.ts";
import { isSendable } from "../model/fixtures/sendable.ts";
import { synthesise } from "../model/fixtures/synthesise.ts";
import type { ApiModel, Operation, Response } from "../model/types.ts";
import type { JsonValue } from "../text/json.ts";

/** An answer that the docs give, as it goes over the wire. */
export interface Documented {
	readonly status: number;
	readonly headers: readonly (readonly [string, string])[];
	/** Missing where the answer has none. */
	readonly body?: string;
}

/** The documented success, or the answer of a status; nothing where the docs have no such answer. */
export function documentedAnswer(
	model: ApiModel,
	operation: Operation,
	status?: number,
): Documented | undefined {
	if (status === undefined) {
		const success = [/^2/, /^default$/, /^3/, /./]
			.map((form) =>
				find(model, operation, ({ documented }) => form.test(documented)),
			)
			.find((found) => found !== undefined);
		// Docs that say nothing of answers promise no body.
		return success ?? { status: 204, headers: [] };
	}
	const range = `${Math.floor(status / 100)}XX`;
	const isOf = (wanted: string) => (fixture: ResponseFixture) =>
		fixture.documented.toUpperCase() === wanted.toUpperCase();
	const shared = { ...operation, responses: model.errors ?? [] };
	for (const each of [operation, ...(status >= 400 ? [shared] : [])])
		for (const wanted of [`${status}`, range, "default"]) {
			const found = find(model, each, isOf(wanted));
			if (found !== undefined) return { ...found, status };
		}
	return undefined;
}

function find(
	model: ApiModel,
	operation: Operation,
	isIt: (fixture: ResponseFixture) => boolean,
): Documented | undefined {
	const fixtures = responseFixtures(model, operation);
	const at = fixtures.findIndex(
		(fixture) => isFinal(fixture.status) && isIt(fixture),
	);
	const fixture = fixtures[at];
	if (fixture === undefined) return undefined;
	const { status, mediaType, body, items } = fixture;
	const headers = headersOf(model, operation.responses[at]);
	if (mediaType === undefined || (body === undefined && items === undefined))
		return { status, headers };
	return {
		status,
		headers: [["content-type", fieldOf(mediaType)], ...headers],
		body:
			items === undefined
				? textOf(mediaType, body)
				: streamOf(mediaType, items),
	};
}

/** A status that ends a request; docs may have any number. */
function isFinal(status: number): boolean {
	return Number.isInteger(status) && status >= 200 && status <= 599;
}

/** Headers that the docs name, with values that every client reads; what HTTP cannot carry is left out. */
function headersOf(
	model: ApiModel,
	response: Response | undefined,
): readonly (readonly [string, string])[] {
	return (response?.headers ?? []).flatMap(({ name, shape }) => {
		const value = synthesise(model, shape, { name, side: "response" });
		// Names of the server's own would tell it what to do.
		const isFree = !/^(?:x-hono-|preference-applied$|access-control-)/i.test(
			name,
		);
		return isFree && isSendable({ name, in: "header" }, value)
			? [[name, String(value)] as const]
			: [];
	});
}

/** A media type of the docs, if it is one. */
function fieldOf(mediaType: string): string {
	return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;[ -~]*)?$/.test(mediaType)
		? mediaType
		: "application/octet-stream";
}

function textOf(mediaType: string, body: JsonValue | undefined): string {
	return /[/+]json\s*(?:;|$)/i.test(mediaType) || typeof body !== "string"
		? JSON.stringify(body ?? null)
		: body;
}

function streamOf(mediaType: string, items: readonly JsonValue[]): string {
	const texts = items.map((item) =>
		typeof item === "string" ? item : JSON.stringify(item),
	);
	return /event-stream/i.test(mediaType)
		? texts.map((text) => `${text.replace(/^/gm, "data: ")}\n\n`).join("")
		: texts.map((text) => `${text}\n`).join("");
}
