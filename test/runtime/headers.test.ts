import { describe, expect, test } from "vitest";
import { ApiArgumentError } from "../../templates/runtime/errors.ts";
import {
	type HeadersInput,
	mergeHeaders,
	toHeaders,
} from "../../templates/runtime/headers.ts";

function merge(...layers: readonly HeadersInput[]) {
	return Object.fromEntries(mergeHeaders(layers));
}

test("behaviour 33: of spellings of one name the last that says something wins", () => {
	expect(merge({ "X-A": "1", "x-a": "2", "X-a": undefined })).toEqual({
		"x-a": "2",
	});
	expect(merge({ "X-A": "1", "x-a": null })).toEqual({ "x-a": null });
});

test("behaviour 34: a Headers object is a layer", () => {
	expect(merge(new Headers({ "X-A": "1" }), { "x-b": "2" })).toEqual({
		"x-a": "1",
		"x-b": "2",
	});
});

test("behaviour 35: undefined in a later layer keeps the header", () => {
	expect(merge({ a: "1" }, { A: undefined })).toEqual({ a: "1" });
});

test("behaviour 36: null in a later layer removes the header and is remembered", () => {
	expect(merge({ a: "1" }, { A: null })).toEqual({ a: null });
	expect(merge({ a: "1" }, { A: null }, { a: "2" })).toEqual({ a: "2" });
});

describe("cookies", () => {
	test("behaviour 37: the later spelling overwrites", () => {
		expect(merge({ cookie: "a=1", Cookie: "b=2" })).toEqual({ cookie: "b=2" });
	});
	test("behaviour 38: an undefined second spelling keeps the first", () => {
		expect(merge({ cookie: "a=1", Cookie: undefined })).toEqual({
			cookie: "a=1",
		});
	});
	test("behaviour 39: a list is joined with semicolons", () => {
		expect(merge({ cookie: ["a=1", "b=2"] })).toEqual({ cookie: "a=1; b=2" });
	});
	test("behaviour 41: repeated pairs of a list are all kept", () => {
		expect(
			merge([
				["cookie", "a=1"],
				["Cookie", "b=2"],
				["cookie", "c=3"],
			]),
		).toEqual({ cookie: "a=1; b=2; c=3" });
	});
});

test("behaviour 40: a list of any other header is joined with commas", () => {
	expect(merge({ accept: ["a/b", "c/d"] })).toEqual({ accept: "a/b, c/d" });
});

test("behaviour 41: a list replaces what earlier layers say", () => {
	expect(merge({ a: "0" }, [["a", "1"]])).toEqual({ a: "1" });
	expect(
		merge([
			["a", "1"],
			["a", null],
			["a", "2"],
		]),
	).toEqual({ a: "2" });
});

test("behaviour 42: no layer, no header", () => {
	expect(merge(undefined, null)).toEqual({});
});

test("scalars are written as text", () => {
	expect(merge({ a: 1, b: true, c: 5n, d: "" })).toEqual({
		a: "1",
		b: "true",
		c: "5",
		d: "",
	});
});

test("a name like any other: __proto__", () => {
	const merged = mergeHeaders([JSON.parse('{"__proto__":"v"}')]);
	expect([...merged]).toEqual([["__proto__", "v"]]);
});

test.each([
	["x-a", "secret\nvalue"],
	["x-a", "secret\r\nvalue"],
	["x-a", "secret\0value"],
	["x-a", "secret 😀"],
	["x a", "secret"],
	["", "secret"],
])("header %j with %j is refused, its value not shown", (name, value) => {
	const send = () => toHeaders("books.get", mergeHeaders([{ [name]: value }]));
	expect(send).toThrow(ApiArgumentError);
	expect(send).toThrow(`books.get: header ${JSON.stringify(name)}`);
	expect(send).not.toThrow("secret");
});

test("an object is no header", () => {
	expect(() => toHeaders("books.get", mergeHeaders([{ "x-a": {} }]))).toThrow(
		'books.get: header "x-a" cannot be sent',
	);
});
