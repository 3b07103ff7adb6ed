import { isStated } from "./auth.js";
import type { ClientCore } from "./client-core.js";
import type { Exchange } from "./exchange.js";
import type { Operation, PathValue } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { own, pick } from "./own.js";
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
	const { timeout = client.timeout } = options;
	const { name, encode = settings.body } = operation;
	const named = (names: readonly string[] | undefined) =>
		names && pick(params, (member) => names.includes(member));
	const query = {
		...defaults.defaultQuery,
		...named(operation.query),
		...options.query,
	};
	const headers = settings.headers([
		{
			accept: operation.accept ?? "application/json",
			"idempotency-key": options.idempotencyKey,
		},
		settings.defaults,
		named(operation.header),
		options.headers,
	]);
	const path = settings.path(operation, (parameter) =>
		parameter === operation.positional ? positional : own(params, parameter),
	);
	const given = bodyOf(operation, params);
	const authenticated =
		operation.open || isStated(settings.credentials, headers, query);
	const { prefix, query: first } =
		operation.server?.(client, operation, options) ??
		parseBase(settings.config.name, client.baseURL);
	return {
		settings,
		operation,
		envelope: operation.envelope ?? settings.config.envelope ?? {},
		options,
		method: operation.method.toUpperCase(),
		// A documented path may have a query of its own.
		url: addQuery(
			addQuery(prefix + path, first),
			settings.query(name, Object.entries(query)),
		),
		scheme: authenticated ? [] : settings.scheme,
		headers,
		body: encode(name, given, headers, operation.type),
		secrets: [],
		phase: "headers",
		timeout,
		left: timeout,
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
