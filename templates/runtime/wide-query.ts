import { ApiArgumentError } from "./errors.js";
import { serialiseQuery } from "./query.js";
import { problemOf, scalar, typeName } from "./scalar.js";

/**
 * What `serialiseQuery` makes of a query after this: lists in lists are one list, an object's properties follow a dot
 * (`a.b=1`), a date is in ISO 8601.
 */
export function serialiseWideQuery(
	operation: string,
	query: Iterable<readonly [string, unknown]>,
): string {
	return serialiseQuery(
		operation,
		[...query].flatMap(([name, value]) => pairs(operation, name, value)),
	);
}

function pairs(
	operation: string,
	name: string,
	value: unknown,
): (readonly [string, unknown])[] {
	if (value === undefined) return [];
	if (Array.isArray(value))
		return value.flatMap((item: unknown) => pairs(operation, name, item));
	// The JSON of a date that is none, `new Date("?")`, is `null`; it is refused as any other object.
	const date = value instanceof Date && value.toJSON();
	const text = value === null ? "" : date || value;
	if (scalar(text) === undefined && typeName(text) === "Object")
		return Object.entries(Object(text)).flatMap(([key, item]) =>
			pairs(operation, `${name}.${key}`, item),
		);
	const problem = problemOf(name) ?? problemOf(text);
	if (problem)
		throw new ApiArgumentError(operation, `query parameter ${name} ${problem}`);
	return [[name, scalar(text)]];
}
