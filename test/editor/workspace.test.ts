import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openWorkspace } from "../../generator/editor/workspace.ts";
import { parseMarkdown } from "../../generator/markdown/parse.ts";
import { parseAgain } from "../../generator/markdown/parse-again.ts";
import {
	readApart,
	readDocs,
	readingTogether,
} from "../../generator/pipeline.ts";
import type { SourceText } from "../../generator/text/source.ts";
import { finish } from "../../generator/text/steps.ts";
import { hives } from "../report/docs.ts";

const folder = fileURLToPath(new URL("../../spec/", import.meta.url));

/** The sample's documents, and one with HTML, notes and front matter, which are read as plain Markdown. */
const documents: readonly SourceText[] = [
	...readdirSync(folder).map((name) => ({
		file: `spec/${name}`,
		text: readFileSync(join(folder, name), "utf8"),
	})),
	{
		file: "spec/wrapped.md",
		text: `---\ntitle: Hives\n---\n\n${hives}\n<table><tr><th>Name</th></tr><tr><td>a</td></tr></table>\n\n> [!NOTE]\n> GET /bees\n\n## List bees\n\n**GET** \`/bees\`\n\n<p>Bees.</p>\n`,
	},
];

/** Tables whose cells hold what may look like something else, blocks that begin behind blank lines, and types. */
const dense: SourceText = {
	file: "spec/dense.md",
	text: `# Trees

- a list

  | Name | Type |
  | --- | --- |
  | in it | string |

A paragraph.
# Types
## Tree

| Name | Type | About |
|------|:----:|-------|
| \`id\` | string | One \\| two |
| \`bark\` | [Bark](#bark) | \`a|b\` **c
| age | integer
|| |
no pipe | in front
  | \`leaf\` | array of Leaf | <b>x</b> |

    indented

Words
behind words.

~~~json
{ "id": "1" }

~~~

## Bark

| Name | Type |
| --- | --- |
| \`old\` | boolean |

# Calls

## Read

**GET** \`/trees/{id}\`

The response is a [tree](#tree-format), with a \`<ring>\` in it.

### Response 200

| Name | Type |
| --- | --- |
| \`tree\` | Tree |
| \`bark\` | Bark |

## Tree format

Its \`<ring>\` is of the following format:

\`\`\`json
{ "year": 1 }
\`\`\`
`,
};

/** So many of the shortest, for what is done again and again, and the dense one. */
const few = [
	dense,
	...documents.toSorted((a, b) => a.text.length - b.text.length).slice(0, 3),
];

/** What is typed: letters most of all, and whatever opens or closes something. */
const pieces = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom("x", " ", "\n", "e") },
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			...["|", "| z |", "\\", "string", "Bark", "(#bark)", "]"],
			...[
				"```\n",
				"~~~",
				"# a\n",
				"\n## GET /x\n",
				"- b\n",
				"    ",
				"> ",
				"---\n",
			],
			...[
				"| a | b |\n| --- | --- |\n",
				"<div>\n",
				"</div>\n",
				"<!--",
				"-->",
				"`",
			],
			...[
				"\n### Responses\n",
				"[a]: b\n",
				"\r\n",
				"\r",
				"===\n",
				"<script>",
				"1. ",
			],
			...["### Path Parameters\n\n- `a` (string): b\n", "**GET** `/y/{z}`\n"],
		),
	},
);

const edit = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	remove: fc.oneof(fc.constant(0), fc.nat(80)),
	insert: fc.oneof(pieces, fc.constant("")),
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, { at, remove, insert }: Edit): string {
	const from = Math.floor(at * text.length);
	return text.slice(0, from) + insert + text.slice(from + remove);
}

const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

