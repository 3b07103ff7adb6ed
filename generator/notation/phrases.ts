import type { Shape } from "../model/types.ts";

/** The longest phrase for a type that words start with, and how many of them it takes. */
export function shapeOfPhrase(
	texts: readonly string[],
): { readonly shape: Shape; readonly length: number } | undefined {
	const most = Math.min(texts.length, longest);
	for (let length = most; length > 1; length--) {
		const shape = phrases.get(texts.slice(0, length).join(" ").toLowerCase());
		if (shape !== undefined) return { shape, length };
	}
	return undefined;
}

const longest = 5;

const string = { kind: "string" } as const;
const number = { kind: "number" } as const;
const integer = { kind: "number", integer: true } as const;
const unknown = { kind: "unknown" } as const;
const object = { kind: "object", properties: [], open: true } as const;
const dateTime = { ...string, format: "date-time" } as const;

/** Several words that stand for one type, lower case; the longest that fits counts. */
const phrases: ReadonlyMap<string, Shape> = new Map<string, Shape>([
	...each(dateTime, [
		"iso 8601",
		"iso 8601 string",
		"iso 8601 date time",
		"iso 8601 datetime",
		"iso 8601 date-time",
		"iso 8601 timestamp",
		"iso 8601 datetime string",
		"iso8601 string",
		"iso8601 datetime",
		"iso8601 timestamp",
		"iso8601 datetime string",
		"iso timestamp",
		"iso datetime",
		"rfc 3339",
		"rfc 3339 timestamp",
		"rfc 3339 date-time",
		"rfc3339 timestamp",
		"rfc3339 string",
		"date time",
		"datetime string",
		"timestamp string",
		"utc timestamp",
		"utc datetime",
		"timestamp with time zone",
	]),
	...each({ ...string, format: "date" }, [
		"iso 8601 date",
		"iso8601 date",
		"iso date",
		"date string",
	]),
	...each(number, [
		"unix timestamp",
		"unix time",
		"unix epoch",
		"unix epoch timestamp",
		"unix timestamp in seconds",
		"unix timestamp in milliseconds",
		"time in seconds",
		"time in milliseconds",
		"duration in seconds",
		"duration in milliseconds",
		"number of seconds",
		"epoch time",
		"epoch timestamp",
		"epoch seconds",
		"epoch milliseconds",
		"epoch millis",
		"floating point",
		"floating point number",
		"floating-point number",
		"decimal number",
		"real number",
	]),
	...each(string, [
		"ip address",
		"ipv4 address or cidr",
		"numeric string",
		"decimal string",
		"hex string",
		"hexadecimal string",
		"json string",
		"stringified json",
		"csv string",
		"utf-8 string",
		"utf8 string",
		"unicode string",
		"ascii string",
		"comma separated list",
		"comma separated string",
		"comma-separated list",
		"comma-separated string",
		"comma-delimited list",
		"comma delimited list",
		"iso8601 duration",
		"iso 8601 duration",
		"plain text",
		"free text",
		"text string",
		"character string",
	]),
	...each({ ...string, format: "byte" }, [
		"base64 string",
		"base64-encoded string",
		"base64 encoded string",
		"base64 encoded",
		"base64-encoded",
	]),
	...each({ ...string, format: "email" }, ["email address", "e-mail address"]),
	...each({ ...string, format: "uuid" }, ["uuid string", "uuid v4"]),
	...each({ ...string, format: "uri" }, ["url string", "uri string"]),
	...each({ ...string, format: "ipv4" }, ["ipv4 address"]),
	...each({ ...string, format: "ipv6" }, ["ipv6 address"]),
	...each({ ...string, format: "binary" }, [
		"binary data",
		"binary file",
		"multipart file",
		"file upload",
		"byte stream",
	]),
	...each(integer, [
		"integer number",
		"whole number",
		"long integer",
		"signed integer",
		"big integer",
		"unix timestamp integer",
		"long int",
	]),
	...each({ ...integer, minimum: 0 }, [
		"non-negative integer",
		"nonnegative integer",
		"unsigned integer",
		"unsigned int",
		"unsigned long",
		"natural number",
	]),
	...each({ ...integer, minimum: 1 }, ["positive integer", "positive int"]),
	...each(object, ["json object", "key-value pairs", "key/value pairs"]),
	...each({ kind: "array", items: unknown }, ["json array"]),
	...each({ kind: "record", values: string }, ["string map"]),
]);

function each(
	shape: Shape,
	names: readonly string[],
): readonly [string, Shape][] {
	return names.map((name) => [name, shape]);
}
