import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	defaultEmitters,
	emitFiles,
	readDocs,
} from "../../generator/pipeline.ts";
import { docwright } from "../cli/command.ts";
import { filesIn, write } from "../output/folder.ts";
import { canaries } from "./canaries.ts";
import { packClient } from "./pack.ts";

const pipeline = { readDocs, emitFiles, defaultEmitters };
const folder = mkdtempSync(join(tmpdir(), "docwright-secrets-"));
let told = "";
/** Everything that was written, and everything in the tarball, by path. */
const texts = new Map<string, string>();

/** A document with a secret in every place that examples have. */
function documentOf(said: string, at: number): string {
	return `## Get hive ${at}

**GET** \`/hives/${at}\`

Answers with ${said} in it.

### Query parameters

- \`mark\` (string): A mark, such as \`${said}\`. Default: \`${said}\`

\`\`\`sh
curl https://hives.example/v1/hives/${at}?mark=a \\
  -H "X-Mark: ${said}"
\`\`\`

### Response

\`\`\`json
{ "mark": "${said}", "marks": ["${said}"], "by": { "${said}": 1 } }
\`\`\`
`;
}

beforeAll(async () => {
	const operations = canaries.map(({ secret, within }, at) =>
		documentOf(within?.(secret) ?? secret, at),
	);
	write(folder, { "spec/hives.md": `# Hives\n\n${operations.join("\n")}` });
	const done = await docwright(
		{ cwd: folder, pipeline },
		"generate",
		"spec",
		"-o",
		"out",
	);
	expect(done.status).toBe(0);
	told = done.stdout + done.stderr;
	const out = join(folder, "out");
	for (const path of filesIn(out))
		texts.set(path, readFileSync(join(out, path), "utf8"));
	const packed = packClient(join(folder, "packed"), out);
	for (const path of packed.paths)
		texts.set(`package/${path}`, packed.read(path));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("there are twenty forms of secrets, and the docs' other words are written", () => {
	expect(canaries.length).toBeGreaterThanOrEqual(20);
	expect(texts.size).toBeGreaterThan(50);
	for (const start of ["", "package/"])
		expect(
			[...texts].some(
				([path, text]) =>
					path.startsWith(start) &&
					text.includes("Answers with EXAMPLE_SECRET"),
			),
		).toBe(true);
});

test.each(canaries)("no $form is written, packed or told", ({ secret }) => {
	const holding = [...texts]
		.filter(([, text]) => text.includes(secret))
		.map(([path]) => path);
	expect(holding).toEqual([]);
	expect(told).not.toContain(secret);
});

test("each is reported with its place", () => {
	const lines = new Set(
		[...told.matchAll(/hives\.md:(\d+):\d+: warning sample\/secret/g)].map(
			([, line]) => Number(line),
		),
	);
	expect(lines.size).toBeGreaterThanOrEqual(canaries.length);
});
