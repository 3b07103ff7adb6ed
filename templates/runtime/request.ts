import { isStated } from "./auth.js";
import { encodeBody } from "./body.js";
import type { ClientCore } from "./client-core.js";
import { type HeaderMap, mergeHeaders } from "./headers.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { own, pick } from "./own.js";
import { buildPath } from "./path.js";
import { serialiseQuery } from "./query.js";
import { joinUrl, parseBase } from "./url.js";

/** What every attempt of a call sends, but for the credentials of the client's scheme. */
export interface Prepared {
	readonly url: string;
	readonly headers: HeaderMap;
	readonly body: BodyInit | null | Promise<BodyInit>;
	/** Whether it needs no credentials, or the caller's own headers or query carry one. */
	readonly authenticated: boolean;
}

/** Makes the request of a call; throws before anything is sent when an argument cannot be. */
export function prepare(
	client: ClientCore,
	operation: Operation,
	positional: PathValue | undefined,
	params: object | undefined,
	options: RequestOptions,
): Prepared {
	const { name } = operation;
	const { config, options: defaults } = client.settings();
	const named = (names: readonly string[] = []) =>
		pick(params, (member) => names.includes(member));
	const query = {
		...defaults.defaultQuery,
		...named(operation.query),
		...options.query,
	};
	const headers = mergeHeaders(name, [
		{
			accept: operation.accept ?? (operation.read ? "*/*" : "application/json"),
			"idempotency-key": options.idempotencyKey,
		},
		defaults.defaultHeaders,
		named(operation.header),
		options.headers,
	]);
	const path = buildPath(operation, (parameter) =>
		parameter === operation.positional ? positional : own(params, parameter),
	);
	const given = bodyOf(operation, params);
	const { encode, type } = operation;
	if (type && given !== undefined && !headers.has("content-type"))
		headers.set("content-type", type);
	const base = parseBase(config.name, client.baseURL);
	return {
		url: joinUrl(base, path, serialiseQuery(name, query)),
		// Before the headers are used: the body adds its content type to them.
		body: encode ? encode(name, given) : encodeBody(name, given, headers),
		headers,
		authenticated: operation.open || isStated(config.schemes, headers, query),
	};
}

function bodyOf(operation: Operation, params: object | undefined): unknown {
	const { body, path, positional, query = [], header = [] } = operation;
	if (body === "whole") return own(params, "body");
	// The positional parameter is not a member of the params, so a property of its name belongs to the body.
	const others = path.filter((part, at) => at % 2 === 1 && part !== positional);
	return (
		body &&
		pick(params, (member) => ![...others, ...query, ...header].includes(member))
	);
}
