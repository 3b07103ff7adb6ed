import { expect, test } from "vitest";
import { ApiArgumentError } from "../../templates/runtime/errors.ts";
import { serialiseQuery } from "../../templates/runtime/query.ts";

function query(value: object): string {
	return serialiseQuery("books.list", value);
}

test("behaviour 71: parameters are joined in their order", () => {
	expect(query({ a: "1", b: 2, c: true })).toBe("a=1&b=2&c=true");
	expect(query({})).toBe("");
});

test("behaviour 72: null is empty, undefined is left out, false stays", () => {
	expect(query({ a: null, b: undefined, c: false, d: "" })).toBe(
		"a=&c=false&d=",
	);
});

test("behaviour 73: names and values are encoded", () => {
	expect(query({ "a&b=": "c d&e=é+/?#" })).toBe(
		"a%26b%3D=c%20d%26e%3D%C3%A9%2B%2F%3F%23",
	);
});

test("behaviour 74: numbers are as JavaScript writes them", () => {
	expect(query({ a: 1.25, b: -0.5, c: 1e21, d: 2n ** 64n })).toBe(
		"a=1.25&b=-0.5&c=1e%2B21&d=18446744073709551616",
	);
});

test.each([
	[{ a: ["x", "y"] }, "a=x&a=y"],
	[{ a: [] }, ""],
	[{ a: ["x", undefined, null] }, "a=x&a="],
	[{ a: [["x"], "y"] }, "a=x&a=y"],
	[{ a: { b: 1, c: { d: ["x", "y"] } } }, "a.b=1&a.c.d=x&a.c.d=y"],
	[{ a: {} }, ""],
	[{ a: new Date(0) }, "a=1970-01-01T00%3A00%3A00.000Z"],
	[{ a: [new Date(0)] }, "a=1970-01-01T00%3A00%3A00.000Z"],
	[{ a: Object(5) }, "a=5"],
	[JSON.parse('{"__proto__":"x"}'), "__proto__=x"],
	[{ constructor: "x", toString: "y" }, "constructor=x&toString=y"],
])("%j is %s", (value, text) => {
	expect(query(value)).toBe(text);
});

test.each([
	[{ page: Number.NaN }, "query parameter page is NaN"],
	[{ page: [Number.POSITIVE_INFINITY] }, "query parameter page is Infinity"],
	[{ since: new Date(Number.NaN) }, "query parameter since is Date"],
	[{ tags: new Map([["a", 1]]) }, "query parameter tags is Map"],
	[{ a: { b: Symbol("x") } }, "query parameter a.b is Symbol"],
	[{ q: "\ud800" }, "query parameter q has half a surrogate pair"],
])("%j is refused", (value, problem) => {
	expect(() => query(value)).toThrow(ApiArgumentError);
	expect(() => query(value)).toThrow(`books.list: ${problem}`);
});
