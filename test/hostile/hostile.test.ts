import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { tryAttacks } from "./run.ts";
import { slots } from "./slots.ts";
import { readSource } from "./source-faults.ts";
import { survive } from "./survive.ts";

// `npm run test:hostile` tries every text in every slot; here a few of each attack are tried.
test("hostile text in docs is text in the output", () => {
	const survivals = tryAttacks({ step: 331, generated: 40, seed: 1 });
	for (const { number, faults, cases } of survivals) {
		expect(faults, number).toEqual([]);
		expect(cases, number).toBeGreaterThan(0);
	}
}, 240_000);

// What the long run found.
test.each([
	["typed-bullets.md curl header", "sort"],
	["typed-bullets.md curl header", "]${@jsx (@param"],
	["typed-bullets.md curl header", "${"],
	["definitions.md html term", "xoxb-123456789012-abcdefABCDEF"],
])(
	"in %s, %j compiles",
	(name, text) => {
		const slot = slots.find((one) => one.name === name);
		if (slot === undefined) throw new Error(`There is no ${name}`);
		const { faults, sources } = survive(slot, text);
		expect(faults).toEqual([]);
		expect([...compile([sources]).faults]).toEqual([]);
	},
	60_000,
);

test("slots are places that docs are read from", () => {
	const read = slots
		.filter((_, at) => at % 8 === 0)
		.filter((slot) => survive(slot, "Zebra").reached);
	expect(read.length).toBeGreaterThan(10);
});

test.each([
	["a; pwn$();", "the tripwire is a CallExpression"],
	["interface A { pwn$(): void }", "the tripwire is a MethodSignature"],
	["const a = `$" + "{b}`;", "a TemplateExpression"],
	["const a = /b/;", "a RegularExpressionLiteral"],
	["// b", "a line comment"],
	["/* @ts-ignore */", "a magic comment"],
	["evil();", "calls evil, which is not its own"],
	['const a = "<said by nobody>";', "nobody said"],
	['resource("a", { b: \'{"path":["<said by nobody>"]}\' });', "nobody said"],
	["const a = '", "syntax"],
	// Vitest would obey this one in here.
	['const a = "\u0040vitest-environment jsdom";', "an environment for tests"],
	['import { a } from "./a.js"; a.b("c"); interface D { pwn$: 1 }', ""],
])("%j: %s", (source, fault) => {
	const faults = readSource(source, (text) => /^[\w ./@-]*$/.test(text)).faults;
	expect(faults.join()).toContain(fault);
	if (fault === "") expect(faults).toEqual([]);
});
