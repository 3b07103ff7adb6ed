import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../generator/markdown/parse.ts";
import { parsePieces } from "../../generator/markdown/parse-pieces.ts";

/** How many pieces a text is parsed in; the tree has to be that of the whole. */
function piecesOf(text: string): number {
	let pieces = 0;
	const parse = (piece: string) => {
		pieces++;
		return parseMarkdown(piece);
	};
	expect(parsePieces(text, parse, 1)).toEqual(parseMarkdown(text));
	return pieces;
}

const closed = "> a\n\nb\n\n# c\n\n<b>d</b>\n\ne\n";

test.each([
	["paragraphs, quotes and headings", closed, true],
	["line ends of the old Mac", closed.replaceAll("\n", "\r"), true],
	["a fence with an end", "```a\n\n```\n\nb\n\n~~~\n~~~\n\nc\n", true],
	["a fence without an end", `~~~\n\n${closed}`, true],
	["a fence with a shorter one in it", "````\n\n```\n\nb\n\n````\n\nc\n", true],
	["a fence that an item of a list ends", "- ```\n\nb\n\nc\n", true],
	["a comment", `<!-- a\n\nb\n\n-->\n\nc\n\nd\n`, true],
	["a script", `<script>\n\nb\n\nc\n\nd\n`, true],
	["an item that goes on", "- a\n\n  b\n\n- c\n\nd\n", true],
	["code that goes on", "    a\n\n    b\n\nc\n", true],
	["a definition further down", "[a]\n\nb\n\n[a]: /c\n", false],
	["front matter without an end", "---\na\n\nb\n\nc\n", false],
	[
		"what looks like front matter, further down",
		"a\n\n---\nb\n---\n\nc\n",
		true,
	],
])("%s", (_, text, apart) => {
	expect(piecesOf(text) > 1).toBe(apart);
});

test("a text in pieces gives the tree of the whole", () => {
	const line = fc.constantFrom(
		...["", "", "", " ", "a", "# a", "- a", "1. a", "  a", "    a", "> a"],
		...["```", "````a", " ~~~", "~~~", "<div>", "</div>", "<!-- a", "-->"],
		...["<pre>", "</pre>", "<?a", "?>", "<!A", "|a|", "|-|", "---", "+++"],
		...["===", "[a]", "[a]: /b", "\ta", "*a", "a*", "`a", "\\", "<b", "c='"],
	);
	const end = fc.constantFrom("\n", "\n", "\r\n", "\r");
	const text = fc
		.array(fc.tuple(line, end), { maxLength: 40 })
		.map((lines) => lines.flat().join(""));
	fc.assert(
		fc.property(text, (text) => void piecesOf(text)),
		{ numRuns: 2_000 },
	);
}, 60_000);

test("a piece may be of very many blocks", () => {
	const text = `${"a\n\n".repeat(3_000)}${"# b\n".repeat(150_000)}`;
	expect(parseMarkdown(text).children).toHaveLength(153_000);
}, 60_000);
