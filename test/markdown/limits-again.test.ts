import fc from "fast-check";
import { expect, test } from "vitest";
import { passedLimit } from "../../generator/markdown/limits.ts";
import { passedLimitAgain } from "../../generator/markdown/limits-again.ts";

const limits = { lineLength: 12, nesting: 3, columns: 3, marks: 4 };

const line = fc.constantFrom(
	...["", "", "", " ", "a", "a *b", "- a", "  - a", "1. - a", "> > a", "|a|b|"],
	...["|a|b|c|d|", "```", "~~~~", " ```", "---", "+++", "[a] <b", "_ _ _"],
	...["* a", "    a", "ab ab ab ab a", "# *a*", "\ta"],
);
const end = fc.constantFrom("\n", "\n", "\r\n", "\r");
const lines = fc
	.array(fc.tuple(line, end), { maxLength: 40 })
	.map((all) => all.flat().join(""));

/** Whatever was looked at before, the answer is that of the whole text. */
test("a text in pieces passes the limits that it passes as a whole", () => {
	const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), lines);
	fc.assert(
		fc.property(lines, fc.array(edit, { maxLength: 4 }), (text, edits) => {
			const last = {};
			let now = text;
			for (const [place, insert] of [[0, ""] as const, ...edits]) {
				const at = Math.floor(place * now.length);
				now = now.slice(0, at) + insert + now.slice(at);
				expect(passedLimitAgain(now, limits, last, 1)).toEqual(
					passedLimit(now, limits),
				);
			}
		}),
		{ numRuns: 1_000 },
	);
}, 60_000);

test("what kept to wider limits is looked at again", () => {
	const last = {};
	const text = "a *b *c\n\nd\n";
	expect(passedLimitAgain(text, limits, last, 1)).toBeUndefined();
	const narrow = { ...limits, marks: 1 };
	expect(passedLimitAgain(text, narrow, last, 1)?.found).toBe(2);
});

test("what looks like a fence in front matter is none", () => {
	const text = "---\n\n```\n*a *b *c *d *e\n```\n\n---\n";
	const wide = { ...limits, lineLength: 20 };
	expect(passedLimitAgain(text, wide, {}, 1)?.limit).toBe("marks");
});
