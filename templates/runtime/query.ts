import { ApiArgumentError } from "./errors.js";
import { problemOf, scalar, typeName } from "./scalar.js";

/** What a query parameter can be. */
export type QueryValue =
	| string
	| number
	| bigint
	| boolean
	| Date
	| null
	| undefined
	| readonly QueryValue[]
	| { readonly [name: string]: QueryValue };

/** Query parameters by wire name. */
export interface Query {
	readonly [name: string]: QueryValue;
}

/**
 * `a=1&b=2`, in the order of the object. An array repeats its name (`a=1&a=2`), an object's properties follow a dot
 * (`a.b=1`), a date is in ISO 8601, `null` is sent empty and `undefined` is left out.
 */
export function serialiseQuery(operation: string, query: object): string {
	return Object.entries(query)
		.flatMap(([name, value]) => pairs(operation, name, value))
		.join("&");
}

function pairs(operation: string, name: string, value: unknown): string[] {
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
	return [
		`${encodeURIComponent(name)}=${encodeURIComponent(`${scalar(text)}`)}`,
	];
}
