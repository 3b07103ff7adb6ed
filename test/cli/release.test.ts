import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
	bumpFor,
	nextVersion,
	versionTags,
} from "../../generator/cli/next-version.ts";
import type { Change } from "../../generator/model/diff/change.ts";
import { printModel } from "../../generator/model/print.ts";
import { readDocs } from "../../generator/pipeline.ts";
import { folderWith, stateOf, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const bin = fileURLToPath(
	new URL("../../generator/cli/docwright.mjs", import.meta.url),
);

const docs = `# Apiary

## List hives

**GET** \`/hives\`

### Query parameters

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| page | integer | no | Which page |
`;

const added = `${docs}\n## Read a hive\n\n**GET** \`/hives/{hive_id}\`\n`;
const broken = docs.replace("| integer | no |", "| boolean | yes |");
const worded = docs.replace("Which page", "Which page of all");

const config = `export default {
	docs: "spec",
	package: { name: "@acme/hives", version: "1.0.0" },
};
`;

function git(cwd: string, ...args: readonly string[]): void {
	const who = ["-c", "user.name=x", "-c", "user.email=x@y"];
	execFileSync("git", [...who, ...args], { cwd, stdio: "ignore" });
}

/** What `docwright generate` leaves of docs, as far as a release looks at it. */
function packageOf(text: string, version: string) {
	const { model } = readDocs([{ file: "spec/hives.md", text }]);
	return {
		"generated/model.json": printModel(model),
		"generated/package.json": JSON.stringify({ version }),
	};
}

/** A repository that has version 1.0.0 in its first commit, under a tag. */
function repository(files: Readonly<Record<string, string>> = {}): string {
	const cwd = folderWith({
		"spec/hives.md": docs,
		"docwright.config.ts": config,
		...packageOf(docs, "1.0.0"),
		...files,
	});
	git(cwd, "init", "-q");
	git(cwd, "add", "-A");
	git(cwd, "commit", "-qm", "Release 1.0.0");
	git(cwd, "tag", "v1.0.0");
	return cwd;
}

function release(cwd: string, ...args: readonly string[]) {
	return docwright({ cwd, pipeline: { readDocs } }, "release", ...args);
}

function read(cwd: string, path: string): string {
	return readFileSync(join(cwd, path), "utf8");
}

/** What a release leaves alone. */
function untouched(cwd: string) {
	const { ".git": _, ...state } = stateOf(cwd);
	return Object.fromEntries(
		Object.entries(state).filter(([path]) => !path.startsWith(".git")),
	);
}

const entry = `## 2.0.0

### Breaking

- \`client.hives.list()\`: query parameter \`page\` is required now.
- \`client.hives.list()\`: query parameter \`page\` has another type: \`integer\` → \`boolean\`.
`;

test("raises the version in the config and says in the changelog what changed", () => {
	const cwd = repository();
	write(cwd, { "spec/hives.md": broken });
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[bin, "release"],
		{ cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
	);
	expect({ status, stdout }).toEqual({ status: 0, stdout: entry });
	expect(
		stderr,
	).toBe(`Compared with v1.0.0:generated/model.json: 2 breaking changes
1.0.0 → 2.0.0 (major)
Wrote generated/CHANGELOG.md
Wrote docwright.config.ts
Run docwright generate, so that the package has it
`);
	expect(read(cwd, "docwright.config.ts")).toBe(
		config.replace("1.0.0", "2.0.0"),
	);
	expect(read(cwd, "generated/CHANGELOG.md")).toBe(`# Changelog\n\n${entry}`);
});

test("a second run finds nothing to do, and one after more changes rises from the last release again", async () => {
	const cwd = repository();
	write(cwd, { "spec/hives.md": added });
	expect(await release(cwd)).toMatchObject({ status: 0 });
	expect(read(cwd, "docwright.config.ts")).toContain('version: "1.1.0"');
	const before = untouched(cwd);
	const again = await release(cwd);
	expect(again.stderr).toContain(
		"generated/CHANGELOG.md has an entry of 1.1.0, and it is left as it is",
	);
	expect(untouched(cwd)).toEqual(before);
	write(cwd, { "spec/hives.md": broken, ...packageOf(added, "1.1.0") });
	git(cwd, "add", "-A");
	git(cwd, "commit", "-qm", "Add a method, and release nothing");
	await release(cwd);
	expect(read(cwd, "docwright.config.ts")).toContain('version: "2.0.0"');
	expect(read(cwd, "generated/CHANGELOG.md")).toMatch(
		/^# Changelog\n\n## 2\.0\.0\n[\s\S]*\n\n## 1\.1\.0\n/,
	);
});

test("--dry-run prints the same and writes nothing", async () => {
	const cwd = repository();
	write(cwd, { "spec/hives.md": broken });
	const before = untouched(cwd);
	const done = await release(cwd, "--dry-run");
	expect(done).toMatchObject({ status: 0, stdout: entry });
	expect(done.stderr).toContain("Would write docwright.config.ts");
	expect(untouched(cwd)).toEqual(before);
});

test("without a change there is nothing to release", async () => {
	const cwd = repository();
	const before = untouched(cwd);
	const done = await release(cwd);
	expect(done).toMatchObject({ status: 0, stdout: "" });
	expect(done.stderr).toContain("Nothing to release");
	const json = JSON.parse((await release(cwd, "--json")).stdout);
	expect(json).toEqual({
		exitCode: 0,
		since: "v1.0.0:generated/model.json",
		files: [],
		changes: [],
	});
	expect(untouched(cwd)).toEqual(before);
});

test("--json says what was written, and why", async () => {
	const cwd = repository();
	write(cwd, { "spec/hives.md": added });
	const { stdout, stderr } = await release(cwd, "--json");
	expect(stderr).toBe("");
	expect(JSON.parse(stdout)).toMatchObject({
		exitCode: 0,
		since: "v1.0.0:generated/model.json",
		from: "1.0.0",
		to: "1.1.0",
		bump: "minor",
		files: ["generated/CHANGELOG.md", "docwright.config.ts"],
		changes: [{ rule: "operation-added" }],
	});
});

test("is compared with what --since names, with the last version's tag, or with HEAD", async () => {
	const cwd = repository();
	write(cwd, { ...packageOf(added, "1.4.0"), "spec/hives.md": added });
	git(cwd, "add", "-A");
	git(cwd, "commit", "-qm", "Release 1.4.0");
	write(cwd, { "spec/hives.md": worded, ...packageOf(worded, "3.0.0") });
	const since = async (...args: readonly string[]) => {
		const done = await release(cwd, "--json", "--dry-run", ...args);
		const { since, from = "-", to = "-" } = JSON.parse(done.stdout);
		return [since, from, to].join(" ");
	};
	const path = "generated/model.json";
	expect(await since()).toBe(`v1.0.0:${path} 1.0.0 1.0.1`);
	git(cwd, "tag", "v99");
	git(cwd, "tag", "other@5.0.0");
	expect(await since()).toBe(`v1.0.0:${path} 1.0.0 1.0.1`);
	git(cwd, "tag", "@acme/hives@1.4.0");
	expect(await since()).toBe(`@acme/hives@1.4.0:${path} 1.4.0 2.0.0`);
	expect(await since("--since", "v1.0.0")).toBe(`v1.0.0:${path} 1.0.0 1.0.1`);
	expect(await since("--since", `HEAD:./${path}`)).toBe(
		`HEAD:./${path} 1.4.0 2.0.0`,
	);
	expect(await since("--since", path)).toBe(`${path} - -`);
	git(cwd, "tag", "-d", "v1.0.0", "@acme/hives@1.4.0");
	expect(await since()).toBe(`HEAD:${path} 1.4.0 2.0.0`);
});

test("where changesets are in use, writes one, and neither version nor changelog", async () => {
	const cwd = repository({ ".changeset/config.json": "{}" });
	write(cwd, { "spec/hives.md": broken.replace("Apiary", "Bees") });
	const done = await release(cwd);
	expect(done.status).toBe(0);
	const text = `---
"@acme/hives": major
---

The API has 2 breaking changes and 1 change of wording.

- **Breaking:** \`client.hives.list()\`: query parameter \`page\` is required now.
- **Breaking:** \`client.hives.list()\`: query parameter \`page\` has another type: \`integer\` → \`boolean\`.
`;
	expect(done.stdout).toBe(text);
	expect(read(cwd, ".changeset/docwright-acme-hives.md")).toBe(text);
	expect(read(cwd, "docwright.config.ts")).toBe(config);
	expect(existsSync(join(cwd, "generated/CHANGELOG.md"))).toBe(false);
	write(cwd, { "spec/hives.md": added });
	await release(cwd);
	expect(read(cwd, ".changeset/docwright-acme-hives.md")).toContain(
		'"@acme/hives": minor',
	);
});

test("an entry goes on top of those that are there, in the file that the config names", async () => {
	const cwd = repository({
		"docwright.config.json":
			'{"package": {"version": "0.3.0", "changelog": "CHANGES.md"}}',
		"CHANGES.md": "# Changes\n\nOf the client.\n\n## [0.3.0]\n\n- First.\n",
		...packageOf(docs, "0.3.0"),
	});
	execFileSync("rm", [join(cwd, "docwright.config.ts")]);
	write(cwd, { "spec/hives.md": broken });
	expect(await release(cwd)).toMatchObject({ status: 0 });
	expect(read(cwd, "CHANGES.md")).toBe(
		`# Changes\n\nOf the client.\n\n${entry.replace("2.0.0", "0.4.0")}\n## [0.3.0]\n\n- First.\n`,
	);
	expect(JSON.parse(read(cwd, "docwright.config.json"))).toEqual({
		package: { version: "0.4.0", changelog: "CHANGES.md" },
	});
});

test.each([
	[
		"no version",
		'export default { docs: "spec" };',
		'names no version of the package\n  help: Write package: { version: "2.0.0" } into it',
	],
	[
		"a version from elsewhere",
		'const v = "1.0.0";\nexport default { package: { version: v } };',
		"does not say version",
	],
	[
		"two versions",
		'const other = { version: "1.0.0" };\nexport default { package: { version: "1.0.0" } };',
		'does not say version: "1.0.0" in one place',
	],
	[
		"a document for a changelog",
		'export default { package: { version: "1.0.0", changelog: "spec/hives.md" } };',
		"spec/hives.md is one of the documents",
	],
])("a config with %s is left alone: exit 2", async (_, text, message) => {
	const cwd = repository({ "docwright.config.ts": text });
	write(cwd, { "spec/hives.md": broken });
	const before = untouched(cwd);
	const done = await release(cwd);
	expect(done).toMatchObject({ status: 2, stdout: "" });
	expect(done.stderr).toContain(message);
	expect(untouched(cwd)).toEqual(before);
});

test.each([
	[["--since", "-x"], 2, "git knows no revision -x"],
	[["--since", "v7"], 2, "git knows no revision v7"],
	[["--since", "HEAD:spec/no.json"], 2, "There is no model.json of an earlier"],
	[["--since", "docwright.config.ts"], 2, "This is not a model"],
	[["nowhere"], 1, "No documents match nowhere"],
])("docwright release %j exits with %i", async (args, status, message) => {
	const cwd = repository();
	const before = untouched(cwd);
	const done = await release(cwd, ...args);
	expect(done).toMatchObject({ status, stdout: "" });
	expect(done.stderr).toContain(message);
	expect(untouched(cwd)).toEqual(before);
});

test("without an earlier release there is nothing to compare with", async () => {
	const cwd = folderWith({ "spec/hives.md": docs });
	expect((await release(cwd)).stderr).toContain("in no git repository");
	git(cwd, "init", "-q");
	const done = await release(cwd);
	expect(done.status).toBe(2);
	expect(done.stderr).toContain("git knows no revision HEAD");
});

test.each([
	["1.2.3", "breaking", "2.0.0"],
	["1.2.3", "addition", "1.3.0"],
	["1.2.3", "wording", "1.2.4"],
	["0.2.3", "breaking", "0.3.0"],
	["0.2.3", "addition", "0.2.4"],
	["0.2.3", "wording", "0.2.4"],
	["1.0.0-beta.1", "breaking", "1.0.0-beta.2"],
] as const)("%s and a change that is %s make %s", (from, impact, to) => {
	const change = { impact } as Change;
	const bump = bumpFor(from, [change, { impact: "wording" } as Change]);
	if (bump === undefined) throw new Error("there is a change");
	expect(nextVersion(from, bump, from)).toBe(to);
	expect(nextVersion(from, bump, "9.0.0")).toBe("9.0.0");
	expect(bumpFor(from, [])).toBeUndefined();
});

test("tags of versions are those of the package, the highest first", () => {
	const tags = [
		"v1.9.0",
		"1.10.0",
		"hives@1.2.0",
		"bees@7.0.0",
		"v2",
		"latest",
	];
	expect(versionTags(tags, "hives")).toEqual([
		"1.10.0",
		"v1.9.0",
		"hives@1.2.0",
	]);
});
