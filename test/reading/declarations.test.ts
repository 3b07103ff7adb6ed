import { expect, test } from "vitest";
import type { Fence } from "../../generator/markdown/fence.ts";
import { declaresType } from "../../generator/reading/declarations/declared-types.ts";

const point = { line: 1, column: 1, offset: 0 };
const span = { file: "in.md", start: point, end: point };

function fence(text: string, language = ""): Fence {
	return { text, language, span, at: () => span };
}

test.each([
	["interface A {", "ts"],
	["type A = { a: ", "ts"],
	["type A = <(", "ts"],
	["const a = z.object({ a: ", "ts"],
	["const aSchema = { a: [", "js"],
	["{ type: [", "js"],
	["/*,", "js"],
	["/* interface A {", "ts"],
	["[ //", "java"],
	["public class A { ", "java"],
	["class A { @B(\n// x\n", "java"],
	["message A { enum B {", "proto"],
	["message A { map<a\n", "proto"],
	["type A struct {\nB struct {\n", "go"],
	["\n\n \n", ""],
	["class A(TypedDict):\n a: int = (\n", "python"],
	["@dataclass\n", "python"],
])("%j without end is read in no time", (piece, language) => {
	const text = piece.repeat(Math.floor(29_000 / piece.length));
	const start = performance.now();
	declaresType("A", fence(text, language));
	declaresType("A", fence(`class A:\n${text} struct {`, language));
	expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
	['{ "name": "String", "type": "string" }', "json"],
	['{ "type": "string", "value": { "type": "boat" } }', "json"],
	["{ name: 1, size: { type: String } }", "js"],
	["const list = client.list({ type: String });", "ts"],
	["const a = new Client({ key: { type: String } });", "js"],
	['import type { A } from "a";', "ts"],
	["class A:\n    def b(self) -> int:\n        return 1", "python"],
	["type A struct {\n\tB string\n}", "go"],
	['curl -d \'{"a": {"type": "String"}}\' /a', "sh"],
	[
		"public class A {\n    public static void main(String[] args) {\n        int b = 1;\n    }\n}",
		"java",
	],
])("%j declares no type", (text, language) => {
	expect(declaresType("A", fence(text, language))).toBe(false);
});
