import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../generator/markdown/parse.ts";
import { parsePieces } from "../../generator/markdown/parse-pieces.ts";

/** The pieces of a text that are left to a parser; the tree has to be that of the whole. */
function piecesOf(text: string): readonly string[] {
	const pieces: string[] = [];
	const parse = (piece: string) => {
		pieces.push(piece);
		return whole(piece);
	};
	const tree = parsePieces(text, parse, 1);
	expect(tree).toEqual(whole(text));
	// What moves a node would move another with it.
	const points = pointsOf(tree);
	expect(new Set(points).size).toBe(points.length);
	return pieces;
}

function pointsOf(node: Nodes): readonly object[] {
	const inner = "children" in node ? node.children.flatMap(pointsOf) : [];
	return [...Object.values(node.position ?? {}), ...inner];
}

/** What a parser makes of a text of some length, which it is given as it is. */
function whole(text: string): Root {
	expect(text.length).toBeLessThan(0x2000);
	return parseMarkdown(text);
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
	["a definition in a quote", "[a]\n\nb\n\n> 1. [a]: /c\n", false],
	["a definition of two lines", "[a b\\]]\n\nb\n\n[a\nb\\]]: /c\n", false],
	["what is no definition", "*a*\n\nb\n\nc[d]: /e\n", true],
	["front matter without an end", "---\na\n\nb\n\nc\n", false],
	[
		"what looks like front matter, further down",
		"a\n\n---\nb\n---\n\nc\n",
		true,
	],
])("%s", (_, text, apart) => {
	expect(piecesOf(text)[0] !== text).toBe(apart);
});

test.each([
	["blank lines", " \n\t\r\n\r\n"],
	["empty fences", "```json\n```\n~~~~\r\n~~~~\n\n```\n```"],
	["headings", "# A\n###### B c\r\n## \\*d"],
	["paragraphs", "A b.\nC: (d) \\# - e!\n\nÉ"],
	[
		"what is folded",
		"<details open>\n<summary>A *b*</summary>\n\nC\n\n</details>",
	],
	["components", "<Tabs>\n\n<Tab>\n\nA\n\n</Tab>\n\n</Tabs>\n"],
])("%s are left to no parser", (_, text) => {
	expect(piecesOf(text)).toEqual([]);
});

test.each([
	...["a *b*", "a _b_", "a `b`", "a [b](c)", "a ![b](c)", "a <b>", "a &amp; b"],
	...[
		"a  \nb",
		"a\\\nb",
		"a ",
		"a\t",
		"a\0",
		"# a #",
		"# a\t",
		"a\n===",
		"a\n---",
	],
	...[
		"a\n- b",
		"a\n# b",
		"a|b\n-|-",
		"<pre>a\n</pre>",
		"```a b\n```",
		"```\n````",
	],
	...["``` \n```", "~~~&amp;\n~~~", "<b a>", "<!-- a -->", "1. a", "(a"],
])("%j is left to a parser", (text) => {
	expect(piecesOf(text)).toEqual([text]);
});

test("what begins as front matter does is parsed with the block in front of it", () => {
	expect(piecesOf("# a\n---\nb: c\n---\n")).toEqual(["# a\n---\nb: c\n---\n"]);
});

test("a text in pieces gives the tree of the whole", () => {
	const line = fc.constantFrom(
		...["", "", "", " ", "a", "# a", "- a", "1. a", "  a", "    a", "> a"],
		...["```", "````a", " ~~~", "~~~", "<div>", "</div>", "<!-- a", "-->"],
		...["<pre>", "</pre>", "<?a", "?>", "<!A", "|a|", "|-|", "---", "+++"],
		...[
			"===",
			"[a]",
			"[a]: /b",
			"> [a]: c",
			"- [a]:",
			"x[a]: /b",
			"[a",
			"a]: /b",
			"\ta",
			"*a",
			"a*",
			"`a",
			"\\",
			"<b",
			"c='",
		],
		...["## b c", "####### d", "# e #", "## ", "#\tf", "#### \\#g\\", "g h"],
		...[
			"k\\*l\\_",
			"\\[m",
			"n ",
			"o\tp",
			"é q",
			"1",
			"r&amp;s",
			"t  ",
			"##  u",
		],
		...["\ufeffv", "\0", "w\0", "\\x", "```js", "```", "~~~a-b", "```c d"],
		...[
			"<details>",
			"</DETAILS> ",
			"<Tab>",
			"</Tab>",
			"<Tab a>",
			"<h2 id='a'>",
		],
		...["<pre>", "</style>", "<br/>", "</td\t>", "<p\ty", "\t", "-", "+ y"],
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
