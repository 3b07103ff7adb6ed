import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPlain } from "../../generator/markdown/plain/plain.ts";
import { wrapperEnd } from "../../generator/markdown/wrapper-end.ts";
import { readDocs } from "../../generator/pipeline.ts";
import { openSource, textOf } from "../../generator/text/source.ts";
import { misplacedOrigins, uncovered } from "../models/reading.ts";

const endpoint = "# Docks\n\n## Get a dock\n\n`GET /docks/{dock}`\n\n";

function plain(text: string): string {
	return toPlain(openSource({ file: "in.md", text }))?.source.text ?? text;
}

const limits = { lineLength: 1e9, nesting: 1e9, columns: 1e9, marks: 1e9 };

/** Reads a document, and gives how long that took; places and books have to be sound. */
function read(text: string) {
	const docs = [{ file: "in.md", text }];
	const start = performance.now();
	// What goes too far is refused before it comes to this, unless somebody raised the limits.
	const reading = readDocs(docs, { limits });
	const took = performance.now() - start;
	expect(misplacedOrigins(reading, docs)).toEqual([]);
	expect(uncovered(reading, docs)).toEqual([]);
	return { ...reading, took };
}

describe("what stays as it is", () => {
	test.each([
		"`<b>GET</b>` and ``<code>`a`</code>``",
		"```html\n<table><tr><td>a</td></tr></table>\n```",
		"    <details>\n    code\n    </details>",
		"Send `{% raw %}` or {{ name }}, a <Placeholder> or <id>.",
		"import your keys from the vault\n\nexport them later",
		"<!-- <table><tr><td>old</td></tr></table> -->",
		"2 < 3 and a <- b, Map<String, Dock>",
		"| a | b |\n| --- | --- |\n| x<br>y | <id> |",
	])("%j", (text) => {
		expect(plain(`# Docks\n\n${text}\n`)).toBe(`# Docks\n\n${text}\n`);
	});
});

describe("what is taken off", () => {
	test.each([
		["<div>\n\nText\n\n</div>", "Text"],
		[
			"<b>Method:</b> GET<br>\n<b>URL:</b> /x",
			"**Method:** GET\\\n**URL:** /x",
		],
		["<code>&lt;id&gt;</code> is one", "`<id>` is one"],
		["<Note>Mind the gap.</Note>", "Mind the gap."],
		[":::tip Title\n\nText\n\n:::", "**Title**\n\nText"],
		["<h3>Errors</h3>", "### Errors"],
		["<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"],
		[
			'<Tabs>\n  <Tab title="Go">\n    Text\n  </Tab>\n</Tabs>',
			"**Go**\n\nText",
		],
	])("%j", (text, made) => {
		const lines = plain(`${text}\n`)
			.trim()
			.replace(wrapperEnd, "")
			.trim()
			.replace(/\n{2,}/g, "\n\n");
		expect(lines).toBe(made);
	});
});

test("every character that is kept leads back to itself", () => {
	const text = `${endpoint}<Note>\n  A **dock** floats.\n</Note>\n\n<p>It <b>holds</b> ships.</p>\n\nDone.\n`;
	const source = openSource({ file: "in.md", text });
	const made = toPlain(source);
	expect(made).toBeDefined();
	if (made === undefined) return;
	for (const word of ["A **dock** floats.", "Done.", "`GET /docks/{dock}`"]) {
		const start = made.source.text.indexOf(word);
		const line = made.source.lines.find(({ text: one }) => one === word);
		expect(start).toBeGreaterThanOrEqual(0);
		expect(line && textOf(source, made.back(line.span))).toBe(word);
	}
});

describe("hostile documents end soon, and nothing is lost without a word", () => {
	const many = 10_000;
	test.each([
		["deep elements", "<div>".repeat(many)],
		["deep elements on lines", "<div>\n".repeat(many)],
		["deep components", "<Box>\n".repeat(many) + "</Box>\n".repeat(many)],
		["components that nothing closes", '<Box a="b">\n'.repeat(many)],
		["closing tags alone", "</div>\n".repeat(many)],
		["tables that nothing closes", "<table><tr><td>\n".repeat(many)],
		[
			"tables in tables",
			`${"<table><tr><td>".repeat(2000)}x${"</td></tr></table>".repeat(2000)}`,
		],
		["half a tag", "<a ".repeat(many)],
		["half an attribute", `<Box a="${"x".repeat(many)}`],
		["braces", `<Box a=${"{".repeat(many)}`],
		["shortcodes", "{% if a %}\n".repeat(many)],
		["half a shortcode", "{% ".repeat(many)],
		["code that nothing closes", "{% highlight json %}\n".repeat(many)],
		["notes in notes", ":::note\n".repeat(many)],
		[
			"notes that are set in",
			Array.from(
				{ length: 200 },
				(_, at) => `${" ".repeat(at * 4)}!!! note\n`,
			).join("\n"),
		],
		["formatting", `<p>${"<b><i>".repeat(many)}x</p>`],
		["formatting in a line", `${"<b><i>".repeat(many)}x`],
		["comments", "<!-- ".repeat(many)],
		["entities", `<p>${"&lt;&amp;&#x110000;".repeat(many)}</p>`],
		["fields in fields", '<Field name="a" type="object">\n'.repeat(300)],
		["modules", "export const a = 1\n".repeat(many)],
	])(
		"%s",
		(_, text) => {
			const { took, model } = read(`${endpoint}${text}\n`);
			expect(model.operations.map(({ id }) => id)).toContain(
				"GET /docks/{dock}",
			);
			expect(took).toBeLessThan(30_000);
		},
		60_000,
	);
});

test("scripts are told, and nothing of them is in the model", () => {
	const { diagnostics, model } = read(
		`${endpoint}<script>alert("GET /ships")</script>\n\n<style>a { b: c }</style>\n`,
	);
	expect(
		diagnostics.filter(({ code }) => code === "block/unread"),
	).toHaveLength(2);
	expect(JSON.stringify(model)).not.toContain("alert");
});

test("any mixture of marks is read, with sound places and books", () => {
	const piece = fc.constantFrom(
		"<table>",
		"</table>",
		"<tr>",
		"<td>",
		"</td>",
		"<th>a</th>",
		"<p>",
		"</p>",
		"<details>",
		"</details>",
		"<summary>",
		"</summary>",
		'<Tab title="x">',
		"</Tab>",
		'<Field name="a" type="string">',
		"</Field>",
		'<Field name="b" type="integer" required />',
		"{% tab %}",
		"{% endtab %}",
		'{{< a method="GET" path="/a" >}}',
		":::note",
		":::",
		"!!! tip",
		"> [!NOTE]",
		"> x",
		"```",
		"~~~",
		"- a",
		"  ",
		"    ",
		"\n",
		"\n\n",
		"`",
		"|",
		"text",
		"# Title",
		"<b>",
		"</b>",
		"<code>",
		"</code>",
		"<br>",
		"<!--",
		"-->",
		"{/*",
		"*/}",
		'import a from "b"',
		"<ul>",
		"<li>",
		"</ul>",
		"<dl>",
		"<dt>",
		"<dd>",
		"</dl>",
		"<pre>",
		"</pre>",
		"<h2>",
		"</h2>",
		"&lt;",
		"`GET /b`",
		"\r\n",
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
			read(`${endpoint}${pieces.join("")}`);
		}),
		{ numRuns: 150 },
	);
}, 120_000);
