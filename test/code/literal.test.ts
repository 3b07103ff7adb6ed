import fc from "fast-check";
import { expect, test } from "vitest";
import {
	jsonFile,
	jsonLiteral,
	numberLiteral,
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
