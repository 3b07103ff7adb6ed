import { isSendable } from "../model/fixtures/sendable.ts";
import type { ApiModel, Operation, Parameter } from "../model/types.ts";
import { type Issue, step, validate } from "../model/validate.ts";
import type { JsonValue } from "../text/json.ts";
import { cookiesOf } from "./cookies.ts";
import type { ReadBody } from "./read-body.ts";
import { type Pairs, readField } from "./read-field.ts";

/** A request, as far as its operation describes it. */
export interface Asked {
	readonly params: ReadonlyMap<string, string>;
	readonly query: URLSearchParams;
	readonly headers: Headers;
	/** Missing where none was sent. */
	readonly body?: ReadBody | undefined;
}

/** What a request has that its operation does not allow, in the order of the docs: `query.limit`, `body.name`. */
export function issuesOf(
	model: ApiModel,
	operation: Operation,
	asked: Asked,
): readonly Issue[] {
	return [
		...operation.parameters.flatMap((parameter) =>
			parameterIssues(model, parameter, asked),
		),
		...bodyIssues(model, operation, asked.body),
	];
}

function parameterIssues(
	model: ApiModel,
	parameter: Parameter,
	asked: Asked,
): readonly Issue[] {
	const { name, in: location, shape, required } = parameter;
	const path = `${location}${step(name)}`;
	// What belongs to the connection or to the credentials is none of the parameter's business.
	if (location === "header" && !isSendable(parameter, "x")) return [];
	const value = readField(model, shape, name, pairsOf(parameter, asked));
	if (value === undefined)
		return required === true ? [{ path, message: "is missing" }] : [];
	return under(path, validate(model, shape, value, "request"));
}

function pairsOf(
	{ name, in: location }: Parameter,
	{ params, query, headers }: Asked,
): Pairs {
	const one = (text: string | null | undefined): Pairs =>
		text === null || text === undefined ? [] : [[name, text]];
	switch (location) {
		case "path":
			return one(params.get(name));
		case "query":
			return [...query];
		case "header":
			return one(headers.get(name));
		case "cookie":
			return one(cookiesOf(headers).get(name));
	}
}

function bodyIssues(
	model: ApiModel,
	{ body }: Operation,
	given: ReadBody | undefined,
): readonly Issue[] {
	if (body === undefined) return [];
	if (given === undefined) {
		const isMissing = body.required === true && body.suggested !== true;
		return isMissing ? [{ path: "body", message: "is missing" }] : [];
	}
	if ("fault" in given) return [{ path: "body", message: given.fault }];
	if ("bytes" in given || body.suggested === true) return [];
	return under("body", validateDeep(model, body.shape, given.value));
}

/** A shape that comes back to itself follows a value as deep as it is. */
function validateDeep(
	...[model, shape, value]: [ApiModel, Parameter["shape"], JsonValue]
): readonly Issue[] {
	try {
		return validate(model, shape, value, "request");
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return [{ path: "$", message: "is nested too deeply" }];
	}
}

/** `$.name` → `body.name` */
function under(place: string, issues: readonly Issue[]): readonly Issue[] {
	return issues.map(({ path, message }) => ({
		path: place + path.slice(1),
		message,
	}));
}
