import type { Code } from "./code.ts";
import { isIdentifier } from "./names.ts";
import { escapeUnseen, unseen } from "./unseen.ts";

/** A value that JSON can hold. */
type Json =
	| null
	| boolean
	| number
	| string
	| readonly Json[]
	| { readonly [key: string]: Json };

/**
 * A string literal whose value is exactly `text`; nothing in it is invisible, ends a line, closes a script or is an order
 * to a test runner. A backslash is written by its number: the printer takes the second of two for one that escapes what
 * follows.
 */
export function stringLiteral(text: string): Code {
	return JSON.stringify(text)
		.replaceAll("\\\\", "\\u005c")
		.replace(/<(?=[/!])/g, "\\u003c")
		.replace(/@(?=(?:vitest|jest)-environment)/g, "\\u0040")
		.replace(unseen, escapeUnseen) as Code;
}

/** A template literal whose value is exactly `text`, for text of lines with many quotes: these stand in it as they are. */
export function templateLiteral(text: string): Code {
	const inner = stringLiteral(text)
		.slice(1, -1)
		.replaceAll('\\"', '"')
		.replaceAll("\\n", "\n")
		.replaceAll("`", "\\u0060")
		.replaceAll("${", "\\u0024{");
	return `\`${inner}\`` as Code;
}

/** A number literal; `-0` keeps its sign. */
export function numberLiteral(value: number): Code {
	if (!Number.isFinite(value)) throw new Error(`No literal for ${value}`);
	return (Object.is(value, -0) ? "-0" : String(value)) as Code;
}

/** An expression for a JSON value; `__proto__` is a key in it like any other. */
export function jsonLiteral(value: Json): Code {
	if (typeof value === "string") return stringLiteral(value);
	if (typeof value === "number") return numberLiteral(value);
	if (value === null || typeof value === "boolean")
		return String(value) as Code;
	if (isList(value)) return `[${value.map(jsonLiteral).join(", ")}]` as Code;
	const members = Object.entries(value).map(
		([key, member]) => `${objectKey(key)}: ${jsonLiteral(member)}`,
	);
	return (members.length === 0 ? "{}" : `{ ${members.join(", ")} }`) as Code;
}

/** The text of a `.json` file: two spaces deep, ending in a line feed, with nothing invisible in it. */
export function jsonFile(value: Json): Code {
	const text = JSON.stringify(value, undefined, 2);
	// Most text is ASCII, and there is a lot of it.
	const seen = /^[\n -~]*$/.test(text)
		? text
		: text.replace(unseen, escapeUnseen);
	return `${seen}\n` as Code;
}

/** The key of a property in an object: `"__proto__": 1` would set the prototype, `["__proto__"]: 1` makes a property. */
export function objectKey(key: string): Code {
	if (isIdentifier(key) && key !== "__proto__") return key as Code;
	const literal = stringLiteral(key);
	return (key === "__proto__" ? `[${literal}]` : literal) as Code;
}

function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}
