import { isJsonObject, type JsonObject, type JsonValue } from "../text/json.ts";
import { compilePattern } from "../text/pattern.ts";
import { unreachable } from "../text/unreachable.ts";
import { hasFormat } from "./formats.ts";
import { namedShape } from "./resolve.ts";
import type {
	ApiModel,
	NumberShape,
	ObjectShape,
	Shape,
	StringShape,
	UnionShape,
} from "./types.ts";

/** One thing about a value that its shape does not allow. */
export interface Issue {
	/** A JSON path: `$.result[0].name`, `$["it's"]`. */
	readonly path: string;
	readonly message: string;
}

/**
 * Compares a value with its shape. Properties that the shape does not know are fine, since docs seldom name them all; so
 * are formats that are not known here. In a request nothing is missing that only responses have.
 */
export function validate(
	model: ApiModel,
	shape: Shape,
	value: JsonValue,
	side: "request" | "response" = "response",
): readonly Issue[] {
	return issuesOf({ model, side, references: [] }, shape, value, "$");
}

interface Context {
	readonly model: ApiModel;
	readonly side: "request" | "response";
	/** The references that led here from the value's own place, so that a shape that is only itself ends. */
	readonly references: readonly string[];
}

function issuesOf(
	context: Context,
	shape: Shape,
	value: JsonValue,
	path: string,
): readonly Issue[] {
	const inside = { ...context, references: [] };
	switch (shape.kind) {
		case "unknown":
			return [];
		case "null":
			return value === null ? [] : issue(path, "is not null");
		case "boolean":
			return typeof value === "boolean" ? [] : issue(path, "is not a boolean");
		case "literal":
			return value === shape.value
				? []
				: issue(path, `is not ${JSON.stringify(shape.value)}`);
		case "number":
			return numberIssues(shape, value, path);
		case "string":
			return stringIssues(shape, value, path);
		case "array":
			return Array.isArray(value)
				? value.flatMap((item, index) =>
						issuesOf(inside, shape.items, item, `${path}[${index}]`),
					)
				: issue(path, "is not an array");
		case "record":
			return isJsonObject(value)
				? Object.entries(value).flatMap(([key, member]) =>
						issuesOf(inside, shape.values, member, path + step(key)),
					)
				: issue(path, "is not an object");
		case "object":
			return isJsonObject(value)
				? objectIssues(inside, shape, value, path)
				: issue(path, "is not an object");
		case "union":
			return unionIssues(context, shape, value, path);
		case "reference": {
			const { references } = context;
			if (references.includes(shape.name)) return [];
			const { shape: target } = namedShape(context.model, shape.name);
			const next = { ...context, references: [...references, shape.name] };
			return issuesOf(next, target, value, path);
		}
		default:
			return unreachable(shape);
	}
}

function numberIssues(
	{ integer, minimum, maximum }: NumberShape,
	value: JsonValue,
	path: string,
): readonly Issue[] {
	if (typeof value !== "number") return issue(path, "is not a number");
	if (integer === true && !Number.isInteger(value))
		return issue(path, "is not an integer");
	if (minimum !== undefined && value < minimum)
		return issue(path, `is less than ${minimum}`);
	if (maximum !== undefined && value > maximum)
		return issue(path, `is more than ${maximum}`);
	return [];
}

function stringIssues(
	{ format, minLength, maxLength, pattern }: StringShape,
	value: JsonValue,
	path: string,
): readonly Issue[] {
	if (typeof value !== "string") return issue(path, "is not a string");
	// JSON Schema counts characters, not UTF-16 units.
	const length = [...value].length;
	if (minLength !== undefined && length < minLength)
		return issue(path, `is shorter than ${minLength}`);
	if (maxLength !== undefined && length > maxLength)
		return issue(path, `is longer than ${maxLength}`);
	if (format !== undefined && !hasFormat(value, format))
		return issue(path, `is not of format ${format}`);
	if (pattern !== undefined && compilePattern(pattern)?.(value) === false)
		return issue(path, `does not match ${pattern}`);
	return [];
}

function objectIssues(
	context: Context,
	{ properties }: ObjectShape,
	value: JsonObject,
	path: string,
): readonly Issue[] {
	return properties.flatMap(({ name, required, readOnly, shape }) => {
		const at = path + step(name);
		const member = Object.hasOwn(value, name) ? value[name] : undefined;
		if (member !== undefined) return issuesOf(context, shape, member, at);
		const expected = !(context.side === "request" && readOnly === true);
		return required === true && expected ? issue(at, "is missing") : [];
	});
}

/** The issues of the member that the value was meant for, where its discriminator tells; else one for the union. */
function unionIssues(
	context: Context,
	{ members, discriminator }: UnionShape,
	value: JsonValue,
	path: string,
): readonly Issue[] {
	const issues = members.map((member) =>
		issuesOf(context, member, value, path),
	);
	if (issues.some((found) => found.length === 0)) return [];
	const meant = issues.filter(
		(found) =>
			discriminator !== undefined &&
			!found.some((each) => each.path === path + step(discriminator)) &&
			!found.some((each) => each.path === path),
	);
	const [only, ...others] = meant;
	return only !== undefined && others.length === 0
		? only
		: issue(path, `is none of ${members.length} alternatives`);
}

function issue(path: string, message: string): readonly Issue[] {
	return [{ path, message }];
}

/** A step of a JSON path: `.name`, `["it's"]`. */
export function step(key: string): string {
	return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
