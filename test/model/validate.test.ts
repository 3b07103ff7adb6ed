import { expect, test } from "vitest";
import type { Shape } from "../../generator/model/types.ts";
import { validate } from "../../generator/model/validate.ts";
import type { JsonValue } from "../../generator/text/json.ts";
import { sample } from "../models/sample.ts";

const hive: Shape = { kind: "reference", name: "Hive" };
const sensor: Shape = { kind: "reference", name: "Sensor" };
const bee: Shape = { kind: "reference", name: "Bee" };

test.each<[string, Shape, JsonValue]>([
	["an object with what is required", hive, { id: "1", name: "Linden" }],
	["properties that the docs do not name", bee, { name: "A", crown: 1 }],
	["anything where the docs do not say", { kind: "unknown" }, [1, {}]],
	["null where it may be", bee, { name: "A", mother: null }],
	["a shape in itself", bee, { name: "A", daughters: [{ name: "B" }] }],
	["any alternative", sensor, { kind: "thermometer", port: 1 }],
	["a map", { kind: "record", values: { kind: "number" } }, { a: 1, b: 2 }],
	["a format that is not known", { kind: "string", format: "cron" }, "x"],
	["characters, not UTF-16 units", { kind: "string", maxLength: 1 }, "🐝"],
	["a leap day", { kind: "string", format: "date" }, "2024-02-29"],
])("%s is valid", (_title, shape, value) => {
	expect(validate(sample, shape, value)).toEqual([]);
});

test.each<[Shape, JsonValue, string, string]>([
	[hive, { id: "1" }, "$.name", "is missing"],
	[hive, { id: 1, name: "A" }, "$.id", "is not a string"],
	[hive, [], "$", "is not an object"],
	[
		hive,
		{ id: "1", name: "A", "it's-odd": true },
		'$["it\'s-odd"]',
		"is not a string",
	],
	[
		hive,
		{ id: "1", name: "A", readings: { monday: "x" } },
		"$.readings.monday",
		"is not a number",
	],
	[hive, { id: "x".repeat(33), name: "A" }, "$.id", "is longer than 32"],
	[
		bee,
		{ name: "A", daughters: [{ name: "B" }, {}] },
		"$.daughters[1].name",
		"is missing",
	],
	[sensor, { kind: "scale", limit_kg: 500 }, "$.limit_kg", "is more than 200"],
	[sensor, { kind: "camera" }, "$", "is none of 2 alternatives"],
	[{ kind: "null" }, 0, "$", "is not null"],
	[{ kind: "boolean" }, "true", "$", "is not a boolean"],
	[{ kind: "literal", value: "a" }, "b", "$", 'is not "a"'],
	[{ kind: "array", items: { kind: "null" } }, {}, "$", "is not an array"],
	[{ kind: "number", integer: true }, 1.5, "$", "is not an integer"],
	[{ kind: "number", minimum: 1 }, 0, "$", "is less than 1"],
	[{ kind: "string", minLength: 2 }, "a", "$", "is shorter than 2"],
	[{ kind: "string", pattern: "^a+$" }, "b", "$", "does not match ^a+$"],
	[
		{ kind: "string", format: "date-time" },
		"2023-02-29T00:00:00Z",
		"$",
		"is not of format date-time",
	],
	[
		{ kind: "string", format: "ipv4" },
		"256.0.0.1",
		"$",
		"is not of format ipv4",
	],
	[{ kind: "string", format: "uuid" }, "1", "$", "is not of format uuid"],
])("%o does not take %o", (shape, value, path, message) => {
	expect(validate(sample, shape, value)).toEqual([{ path, message }]);
});

test("an inherited property is not a member", () => {
	const shape: Shape = {
		kind: "object",
		properties: [
			{
				name: "toString",
				required: true,
				shape: { kind: "unknown" },
				origins: sample.shapes[0]?.origins ?? fail(),
			},
		],
	};
	expect(validate(sample, shape, {})).toHaveLength(1);
});

test("a shape that is only itself ends", () => {
	const origins = sample.shapes[0]?.origins ?? fail();
	const shape: Shape = { kind: "reference", name: "Loop" };
	const model = { ...sample, shapes: [{ name: "Loop", shape, origins }] };
	expect(validate(model, shape, 1)).toEqual([]);
});

function fail(): never {
	throw new Error("the sample has shapes");
}
