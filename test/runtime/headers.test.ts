import { expect, test } from "vitest";
import { ApiArgumentError } from "../../templates/runtime/errors.ts";
import {
	type HeadersInput,
	mergeHeaders,
	toHeaders,
} from "../../templates/runtime/headers.ts";

function merge(...layers: readonly HeadersInput[]) {
	return Object.fromEntries(mergeHeaders(layers));
}

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
