import { expect, test } from "vitest";
import { fixturesEmitter } from "../generator/emitters/fixtures.ts";
import { modelJsonEmitter } from "../generator/emitters/model-json.ts";
import { openApiEmitter } from "../generator/emitters/openapi/index.ts";
import {
	emitFiles,
	type Known,
	type Memory,
	readDocs,
} from "../generator/pipeline.ts";
import { sample } from "./models/sample.ts";

test("a secret in an example is in no output, and is reported once, where it stands", () => {
	const { files, diagnostics } = emitFiles({ model: sample, silences: [] }, [
		fixturesEmitter(),
		modelJsonEmitter(),
		openApiEmitter(),
	]);
	const text = files.map((file) => file.text).join("");
	expect(JSON.stringify(sample)).toContain("Vb2nQ8xLrT5wYk1ZpD9hGs4JmC7fXe3A");
	expect(text).not.toContain("Vb2nQ8xLrT5wYk1ZpD9hGs4JmC7fXe3A");
	expect(text).toContain('"psk": "EXAMPLE_SECRET_EXAMPLE_SECRET_EX"');
	expect(diagnostics).toMatchObject([
		{
			code: "sample/secret",
			severity: "warning",
			message: expect.stringContaining("psk"),
			span: { file: "docs/apiary.md", start: { line: 87 } },
		},
	]);
});

test("files come sorted by path, whatever the order of the emitters", () => {
	const paths = emitFiles({ model: sample, silences: [] }, [
		openApiEmitter(),
		fixturesEmitter(),
	]).files.map(({ path }) => path);
	expect(paths).toEqual([...paths].sort());
	expect(paths).toContain("openapi.json");
});

const docs = `# Books

## Get a book

<!-- docwright-ignore path/parameter-undocumented -->

**GET** \`/books/{book_id}\`

### Responses

#### 200 A book

\`\`\`json
null
\`\`\`

## Buy a book

**POST** \`/shops/{shop_id}/books\`
`;

test("a comment silences what it names in its section, and nothing else", () => {
	const codes = (text: string) =>
		readDocs([{ file: "books.md", text }]).diagnostics.map(
			({ code, span }) => `${span.start.line} ${code}`,
		);
	expect(codes(docs)).toEqual([
		"11 shape/undocumented",
		"19 path/parameter-undocumented",
		"19 shape/undocumented",
	]);
	expect(codes(docs.replace(/<!--.*-->/, "<!-- hm -->"))).toEqual([
		"7 path/parameter-undocumented",
		...codes(docs),
	]);
	expect(
		codes(docs.replace(" path/parameter-undocumented -->", "-->")),
	).toEqual(["19 path/parameter-undocumented", "19 shape/undocumented"]);
});

test("an error cannot be silenced", () => {
	const text = docs
		.replace("{book_id}", "{book_id")
		.replace(" path/parameter-undocumented -->", "-->");
	const { diagnostics } = readDocs([{ file: "books.md", text }]);
	expect(diagnostics.map(({ code }) => code)).toContain(
		"path/unbalanced-brace",
	);
});

test("a document that takes too long is refused, and the others are read", () => {
	const slow = {
		file: "slow.md",
		text: `# Slow\n\n${"## A\n\n`GET /a`\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n".repeat(4_000)}`,
	};
	const quick = { file: "quick.md", text: "# Quick\n\n`GET /b`\n" };
	const { model, diagnostics, coverage } = readDocs([slow, quick], {
		limits: { seconds: 0.02 },
	});
	expect(model.operations.map(({ id }) => id)).toEqual(["GET /b"]);
	expect(
		diagnostics.map(({ code, message, span }) => [code, message, span.file]),
	).toEqual([
		["shape/undocumented", expect.any(String), "quick.md"],
		[
			"docs/limit",
			"Too many seconds of reading: 0.02 or more, and the limit is 0.02",
			"slow.md",
		],
	]);
	expect(coverage.map(({ file }) => file)).toEqual(["quick.md", "slow.md"]);
});

test("a path has a limit, and the operations beside it are read", () => {
	const longest = `/${"a/".repeat(199)}b`;
	const text = `# Maps\n\n## One\n\n\`GET ${longest}\`\n\n## Two\n\n\`GET ${longest}/c\`\n`;
	const { model, diagnostics } = readDocs([{ file: "maps.md", text }]);
	expect(model.operations.map(({ id }) => id)).toEqual([`GET ${longest}`]);
	const [found] = diagnostics.filter(({ code }) => code === "path/too-long");
	expect(found?.message).toBe(
		"The path has 201 segments, and 200 is the limit",
	);
	expect(found?.span.start.line).toBe(9);
});

test("a base URL of the config is that of every operation", () => {
	const text =
		"# Maps\n\nBase URL: `https://api.maps.test`\n\n## Upload\n\n`POST https://files.maps.test/maps`\n";
	const docs = [{ file: "maps.md", text }];
	const told = readDocs(docs);
	expect(told.model.operations[0]?.servers?.map(({ url }) => url)).toEqual([
		"https://files.maps.test",
	]);
	expect(told.diagnostics.map(({ code }) => code)).toContain(
		"server/elsewhere",
	);
	const wished = readDocs(docs, { baseURL: "https://own.test/v1/" });
	expect(wished.model.servers.map(({ url }) => url)).toEqual([
		"https://own.test/v1",
	]);
	expect(wished.model.operations[0]).not.toHaveProperty("servers");
	expect(wished.diagnostics.map(({ code }) => code)).not.toContain(
		"server/elsewhere",
	);
});

test("a document that is known is held to limits again only where they are narrower", () => {
	const kept = new Map<string, Known>();
	const memory: Memory = {
		recall: ({ file }) => kept.get(file),
		keep: ({ file }, known) => kept.set(file, known),
	};
	const codes = (text: string, nesting?: number) =>
		readDocs(
			[{ file: "books.md", text }],
			{ limits: { nesting } },
			{ memory },
		).diagnostics.map(({ code }) => code);
	const first = codes(docs);
	expect(first).not.toContain("docs/limit");
	// Memory answers for another text here, so that a scan shows.
	const deep = `${"> ".repeat(101)}deep`;
	expect(codes(deep)).toEqual(first);
	expect(codes(deep, 1_000)).toEqual(first);
	expect(codes(deep, 99)).toContain("docs/limit");
});
