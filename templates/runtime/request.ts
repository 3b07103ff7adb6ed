import { isStated, noAuth } from "./auth.js";
import { encodeBody } from "./body.js";
import type { ClientCore } from "./client-core.js";
import type { Exchange } from "./exchange.js";
import { mergeHeaders, toHeaders } from "./headers.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { own, pick } from "./own.js";
import { buildPath } from "./path.js";
import { serialiseQuery } from "./query.js";
import { joinUrl, parseBase } from "./url.js";

/** The arguments of one call. */
export interface Arguments {
	readonly positional: PathValue | undefined;
	readonly params: object | undefined;
	readonly options: RequestOptions;
}

/** What goes over the wire, and the exchange that it opens. */
export interface Prepared {
	readonly url: string;
	readonly init: RequestInit;
	readonly exchange: Exchange;
}

/** Makes the request of a call; throws before anything is sent when an argument cannot be. */
export function prepare(
	client: ClientCore,
	operation: Operation,
	{ positional, params, options }: Arguments,
): Prepared {
	const { name } = operation;
	const { config, auth, options: defaults } = client.settings();
	const path = buildPath(operation, (parameter) =>
		parameter === operation.positional ? positional : own(params, parameter),
	);
	const query = {
		...defaults.defaultQuery,
		...pick(params, (member) => operation.query?.includes(member)),
		...options.query,
	};
	const headers = mergeHeaders(name, [
		{ accept: operation.text || operation.binary ? "*/*" : "application/json" },
		defaults.defaultHeaders,
		pick(params, (member) => operation.header?.includes(member)),
		options.headers,
	]);
	const given = bodyOf(operation, params);
	const { encode, type } = operation;
	if (type && given !== undefined && !headers.has("content-type"))
		headers.set("content-type", type);
	const body = encodeBody(name, encode ? encode(name, given) : given, headers);
	const stated = isStated(config.schemes, headers, query);
	const used = stated || operation.open ? noAuth : auth;
	for (const [header, value] of used.headers) headers.set(header, value);

	const method = operation.method.toUpperCase();
	const base = parseBase(config.name, client.baseURL);
	const urlWith = (more: object) =>
		joinUrl(base, path, serialiseQuery(name, { ...query, ...more }));
	return {
		url: urlWith(used.query),
		init: {
			...defaults.fetchOptions,
			...options.fetchOptions,
			method,
			headers: toHeaders(name, headers),
			body,
		},
		exchange: { operation, method, url: urlWith({}), secrets: auth.secrets },
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
