import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkModel } from "../../generator/model/check.ts";
import { parseModel } from "../../generator/model/parse.ts";
import { printModel } from "../../generator/model/print.ts";
import type { ApiModel } from "../../generator/model/types.ts";
import { readDocs } from "../../generator/pipeline.ts";
import { partRoleOf, partWords } from "../../generator/reading/part-words.ts";
import type { SourceText } from "../../generator/text/source.ts";
import { misplacedOrigins, uncovered } from "../models/reading.ts";

const folder = new URL("../../spec/", import.meta.url);
const spec: readonly SourceText[] = readdirSync(folder)
	.filter((file) => /\.(md|txt)$/.test(file))
	.map((file) => ({
		file,
		text: readFileSync(new URL(file, folder), "utf8"),
	}));

/** Whatever the documents, the model is sound, its places lie in them, and every line is accounted for. */
function expectSound(docs: readonly SourceText[]): ApiModel {
	const reading = readDocs(docs);
	const { model } = reading;
	expect(checkModel(model)).toEqual([]);
	expect(parseModel(printModel(model))).toEqual(model);
	expect(misplacedOrigins(reading, docs)).toEqual([]);
	// A document that passes a limit is an error as a whole, and none of it is read.
	const refused = reading.diagnostics
		.filter(({ code }) => code === "docs/limit")
		.map(({ span }) => span.file);
	const read = docs.filter(({ file }) => !refused.includes(file));
	expect(uncovered(reading, read)).toEqual([]);
	return model;
}

/** The model with the places taken out of it, which differ with line ends. */
function withoutOffsets(model: ApiModel): unknown {
	return JSON.parse(printModel(model), (key, value) =>
		key === "offset" ? undefined : value,
	);
}

test("the order of documents makes no difference", () => {
	const expected = readDocs(spec);
	fc.assert(
		fc.property(
			fc.shuffledSubarray([...spec], { minLength: spec.length }),
			(docs) => {
				expect(readDocs(docs)).toEqual(expected);
			},
		),
		{ numRuns: 6 },
	);
});

describe.each([
	["CRLF", "\r\n"],
	["CR", "\r"],
])("line ends of %s", (_, end) => {
	test("give the same model apart from offsets", () => {
		const docs = [...spec, ...awkward].map(({ file, text }) => {
			return { file, text: text.replaceAll("\n", end) };
		});
		expect(withoutOffsets(expectSound(docs))).toEqual(
			withoutOffsets(expectSound([...spec, ...awkward])),
		);
	});
});

test("a byte order mark makes no difference", () => {
	const plain = [...spec, ...awkward];
	const marked = plain.map(({ file, text }) => {
		return { file, text: `\ufeff${text}` };
	});
	const model = expectSound(marked);
	const facts = (one: ApiModel) =>
		JSON.parse(printModel(one), (key, value) =>
			key === "span" ? undefined : value,
		);
	expect(facts(model)).toEqual(facts(readDocs(plain).model));
});

/** What line ends have to do with: fences in lists and quotes, tabs, several paragraphs in a field. */
const awkward: readonly SourceText[] = [
	{
		file: "awkward.md",
		text: [
			"# Hives",
			"",
			"## Get a hive",
			"",
			"**GET** `/hives/{hive_id}`",
			"",
			"Two lines",
			"of words. Say `?deep=true` as a",
			"query parameter.",
			"",
			"- a list",
			"",
			"  ```json",
			'  { "in": "a list" }',
			"  ```",
			"",
			"### Responses",
			"",
			"#### 200 A hive",
			"",
			"```json",
			"{",
			'\t"id": "*string*",',
			"",
			'  "queen": { "age": "*integer*" }',
			"}",
			"```",
			"",
			"## List hives",
			"",
			"**get** `/hives`",
			"",
			"### Returns",
			"",
			"- `hives: array of object { id }`",
			"",
			"  Two paragraphs,",
			"  of two lines.",
			"",
			"  The second one.",
			"",
			"  - `id: string`",
			"",
			"### Example",
			"",
			"```sh",
			"curl https://hives.example/v1/hives \\",
			'  -H "Authorization: Bearer $HIVES_TOKEN"',
			"```",
			"",
			"#### Response",
			"",
			"```json",
			"{",
			'  "hives": []',
			"}",
			"```",
		].join("\n"),
	},
];

const scraps = spec.flatMap(({ text }) => text.split(/(?<=\n)/));

describe("random documents", () => {
	const markdownish = fc.string({
		unit: fc.constantFrom(
			..."#*`->{}[]()\"':|_~<!/\\?=&.\t ",
			..."abc120",
			"\n",
			"\r",
			"\r\n",
			"\n\n",
			"\u00e9",
			"\u2028",
			"\u{1f41d}",
			"**GET** `/a/{b}`",
			"\n\n```json\n",
			"\n```\n",
			"\n\n- `a: ",
			"\n### Returns\n\n",
			"\n#### 200 ",
			"\nGET/a/{b}\n",
			"\nParametersExpand Collapse\n",
		),
		maxLength: 400,
	});
	test("never throw, and every line is accounted for", () => {
		fc.assert(
			fc.property(markdownish, markdownish, (a, b) => {
				expectSound([
					{ file: "a.md", text: a },
					{ file: "b.txt", text: b },
				]);
			}),
			{ numRuns: 300, examples: [["**GET** `/a/{b}`\\\n#>", ""]] },
		);
	});

	test("scraps of real ones, cut and put together, are no worse", () => {
		const scrap = fc
			.tuple(fc.nat(scraps.length - 1), fc.integer({ min: 1, max: 30 }))
			.map(([at, length]) => scraps.slice(at, at + length).join(""));
		const cut = fc
			.tuple(fc.array(scrap, { maxLength: 8 }), fc.nat(3), fc.nat(3))
			.map(([all, front, back]) => {
				const text = all.join("");
				return text.slice(front, Math.max(front, text.length - back));
			});
		fc.assert(
			fc.property(cut, cut, (a, b) => {
				expectSound([
					{ file: "a.md", text: a },
					{ file: "b.txt", text: b },
				]);
			}),
			{ numRuns: 150 },
		);
	});
});

