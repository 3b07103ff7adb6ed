import { type Code, code, joinCode } from "../../code/code.ts";
import { jsonLiteral } from "../../code/literal.ts";
import { identifier } from "../../code/property.ts";
import { callOf } from "../../model/call.ts";
import { resolve, resolveObject } from "../../model/resolve.ts";
import type {
	ApiModel,
	Operation,
	Parameter,
	Shape,
} from "../../model/types.ts";
import type { JsonValue } from "../../text/json.ts";

/** A call of an operation with no more than it needs: `client.hives.get("hive_id", { keeper_id: "keeper_id" })`. */
export function exampleCall(
	model: ApiModel,
	operation: Operation,
	members: readonly string[],
): Code {
	const { positional, members: params, body } = callOf(model, operation);
	const given: [string, JsonValue][] = params
		.filter(
			({ required, in: place }) => required === true && place !== "cookie",
		)
		.map((parameter) => [parameter.name, valueFor(model, parameter)]);
	const { shape, required: needed, suggested } = operation.body ?? {};
	if (shape !== undefined && body === "whole" && needed === true)
		given.push(["body", sampleOf(model, shape, "body", 0)]);
	if (shape !== undefined && body === "fields" && suggested !== true)
		given.push(...required(model, shape, 0));
	const values = [
		...(positional === undefined
			? []
			: [jsonLiteral(valueFor(model, positional))]),
		...(given.length === 0 ? [] : [jsonLiteral(Object.fromEntries(given))]),
	];
	const path = joinCode(["client", ...members].map(identifier), code`.`);
	return code`${path}(${joinCode(values, code`, `)})`;
}

function valueFor(
	model: ApiModel,
	{ name, shape, example }: Parameter,
): JsonValue {
	const sample = sampleOf(model, shape, name, 0);
	return typeof example === typeof sample && example !== undefined
		? example
		: sample;
}

function required(
	model: ApiModel,
	shape: Shape,
	depth: number,
): [string, JsonValue][] {
	const properties = resolveObject(model, shape)?.properties ?? [];
	return properties
		.filter((property) => property.required === true && !property.readOnly)
		.map(({ name, shape }) => [name, sampleOf(model, shape, name, depth + 1)]);
}

/** A value of a shape's type; a string is what it stands for. */
function sampleOf(
	model: ApiModel,
	shape: Shape,
	name: string,
	depth: number,
): JsonValue {
	const at = resolve(model, shape);
	switch (at.kind) {
		case "string":
			return name;
		case "number":
			return at.minimum ?? Math.min(1, at.maximum ?? 1);
		case "boolean":
			return true;
		case "null":
			return null;
		case "literal":
			return at.value;
		case "array":
			return [];
		case "union":
			return sampleOf(model, at.members[0] ?? { kind: "null" }, name, depth);
		case "object":
			return depth > 8 ? {} : Object.fromEntries(required(model, at, depth));
		default:
			return depth === 0 ? name : {};
	}
}
