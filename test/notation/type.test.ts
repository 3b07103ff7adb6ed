import { describe, expect, test } from "vitest";
import type { Origins, Property, Shape } from "../../generator/model/types.ts";
import { parseType } from "../../generator/notation/type.ts";

const point = { line: 1, column: 1, offset: 0 };
const origins: Origins = [
	{ span: { file: "a.md", start: point, end: point }, basis: "stated" },
];

const string: Shape = { kind: "string" };
const number: Shape = { kind: "number" };
const integer: Shape = { kind: "number", integer: true };
const boolean: Shape = { kind: "boolean" };
const unknown: Shape = { kind: "unknown" };
const nothing: Shape = { kind: "null" };
const dateTime: Shape = { kind: "string", format: "date-time" };

function literal(value: string | number | boolean): Shape {
	return { kind: "literal", value };
}

function array(items: Shape): Shape {
	return { kind: "array", items };
}

function record(values: Shape): Shape {
	return { kind: "record", values };
}

function union(...members: readonly Shape[]): Shape {
	return { kind: "union", members };
}

function named(title: string, ...names: readonly string[]): Shape {
	return { kind: "object", title, properties: names.map(cutOff) };
}

function braces(...names: readonly string[]): Shape {
	return { kind: "object", properties: names.map(cutOff) };
}

function open(shape: Shape): Shape {
	if (shape.kind !== "object") throw new Error("Only objects are open");
	return { ...shape, open: true };
}

function cutOff(name: string): Property {
	return { name, shape: unknown, origins };
}

describe.each<readonly [string, readonly (readonly [string, Shape])[]]>([
	[
		"words",
		[
			["string", string],
			["str", string],
			["number", number],
			["float", number],
			["integer", integer],
			["int", integer],
			["int64", integer],
			["boolean", boolean],
			["bool", boolean],
			["null", nothing],
			["None", nothing],
			["unknown", unknown],
			["any", unknown],
			["object", open(braces())],
			["array", array(unknown)],
			["datetime", dateTime],
			["timestamp", dateTime],
			["date", { kind: "string", format: "date" }],
			["uuid", { kind: "string", format: "uuid" }],
			["url", { kind: "string", format: "uri" }],
			["STRING", string],
			["  string  ", string],
		],
	],
	[
		"literals",
		[
			['"calm"', literal("calm")],
			["'calm'", literal("calm")],
			['"two words, or three"', literal("two words, or three")],
			["true", literal(true)],
			["false", literal(false)],
			["12", literal(12)],
			["-1.5", literal(-1.5)],
			['Literal["calm"]', literal("calm")],
			['Literal["calm", "wild"]', union(literal("calm"), literal("wild"))],
			["Literal[true]", literal(true)],
		],
	],
	[
		"lists",
		[
			["array of string", array(string)],
			["array of array of number", array(array(number))],
			["string[]", array(string)],
			["string[][]", array(array(string))],
			["List[str]", array(string)],
			["Array<string>", array(string)],
			["Iterable[Frame]", array(named("Frame"))],
			["Sequence[int]", array(integer)],
			["array of Frame", array(named("Frame"))],
			["array of number or string", array(union(number, string))],
			["(number | string)[]", array(union(number, string))],
		],
	],
	[
		"maps",
		[
			["map[string]", record(string)],
			["map[unknown]", record(unknown)],
			["map[object { a, b } ]", record(braces("a", "b"))],
			["map[Frame { side }]", record(named("Frame", "side"))],
			["array of map[object { a } ]", array(record(braces("a")))],
			["Dict[str, float]", record(number)],
			["Record<string, Array<Frame>>", record(array(named("Frame")))],
		],
	],
	[
		"objects",
		[
			["object { a, b }", braces("a", "b")],
			["object { a, b, 2 more }", open(braces("a", "b"))],
			["Frame { side, 1 more }", open(named("Frame", "side"))],
			["Frame", named("Frame")],
			["Frame.Side", named("Frame.Side")],
			['{ "a-b", c }', braces("a-b", "c")],
			["object { __proto__, constructor }", braces("__proto__", "constructor")],
		],
	],
	[
		"unions",
		[
			["string or number", union(string, number)],
			["string | null", union(string, nothing)],
			["| string | null", union(string, nothing)],
			["string or null", union(string, nothing)],
			['"a" or "b"', union(literal("a"), literal("b"))],
			['"a" or "a"', literal("a")],
			["object { a } or string", union(braces("a"), string)],
			["Union[str, int]", union(string, integer)],
			["Union[str, Union[int, None]]", union(string, integer, nothing)],
			["string & {}", string],
		],
	],
	[
		"what was left out",
		[
			['"a" or "b" or 18 more', union(literal("a"), literal("b"), string)],
			["1 or 2 or 3 more", union(literal(1), literal(2), number)],
			[
				"Queen or Drone or 2 more",
				union(named("Queen"), named("Drone"), unknown),
			],
			['"a" or null or 2 more', union(literal("a"), nothing, string)],
		],
	],
])("reads %s", (_, rows) => {
	test.each(rows)("%s", (text, shape) => {
		expect(parseType(text, origins)?.shape).toEqual(shape);
		expect(parseType(text, origins)?.optional).toBe(false);
	});
});

test.each<readonly [string, Shape]>([
	["optional string", string],
	["optional array of string", array(string)],
	["optional string or null", union(string, nothing)],
	['optional "a" or "b"', union(literal("a"), literal("b"))],
	["Optional[str]", string],
	["Optional[List[str]]", array(string)],
	["Optional[Union[str, datetime]]", union(string, dateTime)],
	["optional object { page }", braces("page")],
	["optional Frame", named("Frame")],
])("says that it may be left out: %s", (text, shape) => {
	expect(parseType(text, origins)).toEqual({
		shape,
		optional: true,
		cut: false,
		...(text.startsWith("Optional[") && { nullish: true }),
	});
});

test("makes an optional type within another one nullable", () => {
	expect(parseType("List[Optional[str]]", origins)).toEqual({
		shape: array(union(string, nothing)),
		optional: false,
		cut: false,
	});
});

test.each([
	"object { a, 2 more }",
	'array of "a" or 2 more',
	"Union[str, 3 more]",
])("says that something was cut off: %s", (text) => {
	expect(parseType(text, origins)?.cut).toBe(true);
});

test.each([
	"",
	" ",
	"the name of the hive",
	"string,",
	"string or",
	"or string",
	"string |",
	"array of",
	"map[string",
	"Array<string",
	"Optional[str",
	"(string",
	"string)",
	"{ a",
	"string {",
	"§",
	"a/b",
	'"open',
	"string; number",
	"Thing[string]",
	"/path",
	"**string**",
	"1.2.3",
])("does not take %j for a type", (text) => {
	expect(parseType(text, origins)).toBeUndefined();
});

test("does not go deeper than a person would", () => {
	const deep = (depth: number) => `${"array of ".repeat(depth)}string`;
	expect(parseType(deep(30), origins)).toBeDefined();
	expect(parseType(deep(100_000), origins)).toBeUndefined();
	expect(parseType("(".repeat(100_000), origins)).toBeUndefined();
	expect(parseType(`string${"[]".repeat(100_000)}`, origins)).toBeUndefined();
});
