import { expect, test } from "vitest";
import * as pipeline from "../../generator/pipeline.ts";
import { folderWith, stateOf } from "../output/folder.ts";
import { docwright } from "./command.ts";

const good =
	"# Things\n\n## List things\n\n**GET** `/things`\n\nLists things.\n";

interface Case {
	readonly name: string;
	/** The document, as it is. */
	readonly text: string | Uint8Array;
	/** What is said, place included; the rest of the line is free. */
	readonly says: string;
	/** 1 for an error; 0 for a warning, which fails under `--strict`. */
	readonly status: 0 | 1;
}

const cases: readonly Case[] = [
	{
		name: "an empty file",
		text: "",
		says: "spec/a.md:1:1: error docs/nothing-read: ",
		status: 1,
	},
	{
		name: "docs without endpoints",
		text: "# Bees\n\nThey are busy.\n",
		says: "spec/a.md:1:1: error docs/nothing-read: ",
		status: 1,
	},
	{
		name: "a section that looks like an endpoint but cannot be read",
		text: `${good}\n## Move a thing\n\nMoves it.\n\n### Responses\n\n#### 200 OK\n`,
		says: "spec/a.md:9:1: warning endpoint/unread: ",
		status: 0,
	},
	{
		name: "broken JSON in a fence",
		text: `${good}\n### Responses\n\n#### 200 OK\n\n\`\`\`json\n{ "a": 1 "b" ]\n\`\`\`\n`,
		says: "spec/a.md:14:",
		status: 0,
	},
	{
		name: "the same operation twice in one document",
		text: `${good}\n## List them again\n\n**GET** \`/things\`\n`,
		says: "spec/a.md:11:1: warning endpoint/duplicate: GET /things is described twice",
		status: 0,
	},
	{
		name: "a path with an unbalanced brace",
		text: `${good}\n## Get a thing\n\n**GET** \`/things/{thing_id\`\n`,
		says: "spec/a.md:11:1: error path/unbalanced-brace: The path /things/{thing_id ",
		status: 1,
	},
	{
		name: "a document that is not UTF-8",
		text: Buffer.from("# Caf\xe9\n", "latin1"),
		says: "spec/a.md:1:6: error docs/not-utf8: ",
		status: 1,
	},
];

test.each(cases)("$name", async ({ text, says, status }) => {
	const cwd = folderWith({ "spec/a.md": text });
	const before = stateOf(cwd);
	const strict = await docwright({ cwd, pipeline }, "generate", "--strict");
	expect(strict).toMatchObject({ status: 1, stdout: "" });
	expect(strict.stderr).toContain(says);
	expect(strict.stderr).toContain("\n  help: ");
	expect(strict.stderr).toContain("Nothing was written");
	expect(strict.stderr).not.toMatch(/^\s+at /m);
	const mild = await docwright({ cwd, pipeline }, "generate", "--dry-run");
	expect(mild.status).toBe(status);
	expect(stateOf(cwd)).toEqual(before);
});

test("good docs say nothing of the kind", async () => {
	const cwd = folderWith({ "spec/a.md": good });
	const run = await docwright({ cwd, pipeline }, "generate", "--strict");
	expect(run.status).toBe(0);
	expect(run.stderr).toContain("1 operation, ");
});