describe("long runs of one thing", () => {
	const run = fc.constantFrom(
		"curl -u ",
		"curl ",
		"`",
		"*",
		"[",
		"(",
		"<",
		"{",
		"| ",
		"A: ",
		"Token key ",
		'"Key ',
		"`key ",
		"?key=",
		"the ",
		"param ",
		"returns a ",
		"1. ",
		"a. ",
		"a.",
		"\t",
		"\n",
		"\n\n",
		"- ",
		"GET ",
		"GET /a ",
		"<b>",
		"<td>",
		"\u200d",
	);
	const place = fc.constantFrom(
		"\n\n",
		"\n\n```sh\n",
		"\n\n## Authentication\n\nThe token ",
		"\n\n### Parameters\n\n- `a` (string): ",
		'\n\n### Response\n\n```json\n{ "a": ',
		"\n\n| Name | Type |\n|---|---|\n| ",
	);
	test("are read like anything else, and every line is accounted for", () => {
		fc.assert(
			fc.property(place, run, run, (before, a, b) => {
				const text = `# Hives\n\n## Get a hive\n\n\`GET /a\`${before}${a.repeat(600)}${b.repeat(600)}`;
				expectSound([{ file: "a.md", text }]);
			}),
			{ numRuns: 60 },
		);
	});
});

describe("hostile names survive as data", () => {
	const name = fc.oneof(
		fc.constantFrom(
			"__proto__",
			"constructor",
			"toString",
			"hasOwnProperty",
			"*/",
			"*/ alert(1) /*",
			// biome-ignore lint/suspicious/noTemplateCurlyInString: it is hostile text
			"${process.exit()}",
			"\u202ereversed",
			"a\u200bb",
			"\u0085\u2028\u2029",
			"'\";--",
			"<script>x",
			"__proto__.polluted",
		),
		fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
	);

	test("as keys of a template", () => {
		fc.assert(
			fc.property(fc.uniqueArray(name, { maxLength: 5 }), (names) => {
				// A key in angle brackets by itself stands for all keys of a map.
				fc.pre(names.length !== 1 || !/^<.*>$/.test(names[0] ?? ""));
				const fields = names.map((one) => `${JSON.stringify(one)}: "*string*"`);
				const { operations } = expectSound([
					{
						file: "a.md",
						text: `**GET** \`/a\`\n\n### 200\n\n\`\`\`json\n{\n${fields.join(",\n")}\n}\n\`\`\`\n`,
					},
				]);
				const shape = operations[0]?.responses[0]?.shape;
				const found =
					shape?.kind === "object"
						? shape.properties.map((one) => one.name)
						: [];
				expect(found).toEqual(
					names.map((one) => one.replaceAll("\0", "\ufffd")),
				);
			}),
		);
	});

	test("as fields, titles and path parameters", () => {
		const line = name
			.map((one) => one.replace(/[\s`\0]+/g, ""))
			.filter((one) => one !== "");
		// Words that open a part of an operation, `call`, are the title of none.
		const title = line.filter(
			(one) => partRoleOf(partWords, one) === undefined,
		);
		const quotable = line.filter((one) => !/["\\]/.test(one));
		// In a path, these stand around names, or between them.
		const segment = line.filter(
			(one) => !/[{}()<>[\]/?#:*+$%|,;&.=!@~^\\]/.test(one),
		);
		fc.assert(
			fc.property(title, quotable, segment, (title, field, parameter) => {
				const text = [
					`# ${title}`,
					`## ${title}`,
					`**POST** \`/a/{${parameter}}/${parameter}\``,
					`About ${title}`,
					"### Body Parameters",
					`- \`"${field}": string\`\n\n  About ${title}`,
					"### Returns",
					`- \`"${field}": optional number\``,
				].join("\n\n");
				const { operations } = expectSound([{ file: "a.md", text }]);
				const [operation] = operations;
				expect(operation?.path.slice(1)).toEqual([
					{ kind: "parameter", name: parameter },
					{ kind: "literal", text: parameter },
				]);
				expect(operation?.body?.shape).toMatchObject({
					properties: [{ name: field, shape: { kind: "string" } }],
				});
				expect(operation?.responses[0]?.shape).toMatchObject({
					properties: [{ name: field, shape: { kind: "number" } }],
				});
			}),
		);
	});

	test("and nothing is changed in the prototype of objects", () => {
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect({}).not.toHaveProperty("polluted");
	});
});
