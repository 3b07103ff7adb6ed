import fc from "fast-check";
import { expect, test } from "vitest";
import { docComment } from "../../generator/code/comment.ts";
import {
	jsonFile,
	jsonLiteral,
	numberLiteral,
	objectKey,
	stringLiteral,
	templateLiteral,
} from "../../generator/code/literal.ts";
import type { JsonObject } from "../../generator/text/json.ts";
import { hostile } from "./hostile.ts";
import { tokenKinds } from "./scan.ts";

test("a string literal is one token that evaluates to the text", () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const literal = stringLiteral(text);
			expect(tokenKinds(literal)).toEqual(["StringLiteral"]);
			expect(evaluate(literal)).toBe(text);
		}),
	);
});

test("a template literal is one token that evaluates to the text, with its quotes and lines as they are", () => {
	fc.assert(
		fc.property(hostile, fc.array(hostile), (text, more) => {
			const whole = [text, "`$" + "{1}`", '"\\n"', ...more].join("\n");
			const literal = templateLiteral(whole);
			expect(tokenKinds(literal)).toEqual(["FirstTemplateToken"]);
			expect(evaluate(literal)).toBe(whole);
			expect(literal.split("\n").length).toBe(whole.split("\n").length);
		}),
	);
	expect(templateLiteral('{"a":\n1}')).toBe('`{"a":\n1}`');
});

test("nothing in a literal is invisible or closes a script", () => {
	fc.assert(
		fc.property(hostile, (text) => {
			expect(stringLiteral(text)).not.toMatch(
				// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
				/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|<\/|<!|\p{Surrogate}/u,
			);
		}),
	);
});

const invisible: readonly (readonly [number, number])[] = [
	[0x0b, 0x1f],
	[0x7f, 0x9f],
	[0xad, 0xad],
	[0x61c, 0x61c],
	[0x180e, 0x180e],
	[0x200b, 0x200f],
	[0x2028, 0x202e],
	[0x2060, 0x206f],
	[0xfeff, 0xfeff],
	[0xfff9, 0xfffb],
	[0xe0000, 0xe0fff],
	[0xd800, 0xdfff],
];

test.each(invisible)(
	"%x to %x are written by their numbers, and nothing beside them",
	(from, to) => {
		for (const point of [from, to]) {
			const text = String.fromCodePoint(point);
			expect(stringLiteral(`a${text}b`)).toMatch(
				/^"a(?:\\u[0-9a-f]{4}){1,2}b"$|^"a\\[bfr]b"$/,
			);
			expect(evaluate(stringLiteral(text))).toBe(text);
			expect(JSON.parse(jsonFile(text))).toBe(text);
			expect(jsonFile(text)).not.toContain(text);
			expect(docComment({ paragraphs: [`a${text}b`] })).not.toContain(text);
		}
		for (const point of [from - 1, to + 1]) {
			// A line feed has a mark of its own, and of what lies between the halves of pairs nothing is seen either.
			if (point < 0x20 || (point > 0xd7ff && point < 0xe000)) continue;
			const text = String.fromCodePoint(point);
			expect(stringLiteral(text)).toBe(`"${text}"`);
			expect(docComment({ paragraphs: [`a${text}b`] })).toBe(`a${text}b`);
		}
	},
);

test("marks of scripts and orders to test runners are written by their numbers", () => {
	expect(stringLiteral("</a <!-- <b")).toBe('"\\u003c/a \\u003c!-- <b"');
	expect(
		stringLiteral("\u0040vitest-environment \u0040jest-environment @vitest"),
	).toBe('"\\u0040vitest-environment \\u0040jest-environment @vitest"');
	// The printer would take the second backslash for one that escapes the quote.
	expect(stringLiteral("a\\")).toBe('"a\\u005c"');
});

test("literals of JSON are written on one line, and files of it are not", () => {
	const value = { a: [1, "b", null, true], "c-d": {}, __proto__x: [] };
	expect(jsonLiteral(value)).toBe(
		'{ a: [1, "b", null, true], "c-d": {}, __proto__x: [] }',
	);
	expect(objectKey("__proto__")).toBe('["__proto__"]');
	expect(jsonFile({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});

test("a JSON value evaluates to itself, its own `__proto__` and `-0` included", () => {
	fc.assert(
		fc.property(fc.jsonValue(), hostile, (value, key) => {
			const whole = { [key]: value, list: [value], zero: -0 };
			const made = evaluate(jsonLiteral(whole as JsonObject));
			expect(made).toEqual(whole);
			expect(JSON.stringify(made)).toBe(JSON.stringify(whole));
		}),
	);
	const polluted = JSON.parse('{"__proto__": {"evil": 1}}');
	const made = evaluate(jsonLiteral(polluted));
	expect(Object.keys(made as object)).toEqual(["__proto__"]);
	expect((made as { readonly evil?: unknown }).evil).toBeUndefined();
});

test("numbers keep their value and their sign", () => {
	fc.assert(
		fc.property(
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			(number) => {
				expect(evaluate(numberLiteral(number))).toBe(number);
			},
		),
	);
	expect(numberLiteral(-0)).toBe("-0");
	expect(() => numberLiteral(Number.NaN)).toThrow("No literal");
	expect(() => numberLiteral(Number.POSITIVE_INFINITY)).toThrow("No literal");
});

test("a JSON file parses to its value and shows every character", () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const file = jsonFile({ [text]: text });
			expect(JSON.parse(file)).toEqual({ [text]: text });
			expect(file).not.toMatch(/[\u2028-\u202e\u2066-\u2069\ufeff\x7f-\x9f]/);
			expect(file.endsWith("}\n")).toBe(true);
		}),
	);
});

function evaluate(expression: string): unknown {
	return new Function(`return (${expression});`)();
}
