import { describe, expect, test } from "vitest";
import type { Shape } from "../../generator/model/types.ts";
import {
	defaultIn,
	formatIn,
	isDeprecated,
	isReadOnly,
	queryParametersIn,
} from "../../generator/reading/prose-facts.ts";
import type { JsonValue } from "../../generator/text/json.ts";
import {
	openSource,
	spanBetween,
	textOf,
} from "../../generator/text/source.ts";

const string: Shape = { kind: "string" };
const number: Shape = { kind: "number" };
const boolean: Shape = { kind: "boolean" };
const moods: Shape = {
	kind: "union",
	members: [
		{ kind: "literal", value: "calm" },
		{ kind: "literal", value: 2 },
		{ kind: "literal", value: true },
	],
};

describe("defaults", () => {
	test.each<readonly [string, Shape, JsonValue]>([
		["Defaults to `calm`.", string, "calm"],
		["The default is `two words`.", string, "two words"],
		['It defaults to "calm".', string, "calm"],
		['Defaults to `"calm"`.', string, "calm"],
		["Default value is calm.", string, "calm"],
		["How many. Default: 12.", number, 12],
		["Defaults to -1.5, which is low.", number, -1.5],
		["Defaults to `false`.", boolean, false],
		["default: true", boolean, true],
		["Defaults to `calm`.", moods, "calm"],
		["Defaults to 2.", moods, 2],
		["Defaults to `true`.", moods, true],
	])("%j", (text, shape, value) => {
		expect(defaultIn(text, shape)).toBe(value);
	});

	test.each<readonly [string, Shape]>([
		["How many there are.", number],
		["Defaults to `many`.", number],
		["Defaults to `maybe`.", boolean],
		["Defaults to `wild`.", moods],
		["By default, nothing is sent.", string],
		["Defaults to `{}`.", { kind: "object", properties: [] }],
	])("are not in %j", (text, shape) => {
		expect(defaultIn(text, shape)).toBeUndefined();
	});
});

test.each([
	["Read-only. In grams.", true],
	["This field is read only", true],
	["Response only: the weight in effect.", true],
	["Only present in responses.", true],
	["Read this only once.", false],
	["Say it only in the request.", false],
])("read-only: %j is %s", (text, is) => {
	expect(isReadOnly(text)).toBe(is);
});

test.each([
	["Deprecated: use `age`.", true],
	["**Deprecated**", true],
	["This field is deprecated.", true],
	["The old age (deprecated).", true],
	["Whether deprecated hives are listed.", false],
	["The age.", false],
])("deprecated: %j is %s", (text, is) => {
	expect(isDeprecated(text)).toBe(is);
});

test.each([
	["When, as an RFC 3339 timestamp.", "date-time"],
	["In RFC3339 format", "date-time"],
	["An ISO 8601 time.", "date-time"],
	["The UUID of the hive.", "uuid"],
	["A name, any name.", undefined],
])("the format in %j is %s", (text, format) => {
	expect(formatIn(text)).toBe(format);
});

describe("query parameters in prose", () => {
	function read(text: string) {
		const source = openSource({ file: "a.md", text });
		const span = spanBetween(source, 0, text.length);
		return queryParametersIn(source, span).map((one) => ({
			...one,
			origins: one.origins.map((origin) => textOf(source, origin.span)),
		}));
	}

	test("have a name, a type after the value, and their sentence", () => {
		expect(
			read(
				"See v1.2 of it at hives.example. Use `?deep=true` as an optional query parameter to see\nall. Then go.",
			),
		).toEqual([
			{
				name: "deep",
				in: "query",
				required: false,
				shape: boolean,
				description:
					"Use `?deep=true` as an optional query parameter to see all.",
				origins: ["`?deep=true` as an optional query parameter"],
			},
		]);
	});

	test("have the whole sentence, wherever its lines end", () => {
		const [found] = read(
			"As v1.2 has it,\nadd ?page-size=20 as a query\nparameter, please",
		);
		expect(found).toMatchObject({
			name: "page-size",
			shape: { kind: "number", integer: true },
			description:
				"As v1.2 has it, add ?page-size=20 as a query parameter, please",
		});
		expect(found).not.toHaveProperty("required");
	});

	test("do not take the words of the item before them in a list", () => {
		const [found] = read(
			"- the first item\n- use `?q=bees` as a query parameter\n- the last",
		);
		expect(found).toMatchObject({ name: "q", shape: string });
		expect(found?.description).toMatch(/^use `\?q=bees` as a query parameter/);
	});

	test("are not in every URL, nor in other sentences", () => {
		expect(read("Go to https://hives.example/?q=bees and look.")).toEqual([]);
		expect(
			read("Send `?q=bees`. Other query parameters are not there."),
		).toEqual([]);
	});
});
