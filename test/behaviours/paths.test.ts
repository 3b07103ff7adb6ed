import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiArgumentError } from "../../templates/runtime/errors.ts";
import { explainPaths } from "../../templates/runtime/explain-paths.ts";
import { buildPath, encodeSegment } from "../../templates/runtime/path.ts";

const { path: explained = buildPath } = explainPaths(
	{ name: "Library", schemes: [] },
	{},
);

/** `path` with its parameters `a`, `b`, ... filled in turn. */
function build(path: readonly string[], ...values: readonly unknown[]): string {
	return buildWith(explained, path, values);
}

function buildWith(
	how: typeof buildPath,
	path: readonly string[],
	values: readonly unknown[],
): string {
	const names = path.filter((_, index) => index % 2 === 1);
	return how({ name: "books.get", method: "GET", path }, (name) =>
		values.at(names.indexOf(name)),
	);
}

function errorOf(path: readonly string[], ...values: readonly unknown[]) {
	try {
		build(path, ...values);
	} catch (error) {
		if (error instanceof ApiArgumentError) return error;
		throw error;
	}
	throw new Error("nothing was refused");
}

const one = ["/books/", "a", "/pages"];

class Plain {}

describe("B54 a value without a text of its own is refused by its type", () => {
	test.each([
		[null, "Null"],
		[undefined, "Undefined"],
		[{}, "Object"],
		[Math, "Math"],
		[new Plain(), "Object"],
		[Object.create(null), "Object"],
		[[], "Array"],
		[["x"], "Array"],
		[new Date(0), "Date"],
		[() => "x", "Function"],
		[Symbol("x"), "Symbol"],
	])("%s", (value, type) => {
		expect(errorOf(one, value).message).toContain(`a is ${type}`);
	});
});

test.each([
	["null", "Null"],
	["undefined", "Undefined"],
	["({})", "Object"],
	["Math", "Math"],
	["new (class {})()", "Object"],
])("B55 %s of another realm is refused in the same words", (source, type) => {
	expect(errorOf(one, runInNewContext(source)).message).toContain(
		`a is ${type}`,
	);
});

test.each([
	[0, "0"],
	[-1.5, "-1.5"],
	[false, "false"],
	[10n ** 20n, "100000000000000000000"],
	[Object(7), "7"],
	[Object("x"), "x"],
	[runInNewContext("new Number(3)"), "3"],
	[{ toString: () => "own" }, "own"],
])("B56 %s is accepted", (value, text) => {
	expect(build(one, value)).toBe(`/books/${text}/pages`);
});

test.each([
	["", "a is empty"],
	[Object(""), "a is empty"],
	[Number.NaN, "a is NaN"],
	[Number.POSITIVE_INFINITY, "a is Infinity"],
	[Object(Number.NaN), "a is Number"],
	["\ud800", "a has half a surrogate pair"],
	["x\udc00y", "a has half a surrogate pair"],
])("B57 %j is refused", (value, problem) => {
	const { message, operation } = errorOf(one, value);
	expect(message).toContain(problem);
	expect(message).toContain("books.get");
	expect(operation).toBe("books.get");
});

const dots = [
	".",
	"..",
	"%2e",
	"%2E",
	"%2e%2e",
	"%2E%2e",
	"%2e%2E",
	"%2E%2E",
	".%2e",
	"%2E.",
];

describe("B58 a dot segment is refused, also when a proxy would have to decode it", () => {
	test.each([...dots, "../x", "x/..", "x/../y", "..\\x", "..%2fx", "x%5c.."])(
		"%s",
		(value) => {
			expect(errorOf(one, value).message).toContain("a makes a dot segment");
			expect(errorOf(["/books/", "a", ""], value).message).toContain(
				"a makes a dot segment",
			);
		},
	);
});

describe("B59 the same beside a literal that makes a longer segment is accepted", () => {
	test.each(dots)("%s", (value) => {
		for (const path of [
			["/books/", "a", ".json"],
			["/books/", "a", "x.json/pages"],
			["/books/", "a", ":initiate"],
			["/books/-", "a", ""],
		]) {
			if (value === "." && path[2] === ".json") continue;
			expect(build(path, value)).toContain(encodeSegment(value));
		}
	});
});

