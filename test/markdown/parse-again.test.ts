import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../generator/markdown/parse.ts";
import { parseAgain } from "../../generator/markdown/parse-again.ts";

const line = fc.constantFrom(
	...["", "", "", " ", "   ", "a", "b c", "# a", "- a", "1. a", "  a", "    a"],
	...["> a", "```", "````a", " ~~~", "~~~", "<div>", "</div>", "<!-- a", "-->"],
	...["<pre>", "</pre>", "|a|", "| - |", "| a | b |", "| - | - |", "| c | d |"],
	...["a | b", "- | -", "---", "+++", "===", "[a]", "\ta", "*a", "a*", "`a"],
	...["\\", "<b", "<?", "?>", "| `x | y` |", "| [a](b) | **c** |"],
);

/** Line ends of one kind, as editors keep them. */
const text = fc
	.tuple(
		fc.array(fc.tuple(line, fc.boolean()), { minLength: 3, maxLength: 16 }),
		fc.constantFrom("\n", "\r\n", "\r"),
	)
	.map(([lines, end]) =>
		lines.map(([one, apart]) => one + end + (apart ? end : "")).join(""),
	);

const edit = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	remove: fc.nat(4),
	insert: fc.oneof(line, fc.constantFrom("", "x", "|", "\n", "-", "`", "\n\n")),
});

test("whatever blocks stand next to each other, the tree is that of the whole text", () => {
	const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(text, edits, (text, edits) => {
			const last = {};
			parseAgain(text, last);
			let now = text;
			for (const { at, remove, insert } of edits) {
				const from = Math.floor(at * now.length);
				now = now.slice(0, from) + insert + now.slice(from + remove);
				expect(parseAgain(now, last)).toEqual(parseMarkdown(now));
			}
		}),
		{ numRuns: 2_000 },
	);
}, 60_000);

test("a line end of two units is no blank line", () => {
	const text = "a\r\n\r\n# a\r\n\r\n| c | d |\r\n-->\r\n| - |\r\n";
	const now = text.replace("| - |", "||");
	const last = {};
	parseAgain(text, last);
	expect(parseAgain(now, last)).toEqual(parseMarkdown(now));
});

test.each([
	["that begins", "--\na: b\n---\n\n# a\n\nb\n", "--\na", "---\na"],
	["that is none then", "---\na: b\n---\n\n# a\n\nb\n", "---\na", "--\na"],
	[
		"whose end is further down then",
		"+++\na\n+++\n\nb\n\n+++\n",
		"a\n+++",
		"a\n++",
	],
])("front matter %s", (_, text, from, to) => {
	const now = text.replace(from, to);
	const last = {};
	parseAgain(text, last);
	expect(parseAgain(now, last)).toEqual(parseMarkdown(now));
});

test.each(["---", "+++"])(
	"a text that begins with %s and no front matter has lists and quotes",
	(mark) => {
		const { children } = parseMarkdown(`${mark}\n\n- a\n\n> b\n`);
		expect(children.slice(1).map(({ type }) => type)).toEqual([
			"list",
			"blockquote",
		]);
	},
);
