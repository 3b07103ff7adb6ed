import { onceForBoth } from "../text/once.ts";
import { encodingOf } from "./encoding.ts";
import { pathParameters } from "./path.ts";
import { resolveObject } from "./resolve.ts";
import type { ApiModel, Operation, Parameter } from "./types.ts";

/**
 * How a person calls an operation in code: the last path parameter by position unless it is a scope, everything else in
 * one object under wire names. It is the calling convention of the model, so every output agrees on it.
 */
export interface Call {
	/** Wire names from the client's root: `["magic_transit", "ipsec_tunnels", "get"]`. */
	readonly path: readonly string[];
	readonly positional?: Parameter;
	/**
	 * The parameters in the object, path ones first, then query, header and cookie. Those that share a name are one, the
	 * first of them: its value is sent in each place.
	 */
	readonly members: readonly Parameter[];
	/**
	 * Where the request's body is in that object: its properties beside the parameters, the whole of it under `body`,
	 * or nowhere.
	 */
	readonly body: "none" | "fields" | "whole";
	/** True when the docs want an object of which they name no property: who leaves it out sends `{}`. */
	readonly sendsEmpty: boolean;
	/** True when the object cannot be left out. */
	readonly required: boolean;
	/** Names that a parameter and a property of the body would share; they are why `body` is `whole`. */
	readonly collisions: readonly string[];
}

const order = ["path", "query", "header", "cookie"] as const;

/** How `operation` is called. */
export function callOf(model: ApiModel, operation: Operation): Call {
	return made(model, operation);
}

// Several outputs ask for the same.
const made = onceForBoth(makeCall);

function makeCall(model: ApiModel, operation: Operation): Call {
	const last = pathParameters(operation.path).at(-1);
	const positional = operation.parameters.find(
		({ name, in: location }) =>
			location === "path" &&
			name === last &&
			operation.scope?.includes(name) !== true,
	);
	const members = eachNameOnce(
		order.flatMap((location) =>
			operation.parameters.filter(
				(parameter) => parameter.in === location && parameter !== positional,
			),
		),
	);
	const fields = bodyFields(model, operation);
	const names = new Set(members.map(({ name }) => name));
	const collisions = fields
		.filter(({ name }) => names.has(name) || name === "body")
		.map(({ name }) => name);
	const body = bodyPlace(operation, fields.length, collisions.length);
	const sendsEmpty = body === "whole" && wantsAnyObject(model, operation);
	const needsBody =
		body === "whole"
			? operation.body?.required === true && !sendsEmpty
			: body === "fields" &&
				operation.body?.suggested !== true &&
				fields.some((field) => field.required === true);
	const call = {
		path: [...(operation.resource ?? []), operation.name ?? operation.id],
		members,
		body,
		sendsEmpty,
		required: needsBody || members.some(({ required }) => required === true),
		collisions,
	};
	return positional === undefined ? call : { ...call, positional };
}

/** Of the cookies none is sent, so they share nothing. */
function eachNameOnce(parameters: readonly Parameter[]): readonly Parameter[] {
	const first = new Map<string, Parameter>();
	for (const parameter of parameters) {
		const { name, required } = parameter;
		const key = `${parameter.in === "cookie"} ${name}`;
		const before = first.get(key);
		if (before === undefined) first.set(key, parameter);
		else if (required === true) first.set(key, { ...before, required });
	}
	return [...first.values()];
}

function bodyFields(model: ApiModel, { body }: Operation) {
	if (body === undefined || encodingOf(body.mediaType) === "raw") return [];
	return resolveObject(model, body.shape)?.properties ?? [];
}

function wantsAnyObject(model: ApiModel, { body }: Operation): boolean {
	return (
		body?.required === true &&
		encodingOf(body.mediaType) === "json" &&
		resolveObject(model, body.shape)?.properties.length === 0
	);
}

function bodyPlace(
	{ body }: Operation,
	fields: number,
	collisions: number,
): Call["body"] {
	if (body === undefined) return "none";
	return fields > 0 && collisions === 0 ? "fields" : "whole";
}
