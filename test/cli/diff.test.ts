import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { printModel } from "../../generator/model/print.ts";
import { readDocs } from "../../generator/pipeline.ts";
import { folderWith, stateOf, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const bin = fileURLToPath(
	new URL("../../generator/cli/docwright.mjs", import.meta.url),
);

/** Runs the command as a user does. */
function run(cwd: string, ...args: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[bin, ...args],
		{ cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
	);
	return { status, stdout, stderr };
}

/** The same in this process, with docs that are really read. */
function runHere(cwd: string, ...args: readonly string[]) {
	return docwright({ cwd, pipeline: { readDocs } }, ...args);
}

const docs = `# Apiary

## List hives

**GET** \`/hives\`

### Query parameters

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| page | integer | no | Which page |
| kind | string | no | One of \`wood\`, \`straw\` |

## Burn a hive

**DELETE** \`/hives/{hive_id}\`
`;

const edited = docs
	.replace("| page | integer | no |", "| page | integer | yes |")
	.replace("Burn a hive", "Remove a hive")
	.concat("\n## Read a hive\n\n**GET** `/hives/{hive_id}`\n");

/** A repository whose first commit has the docs, and in which they were edited since. */
function repository(): string {
	const cwd = folderWith({ "spec/hives.md": docs });
	const git = (...args: readonly string[]) =>
		execFileSync(
			"git",
			["-c", "user.name=x", "-c", "user.email=x@y", ...args],
			{
				cwd,
			},
		);
	git("init", "-q");
	git("add", "-A");
	git("commit", "-qm", "Add docs");
	write(cwd, { "spec/hives.md": edited });
	return cwd;
}

const printed = `breaking \`GET /hives\`: query parameter \`page\` is required now [parameter-required]
  before HEAD:spec/hives.md:11:1: optional
  after  spec/hives.md:11:1: required

addition \`GET /hives/{hive_id}\` is new [operation-added]
  after  spec/hives.md:20:1: \`client.hives.get()\`

wording \`DELETE /hives/{hive_id}\` is worded otherwise [summary-changed]
  before HEAD:spec/hives.md:14:1: \`Burn a hive\`
  after  spec/hives.md:14:1: \`Remove a hive\`

1 breaking change, 1 addition and 1 change of wording
`;

test("says what changed since a revision, and writes nothing", () => {
	const cwd = repository();
	const before = stateOf(join(cwd, "spec"));
	const done = run(cwd, "diff", "HEAD:spec");
	expect(done).toEqual({ status: 0, stdout: printed, stderr: "" });
	expect(stateOf(join(cwd, "spec"))).toEqual(before);
});

test.each([
	["breaking", "spec", 1],
	["addition", "more", 1],
	["addition", "less", 1],
	["breaking", "more", 0],
	["any", "words", 1],
	["addition", "words", 0],
	["any", "same", 0],
])("--fail-on %s on %s exits with %i", async (impact, now, status) => {
	const cwd = folderWith({
		"old/hives.md": docs,
		"same/hives.md": docs,
		"spec/hives.md": edited,
		"more/hives.md": `${docs}\n## Read a hive\n\n**GET** \`/hives/{hive_id}\`\n`,
		"less/hives.md": docs.replace("| integer | no |", "| integer | yes |"),
		"words/hives.md": docs.replace("Burn", "Remove"),
	});
	const done = await runHere(cwd, "diff", "old", now, "--fail-on", impact);
	expect(done.status).toBe(status);
	expect(done.stderr === "").toBe(status === 0);
});

test("takes a model.json on either side, and the docs of the config for the second", async () => {
	const { model } = readDocs([{ file: "spec/hives.md", text: docs }]);
	const cwd = folderWith({
		"old.json": printModel(model),
		"docs/hives.md": edited,
		"docwright.config.json": '{"docs": "docs"}',
	});
	const done = await runHere(cwd, "diff", "old.json");
	expect(done.status).toBe(0);
	expect(done.stdout).toContain("before spec/hives.md:11:1: optional");
	expect(done.stdout).toContain("after  docs/hives.md:11:1: required");
	const back = await runHere(cwd, "diff", "docs", "old.json");
	expect(back.stdout).toContain("addition `GET /hives`: query parameter");
	expect(back.stdout).toContain("breaking `GET /hives/{hive_id}` was removed");
});

test("a rename of what the old docs do not have is no fault of theirs", async () => {
	const cwd = repository();
	write(cwd, {
		"docwright.config.json":
			'{"rename": {"operations": {"GET /hives/{hive_id}": "hives.fetch"}}}',
	});
	const done = await runHere(cwd, "diff", "HEAD:spec");
	expect(done.status).toBe(0);
	expect(done.stdout).toContain("client.hives.fetch()");
});

test("a folder below the top of a repository has its own names and paths", async () => {
	const cwd = repository();
	write(cwd, { "spec/docwright.config.json": '{"docs": "."}' });
	const inside = join(cwd, "spec");
	for (const old of ["HEAD:spec", "HEAD:./", "HEAD:../spec", "HEAD:."]) {
		const done = await runHere(inside, "diff", old);
		expect(done.stdout).toContain("before HEAD:spec/hives.md:11:1: optional");
		expect(done.stdout).toContain("after  hives.md:11:1: required");
	}
});

test.each([
	[["--", "-p:spec"], 2, "git knows no revision -p"],
	[["--", "--all:spec"], 2, "git knows no revision --all"],
	[["HEAD~9:spec"], 2, "git knows no revision HEAD~9"],
	[["HEAD:nowhere"], 2, "HEAD has no documents at nowhere"],
	[["HEAD:../../etc"], 2, "HEAD has no documents at ../../etc"],
	[["broken.json"], 2, "broken.json: This is not a model: it is not JSON"],
	[["nowhere"], 1, "No documents match nowhere"],
	[["spec", "spec", "--format", "html"], 2, "Allowed choices are"],
	[["spec", "spec", "--fail-on", "all"], 2, "Allowed choices are"],
	[[], 2, "missing required argument"],
])("docwright diff %j exits with %i", async (args, status, advice) => {
	const cwd = repository();
	write(cwd, { "broken.json": "{" });
	const done = await runHere(cwd, "diff", ...args);
	expect({ ...done, stderr: "" }).toEqual({ status, stdout: "", stderr: "" });
	expect(done.stderr).toContain(advice);
});

test("a revision without a repository, or without git, is an error that says so", () => {
	const cwd = folderWith({ "spec/hives.md": docs });
	const outside = run(cwd, "diff", "HEAD:spec");
	expect(outside.status).toBe(2);
	expect(outside.stderr).toContain("This folder is in no git repository");
	const { status, stderr } = spawnSync(process.execPath, [bin, "diff", "a:b"], {
		cwd,
		encoding: "utf8",
		env: { ...process.env, PATH: cwd },
	});
	expect(status).toBe(2);
	expect(stderr).toContain("A revision needs git, and there is none");
});

test("git is given no revision that it would take for an option", () => {
	const cwd = repository();
	const real = execFileSync("sh", ["-c", "command -v git"], {
		encoding: "utf8",
	}).trim();
	const script = `#!/bin/sh\necho "$@" >> "${cwd}/asked"\nexec "${real}" "$@"\n`;
	write(cwd, { "bin/git": script });
	chmodSync(join(cwd, "bin/git"), 0o755);
	const { PATH = "" } = process.env as { readonly PATH?: string };
	const env = {
		...process.env,
		PATH: `${join(cwd, "bin")}${delimiter}${PATH}`,
	};
	const args = [bin, "diff", "--", "--output=x:spec"];
	expect(spawnSync(process.execPath, args, { cwd, env }).status).toBe(2);
	const asked = readFileSync(join(cwd, "asked"), "utf8");
	expect(asked).toContain("--show-toplevel");
	expect(asked).not.toContain("--output");
});

test("what looks like a secret in an example is not repeated", async () => {
	const shown = (secret: string) =>
		`${docs}\n### Response 200\n\n\`\`\`json\n{"note": "${secret}"}\n\`\`\`\n`;
	const secrets = ["51HxYz0123456789", "51HxYz9876543210"];
	const [old = "", now = ""] = secrets.map((secret) =>
		shown(`sk_live${`_${secret}`} ${secret.length}`),
	);
	const cwd = folderWith({
		"old/a.md": old,
		"new/a.md": now.replace("16", "more"),
	});
	for (const format of ["text", "markdown", "json"]) {
		const done = await runHere(cwd, "diff", "old", "new", "--format", format);
		expect(done.stdout).toContain("example");
		for (const secret of secrets) expect(done.stdout).not.toContain(secret);
	}
});

test("what git cannot read is an error in its own words", async () => {
	const cwd = repository();
	const blob = execFileSync("git", ["rev-parse", "HEAD:spec/hives.md"], {
		cwd,
		encoding: "utf8",
	}).trim();
	rmSync(join(cwd, ".git/objects", blob.slice(0, 2), blob.slice(2)), {
		force: true,
	});
	const done = await runHere(cwd, "diff", "HEAD:spec");
	expect(done).toMatchObject({ status: 2, stdout: "" });
	expect(done.stderr).toContain(blob.slice(0, 7));
});

test("a config that lies in the docs that are compared runs nothing", async () => {
	const cwd = folderWith({
		"a.md": docs,
		"new/a.md": edited,
		"docwright.config.mjs": "throw new Error('it ran');",
	});
	const done = await runHere(cwd, "diff", ".", "new");
	expect(done.stderr).toContain("docwright.config.mjs was not loaded");
	expect(done.status).toBe(0);
});

test("docs with errors are compared with nothing", async () => {
	const cwd = folderWith({ "old/a.md": "\0", "new/a.md": docs });
	const done = await runHere(cwd, "diff", "old", "new");
	expect(done).toMatchObject({ status: 1, stdout: "" });
	expect(done.stderr).toContain("error docs/nul");
});

test("as JSON, with all operations and places", async () => {
	const cwd = repository();
	const done = await runHere(cwd, "diff", "HEAD:spec", "--json");
	const { changes, ...rest } = JSON.parse(done.stdout);
	expect(rest).toEqual({ exitCode: 0, before: "HEAD:spec", after: "the docs" });
	expect(changes[0]).toMatchObject({
		rule: "parameter-required",
		impact: "breaking",
		message: "`GET /hives`: query parameter `page` is required now",
		before: "optional",
		after: "required",
		operations: [{ id: "GET /hives", method: "hives.list" }],
		places: [
			{
				before: { file: "spec/hives.md", start: { line: 11 } },
				after: { file: "spec/hives.md", start: { line: 11 } },
			},
		],
	});
	expect(changes).toHaveLength(3);
});

test("as Markdown for a comment, breaking changes first", async () => {
	const cwd = repository();
	const done = await runHere(cwd, "diff", "HEAD:spec", "--format", "markdown");
	expect(
		done.stdout,
	).toBe(`## API: 1 breaking change, 1 addition and 1 change of wording

### Breaking (1)

| Change | Before | After | Docs |
| --- | --- | --- | --- |
| \`GET /hives\`: query parameter \`page\` is required now | optional | required | \`spec/hives.md:11\` |

### Additions (1)

| Change | Before | After | Docs |
| --- | --- | --- | --- |
| \`GET /hives/{hive_id}\` is new |  | \`client.hives.get()\` | \`spec/hives.md:20\` |

<details>
<summary>Wording (1)</summary>

| Change | Before | After | Docs |
| --- | --- | --- | --- |
| \`DELETE /hives/{hive_id}\` is worded otherwise | \`Burn a hive\` | \`Remove a hive\` | \`spec/hives.md:14\` |

</details>
`);
});

test("text of the docs stays text, on a terminal and in a comment", async () => {
	const hostile = "@team <img src=x> | `tick` \u202e\x1b[2J";
	const cwd = folderWith({
		"old/a.md": docs,
		"new/a.md": docs.replace("Burn a hive", `Burn ${hostile}`),
	});
	const plain = await runHere(cwd, "diff", "old", "new");
	expect(plain.stdout).toContain("\\u202e\\x1b[2J");
	expect(plain.stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
	const comment = await runHere(
		cwd,
		...["diff", "old", "new", "--format", "markdown"],
	);
	const row = comment.stdout.split("\n").find((line) => line.includes("@team"));
	expect(row).toMatch(/\| ``+ ?Burn @team <img src=x> \\\| `tick` [^|]*``+ \|/);
	expect(comment.stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
});

test("a comment that is too long for its place says how much is left", async () => {
	const letters = [..."abcdefghij"];
	const words = letters.flatMap((a) =>
		letters.flatMap((b) => letters.map((c) => `x${a}${b}${c}`)),
	);
	const many = words.map(
		(word) => `## Do ${word}\n\n**POST** \`/things/${word}\`\n\n`,
	);
	const cwd = folderWith({
		"old/a.md": "# Things\n\n## List\n\n**GET** `/things`\n",
		"new/a.md": `# Things\n\n## List\n\n**GET** \`/things\`\n\n${many.join("")}`,
	});
	const { stdout } = await runHere(
		cwd,
		...["diff", "old", "new", "--format", "markdown"],
	);
	expect(stdout.length).toBeLessThan(65_536);
	expect(stdout).toMatch(/^\d+ more: `docwright diff` prints all of them\.$/m);
}, 60_000);