test("B60 a literal dot and an empty parameter are refused", () => {
	expect(errorOf(["/books/.", "a", "/pages"], "").message).toContain(
		"a is empty",
	);
});

test("B60 a literal dot and a dot are refused", () => {
	expect(errorOf(["/books/.", "a", "/pages"], ".").message).toContain(
		"a makes a dot segment",
	);
});

test("B61 two literal dots and a letter are accepted", () => {
	expect(build(["/books/..", "a", "/pages"], "x")).toBe("/books/..x/pages");
});

test("B62 two parameters of one segment are judged together", () => {
	const both = ["/books/", "a", "", "b", "/pages"];
	expect(errorOf(both, "%2E", ".").message).toContain(
		"a,b makes a dot segment",
	);
	expect(build(both, "%2E", "..")).toBe("/books/%252E../pages");
});

test("B63 two bad parameters are both reported, in the order of the path", () => {
	const { message } = errorOf(["/a/", "a", "/b/", "b", ""], "..", null);
	expect(message.indexOf("a makes")).toBeGreaterThan(0);
	expect(message.indexOf("b is Null")).toBeGreaterThan(
		message.indexOf("a makes"),
	);
});

test("B64 a literal dot segment beside a parameter is refused", () => {
	expect(errorOf(["/a/../", "a", ""], "x").message).toContain(
		"makes a dot segment",
	);
});

test("B65 the error underlines every offence", () => {
	expect(
		errorOf(["/a/", "a", "/b/", "b", "/c/", "c", ""], "..", "ok", "").message,
	).toBe(
		[
			"books.get: path cannot be sent",
			"a makes a dot segment",
			"c is empty",
			"/a/../b/ok/c/{c}",
			"   ^^        ^^^",
		].join("\n"),
	);
});

test.each([
	[["..", "x"], "path /a/../b/x has a dot segment"],
	[["x", null], "path parameter b cannot be sent"],
	[["", Number.NaN], "path parameter a cannot be sent"],
	[["x", "\ud83d"], "path parameter b cannot be sent"],
	[["x", { toString: () => "y" }], "path parameter b cannot be sent"],
	[["x%2f%2e", "y"], "path /a/x%252f%252e/b/y has a dot segment"],
])("without the explanation %j is refused as well", (values, problem) => {
	expect(() =>
		buildWith(buildPath, ["/a/", "a", "/b/", "b", ""], values),
	).toThrow(new ApiArgumentError("books.get", problem));
});

test("B66 what follows a question mark is no path", () => {
	expect(build(["/books/", "a", "?next=/../"], "x")).toBe("/books/x?next=/../");
	expect(errorOf(["/books/", "a", "?beta"], "..").message).toContain(
		"makes a dot segment",
	);
});

test("B67 a path without parameters stays as it is", () => {
	expect(build(["/books/../x y/%2e"])).toBe("/books/../x y/%2e");
});

test("B68 what is accepted is not changed by URL normalisation", () => {
	const text = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.string({
			unit: fc.constantFrom(".", "%", "2", "e", "E", "/", "x", "?"),
		}),
	);
	fc.assert(
		fc.property(text, text, (a, b) => {
			let path: string;
			try {
				path = build(["/p/", "a", "", "b", "/s/", "a", ""], a, b, a);
			} catch (error) {
				expect(error).toBeInstanceOf(ApiArgumentError);
				return;
			}
			expect(new URL(path, "http://h").href).toBe(`http://h${path}`);
			expect(path.split("/")).toHaveLength(5);
		}),
		{ numRuns: 400 },
	);
});

test("B69 the encoder is reversible and never longer than encodeURIComponent", () => {
	const ascii = Array.from({ length: 128 }, (_, code) =>
		String.fromCharCode(code),
	);
	for (const text of [...ascii, ascii.join(""), "å", "👩‍🚀"]) {
		const encoded = encodeSegment(text) ?? "";
		expect(decodeURIComponent(encoded)).toBe(text);
		expect(encoded.length).toBeLessThanOrEqual(encodeURIComponent(text).length);
	}
});

test("B70 a colon and an at sign stay, what separates does not", () => {
	expect(encodeSegment("a:b@c")).toBe("a:b@c");
	expect(encodeSegment("/\\?#;%&=+ ")).toBe("%2F%5C%3F%23%3B%25%26%3D%2B%20");
});