describe("what is read again while somebody writes", () => {
	test("parses to the tree of the whole text", () => {
		fc.assert(
			fc.property(fc.constantFrom(...few), edits, ({ text }, all) => {
				const last = {};
				parseAgain(text, last);
				let now = text;
				for (const one of all) {
					now = edited(now, one);
					expect(parseAgain(now, last)).toEqual(parseMarkdown(now));
				}
			}),
			{ numRuns: 60 },
		);
	});

	test("says what a run over the same documents says", () => {
		const halves = { readApart, readingTogether };
		fc.assert(
			fc.property(fc.constantFrom(...few), edits, (document, all) => {
				const others = few.filter(({ file }) => file !== document.file);
				const workspace = openWorkspace(few, {}, halves);
				workspace.reading();
				let now = document;
				for (const one of all) {
					now = { file: now.file, text: edited(now.text, one) };
					workspace.put(now);
					workspace.toldSoFar(now.file);
					const fresh = readDocs([...others, now]);
					expect(workspace.reading()).toEqual(fresh);
					expect(workspace.toldSoFar(now.file)).toEqual(
						fresh.diagnostics.filter(({ span }) => span.file === now.file),
					);
				}
			}),
			{ numRuns: 20 },
		);
	}, 60_000);

	test("minds what the rest of the document says of all sections", () => {
		const text = (sentence: string) =>
			`# Queries\n\n${sentence}\n\n## Query\n\n**GET** \`/query\`\n\n**POST** \`/query\`\n\n### Query parameters\n\n- \`q\` (string): What to look for.\n`;
		const said =
			"You can send the parameters in the request body with the header application/x-www-form-urlencoded.";
		const file = "a.md";
		const halves = { readApart, readingTogether };
		const before = { file, text: text("Words.") };
		const workspace = openWorkspace([before], {}, halves);
		workspace.reading();
		const after = { file, text: text(said) };
		workspace.put(after);
		const fresh = readDocs([after]);
		expect(fresh.model.operations).not.toEqual(
			readDocs([before]).model.operations,
		);
		expect(fresh.model.operations.some(({ body }) => body)).toBe(true);
		expect(workspace.reading()).toEqual(fresh);
	});

	test("is the document that changed, and of that the sections around the change", () => {
		const [first, second] = documents as [SourceText, SourceText];
		let seen: string[] = [];
		const workspace = openWorkspace(
			documents,
			{},
			{
				readApart: (docs, options, { memory }) =>
					readApart(docs, options, {
						memory: memory && {
							...memory,
							keep(document, known) {
								seen.push(document.file);
								memory.keep(document, known);
							},
						},
					}),
				readingTogether,
			},
		);
		workspace.reading();
		expect(new Set(seen).size).toBe(documents.length);
		seen = [];
		const other = workspace.alone(second.file);
		workspace.put({ file: first.file, text: `${first.text}\nMore.\n` });
		workspace.reading();
		expect(seen).toEqual([first.file]);
		expect(workspace.alone(second.file)).toBe(other);
		seen = [];
		workspace.put({ file: first.file, text: `${first.text}\nMore.\n` });
		expect(workspace.reading()).toBe(workspace.reading());
		expect(seen).toEqual([]);
	});

	test("is not taken for what all say when a document changed between two steps", () => {
		const halves = { readApart, readingTogether };
		const workspace = openWorkspace(few, {}, halves);
		const steps = workspace.readingInSteps();
		for (const _ of [1, 2, 3]) steps.next();
		const { file, text } = dense;
		const now = { file, text: text.replace("/trees/{id}", "/trees/{ring}") };
		workspace.put(now);
		const before = finish(steps);
		const fresh = readDocs(few.map((one) => (one.file === file ? now : one)));
		expect(before).toEqual(readDocs(few));
		expect(workspace.reading()).toEqual(fresh);
	});

	test.each([
		[
			"the form of a placeholder",
			"goes as follows",
			"is of the following format",
		],
		["a type in brackets", "## Kind", "## Kind (object)"],
	])("minds %s, which a section asked for in vain before", (_, from, to) => {
		const text = `# API

## Read

**GET** \`/trees/{id}\`

### Query parameters

- kind (Kind): Which

### Response 200

\`\`\`json
{ "ring": <ring> }
\`\`\`

## Kind

- old (boolean): True for one of a hundred years

## Rings

Its \`<ring>\` goes as follows:

\`\`\`json
{ "year": 1 }
\`\`\`
`;
		const file = "a.md";
		const halves = { readApart, readingTogether };
		const workspace = openWorkspace([{ file, text }], {}, halves);
		const { operations } = workspace.reading().model;
		const now = { file, text: text.replace(from, to) };
		workspace.put(now);
		const fresh = readDocs([now]);
		expect(fresh.model.operations).not.toEqual(operations);
		expect(workspace.reading()).toEqual(fresh);
	});

	test("keeps what all documents tell together where it moved to", () => {
		const text = "# A\n\n**GET** `/a/{b}`\n\n**GET** `/c/{d}`\n";
		const halves = { readApart, readingTogether };
		const workspace = openWorkspace([{ file: "a.md", text }], {}, halves);
		workspace.reading();
		const places = () =>
			workspace
				.toldSoFar("a.md")
				.filter(({ code }) => code === "path/parameter-undocumented")
				.map(({ span }) => span.start.line);
		expect(places()).toEqual([3, 5]);
		workspace.put({ file: "a.md", text: `Words\n\n${text}` });
		expect(places()).toEqual([5, 7]);
		workspace.put({ file: "a.md", text: text.replace("{b}", "{bee}") });
		// What stands where something changed is not known before all are read together.
		expect(places()).toEqual([5]);
		workspace.reading();
		expect(places()).toEqual([3, 5]);
	});
});
