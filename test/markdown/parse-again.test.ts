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

/** What is parsed again after a change is the tree of the whole text. */
function expectWhole(text: string, now: string): void {
	const last = {};
	parseAgain(text, last);
	expect(now).not.toBe(text);
	expect(parseAgain(now, last)).toEqual(parseMarkdown(now));
}

test.each([
	[
		"a link's address below",
		"# A\n\n[x] is [y][z].\n\n## B\n\nWords.\n\n## C\n\n",
		"[x]: https://a.example\n",
	],
	[
		"the end of front matter",
		"---\ntitle: a\n\n# A\n\nWords.\n\n## B\n\n",
		"---\n",
	],
])("minds %s", (_, text, added) => {
	expectWhole(text, text + added);
});

const rows = "| a | b |\n| - | - |\n| c | d |\n1 e | f\n| g | h |\n";
test.each([
	["a line end in a row", rows, "c |", "c\n\n|"],
	["a row that is an item then", rows, "1 e", "1. e"],
	["a row with one more cell", rows, "c |", "c | x |"],
	["a pipe that is escaped then", rows, "c |", "c \\|"],
	["a blank line that is gone", "a\n\nb\n\nc\n\nd\n", "b\n\nc", "b\nc"],
	["an item that takes the next in", "- a\n\nb\n\n  c\n", "\n\nb", "\n\n  b"],
	["a fence that opens", "a\n\nb\n\nc\n\n~~~\nd\n~~~\n", "b", "~~~"],
	["a definition", "[a]\n\nb\n\n[a]: c\n\nd\n", "b", "bb"],
	["a definition that comes", "[a]\n\nb\n\n[a]\n\nd\n", "b", "[a]: b"],
	[
		"front matter whose end is gone",
		"---\na: b\n---\n\n> c\n> d\n\ne\n",
		"b\n---",
		"b\n--",
	],
])("minds %s", (_, text, from, to) => {
	expectWhole(text, text.replace(from, to));
});

test("a line end of two units is no blank line", () => {
	const text = "a\r\n\r\n# a\r\n\r\n| c | d |\r\n-->\r\n| - |\r\n";
	expectWhole(text, text.replace("| - |", "||"));
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
	expectWhole(text, text.replace(from, to));
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
