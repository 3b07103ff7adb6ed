import { isStated } from "./auth.js";
import { encodeBody } from "./body.js";
import type { ClientCore } from "./client-core.js";
import type { Exchange } from "./exchange.js";
import { mergeHeaders } from "./headers.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { own, pick } from "./own.js";
import { serialiseQuery } from "./query.js";
import { addQuery, parseBase } from "./url.js";

/** Begins a call: makes what every attempt sends; throws before anything is sent when an argument cannot be. */
export function prepare(
	client: ClientCore,
	operation: Operation,
	positional: PathValue | undefined,
	params: object | undefined,
	options: RequestOptions,
): Exchange {
	const settings = client.settings();
	const { options: defaults } = settings;
	const { name, encode, type } = operation;
	const named = (names: readonly string[] | undefined) =>
		names && pick(params, (member) => names.includes(member));
	const query = {
		...defaults.defaultQuery,
		...named(operation.query),
		...options.query,
	};
	const headers = mergeHeaders([
		{
			accept: operation.accept ?? (operation.read ? "*/*" : "application/json"),
			"idempotency-key": options.idempotencyKey,
		},
		settings.headers,
		named(operation.header),
		options.headers,
	]);
	const path = settings.path(operation, (parameter) =>
		parameter === operation.positional ? positional : own(params, parameter),
	);
	const given = bodyOf(operation, params);
	if (type && given !== undefined && !headers.has("content-type"))
		headers.set("content-type", type);
	const authenticated =
		operation.open || isStated(settings.credentials, headers, query);
	if (settings.base.given !== client.baseURL)
		settings.base = parseBase(settings.config.name, client.baseURL);
	const { prefix, query: first } = settings.base;
	return {
		settings,
		operation,
		options,
		method: operation.method.toUpperCase(),
		// A documented path may have a query of its own.
		url: addQuery(addQuery(prefix + path, first), serialiseQuery(name, query)),
		scheme: authenticated ? [] : settings.scheme,
		headers,
		body: encode ? encode(name, given) : encodeBody(name, given, headers),
		secrets: [],
		phase: "headers",
		left: options.timeout ?? client.timeout,
	};
}

function bodyOf(operation: Operation, params: object | undefined): unknown {
	const { body, path, positional, query = [], header = [] } = operation;
	if (body === "whole") return own(params, "body");
	if (body === "object") return own(params, "body") ?? {};
	// The positional parameter is not a member of the params, so a property of its name belongs to the body.
	const others = path.filter((part, at) => at % 2 === 1 && part !== positional);
	return (
		body &&
		pick(params, (member) => ![...others, ...query, ...header].includes(member))
	);
}
