import { describe, expect, test } from "vitest";
import type { Shape } from "../../generator/model/types.ts";
import { literalsOf, parseValues } from "../../generator/notation/values.ts";

const literals = (...values: readonly (string | number)[]) => ({
	kind: "union",
	members: values.map((value) => ({ kind: "literal", value })),
});
const shapeOf = (text: string) => parseValues(text)?.shape;
const named = (title: string): Shape => ({
	kind: "object",
	title,
	properties: [],
});
const nothing: Shape = { kind: "null" };

describe("values that a type lists", () => {
	test.each([
		["enum(a, b)", ["a", "b"]],
		["one of: a, b.", ["a", "b"]],
		["one of: 1.5, v1.2;", ["1.5", "v1.2"]],
		["enum: a, b or c", ["a", "b", "c"]],
		["enum: a,  and b", ["a", "b"]],
		["enum: a, or b", ["a", "b"]],
		["enum: a / b", ["a", "b"]],
		["enum: a/b/c", ["a", "b", "c"]],
		["enum: a,, b", ["a", "b"]],
		["enum:  a , b ", ["a", "b"]],
		['"asc", "desc"', ["asc", "desc"]],
		['"in use" or "not in use"', ["in use", "not in use"]],
		["0/1", [0, 1]],
		["integer: 1, 2.5, -3", [1, 2.5, -3]],
		["string: 1, 2", ["1", "2"]],
		['"1", "2"', ["1", "2"]],
		["string(true, false, auto)", ["true", "false", "auto"]],
		["string(untrue, false)", ["untrue", "false"]],
		["string(true, falsely)", ["true", "falsely"]],
		["string('a', x'b')", undefined],
	] as const)("%s", (text, values) => {
		expect(shapeOf(text)).toEqual(values && literals(...values));
	});

	test("are neither optional nor cut off", () => {
		expect(parseValues("enum(a, b)")).toEqual({
			shape: literals("a", "b"),
			optional: false,
			cut: false,
		});
	});

	test("that are both sides of a boolean are one", () => {
		expect(shapeOf("True | FALSE")).toEqual({ kind: "boolean" });
	});

	test("that are all types are any of them", () => {
		expect(shapeOf("string or integer")).toMatchObject({
			kind: "union",
			members: [{ kind: "string" }, { kind: "number" }],
		});
		expect(shapeOf("one of: string")).toEqual({ kind: "string" });
	});

	test.each([
		"a, b",
		"hive",
		"string",
		'"a", b',
		"string(a b, c)",
		"string(a!, b)",
		"string(a, !b)",
		"string(integer, a)",
		"enum: a b",
		",enum(a)",
		"enum: a,",
		"| 1 | 2",
		"a1 or 2",
		"1 or 2a",
		"enum: ,",
	])("%s lists none", (text) => {
		expect(shapeOf(text)).toBeUndefined();
	});

	test("are not looked for in what is longer than any type", () => {
		const list = (length: number) => `enum: ${"a".repeat(length - 9)}, b`;
		expect(list(1000)).toHaveLength(1000);
		expect(shapeOf(list(1000))).toMatchObject({ kind: "union" });
		expect(shapeOf(list(1001))).toBeUndefined();
	});
});

describe("words between bars that no type is called by", () => {
	const union = (...members: readonly Shape[]): Shape => ({
		kind: "union",
		members,
	});

	test("are values", () => {
		expect(literalsOf(union(named("asc"), named("desc_1")))).toEqual(
			literals("asc", "desc_1"),
		);
	});

	test("are values in an array, and beside null", () => {
		const items = union(named("asc"), named("desc"), nothing);
		const made = union(
			{ kind: "literal", value: "asc" },
			{ kind: "literal", value: "desc" },
			nothing,
		);
		expect(literalsOf({ kind: "array", items })).toEqual({
			kind: "array",
			items: made,
		});
	});

	test.each([
		["one word", union(named("asc"), nothing)],
		["a word and a type", union(named("asc"), { kind: "string" })],
		["two words and a type", union(named("a"), named("b"), { kind: "string" })],
		["names of types", union(named("Asc"), named("Desc"))],
		["words with a capital inside", union(named("aB"), named("cD"))],
		["words with other marks", union(named("a.b"), named("c.d"))],
		[
			"objects without a name",
			union(
				{ kind: "object", properties: [] },
				{ kind: "object", properties: [] },
			),
		],
	])("%s is left", (_, shape) => {
		expect(literalsOf(shape)).toEqual(shape);
	});

	test("nothing but a union is changed", () => {
		expect(literalsOf(named("asc"))).toEqual(named("asc"));
	});
});
