import { errorName } from "../../../templates/runtime/status-names.ts";
import { callOf } from "../../model/call.ts";
import type { RequestFixture } from "../../model/fixtures/request.ts";
import type { ResponseFixture } from "../../model/fixtures/response.ts";
import { streamAnswer } from "../../model/stream-answer.ts";
import { answersBytes, answersText } from "../../model/text-answer.ts";
import type { ApiModel, Operation } from "../../model/types.ts";
import { isJsonObject, type JsonValue } from "../../text/json.ts";
import type { TestCredential } from "./credentials.ts";
import { expectedBody } from "./expected-body.ts";
import { expectedPath, queryPairs } from "./url.ts";

/** What a snapshot says: the request that has to come over the wire, and what the caller has to get. */
export interface Exchange {
	readonly operation: Operation;
	readonly request: RequestFixture;
	readonly response: ResponseFixture;
	readonly credentials: readonly TestCredential[];
}

/**
 * Works out the snapshot from the docs and the fixtures alone. Nothing of it is the client's doing, so that a client that
 * sends or reads anything else is found out.
 */
export function expectedExchange(
	model: ApiModel,
	exchange: Exchange,
): JsonValue {
	return sortKeys({
		request: expectedRequest(model, exchange),
		...expectedOutcome(exchange),
	});
}

/** The request that has to come over the wire. */
export function expectedRequest(
	model: ApiModel,
	{ operation, request, credentials }: Omit<Exchange, "response">,
): JsonValue {
	const { positional, members } = callOf(model, operation);
	const params = request.params ?? {};
	const given = (name: string) =>
		name === positional?.name ? request.positional : own(params, name);
	const inQuery: (readonly [string, JsonValue | undefined])[] = [];
	const headers: [string, string][] = [
		["accept", acceptedBy(model, operation)],
	];
	for (const { name, in: location } of members) {
		const value = own(params, name);
		if (location === "query") inQuery.push([name, value]);
		if (location === "header" && value !== undefined)
			headers.push([name.toLowerCase(), headerText(value)]);
	}
	const open = operation.authentication?.required === false;
	for (const { in: place, parameter, sent } of open ? [] : credentials)
		if (place === "query") inQuery.push([parameter, sent]);
		else if (place === "cookie")
			headers.push(["cookie", `${parameter}=${sent}`]);
		else headers.push([parameter.toLowerCase(), sent]);
	const { type, body } = expectedBody(model, operation, request) ?? {};
	if (type !== undefined) headers.push(["content-type", type]);
	return {
		method: operation.method,
		path: expectedPath(operation, given),
		query: queryPairs(inQuery),
		headers: Object.fromEntries(headers),
		...(body !== undefined && { body }),
	};
}

function acceptedBy(model: ApiModel, operation: Operation): string {
	const other = answersText(operation) || answersBytes(operation);
	return (
		streamAnswer(model, operation)?.accept ??
		(other ? "*/*" : "application/json")
	);
}

function headerText(value: JsonValue): string {
	return (Array.isArray(value) ? value : [value]).map(String).join(", ");
}

function expectedOutcome({
	operation,
	response: { documented, status, body, items },
}: Exchange): { readonly [name: string]: JsonValue } {
	const { envelope, responses } = operation;
	const response = responses.find((each) => each.status === documented);
	const listed = own(body, envelope?.errors);
	if (status >= 400 || own(body, envelope?.success) === false) {
		const errors = Array.isArray(listed) ? listed : [];
		return { error: { name: errorName(status), status, errors } };
	}
	if (answersText(operation)) return { data: body ?? "" };
	const dataIn = (value: JsonValue | undefined) =>
		response?.enveloped === true ? own(value, envelope?.data) : value;
	if (items !== undefined)
		return { data: items.map((item) => dataIn(item) ?? null) };
	const data = dataIn(body);
	return data === undefined ? {} : { data };
}

function own(
	value: JsonValue | undefined,
	name: string | undefined,
): JsonValue | undefined {
	return name !== undefined && isJsonObject(value) && Object.hasOwn(value, name)
		? value[name]
		: undefined;
}

/** The order of a server's or a client's keys is no matter. */
export function sortKeys(value: JsonValue): JsonValue {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, member]) => [key, sortKeys(member)]),
	);
}
