// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the text of sources
/** A guard in the code, and a test that has to fail without it. */
export interface Guard {
	/** The attacks and faults that it is there for. */
	readonly numbers: string;
	readonly name: string;
	/** The file that it stands in. */
	readonly file: string;
	/** Its text, which stands there once, and what takes its place. */
	readonly from: string;
	readonly to: string;
	/** The file of tests below `test/`, and words of those titles that are tried, if not all. */
	readonly test: string;
	readonly title?: string;
}

const output = "generator/output/";
const code = "generator/code/";

/** One for each guard; `run-guards.ts` takes them away one by one. */
export const guards: readonly Guard[] = [
	{
		numbers: "A01, A02",
		name: "the end of a comment is escaped",
		file: `${code}comment.ts`,
		from: String.raw`.replace(/\*(?=\/)/g, "*\\")`,
		to: "",
		test: "code/comment.test.ts",
	},
	{
		numbers: "A15",
		name: "tags and magic comments are escaped",
		file: `${code}comment.ts`,
		from: String.raw`.replace(/(?<![\w${"`"}\\])@/g, "\\@")`,
		to: "",
		test: "code/comment.test.ts",
	},
	{
		numbers: "A03, A11",
		name: "comments show what cannot be seen",
		file: `${code}comment.ts`,
		from: "return showUnseen(outsideSpans(text, escapeMarkup))",
		to: "return outsideSpans(text, escapeMarkup)",
		test: "code/comment.test.ts",
	},
	{
		numbers: "A04",
		name: "literals are made by JSON",
		file: `${code}literal.ts`,
		from: "return JSON.stringify(text)\n\t\t.replaceAll",
		to: 'return `"${text}"`\n\t\t.replaceAll',
		test: "code/literal.test.ts",
	},
	{
		numbers: "A03, A11, A16",
		name: "literals hold nothing that cannot be seen",
		file: `${code}literal.ts`,
		from: '"\\\\u0040")\n\t\t.replace(unseen, escapeUnseen)',
		to: '"\\\\u0040")',
		test: "code/literal.test.ts",
	},
	{
		numbers: "A09",
		name: "`__proto__` is a key like any other",
		file: `${code}literal.ts`,
		from: 'key === "__proto__" ? `[${literal}]` : literal',
		to: "literal",
		test: "code/literal.test.ts",
	},
	{
		numbers: "A16, A36",
		name: "Markdown of ours holds text as text",
		file: `${code}markdown-text.ts`,
		from: 'type: "text", value: oneLine(text)',
		to: 'type: "html", value: oneLine(text)',
		test: "code/markdown-text.test.ts",
	},
	{
		numbers: "A16",
		name: "the report's page runs nothing but its script",
		file: "generator/report/print-page.ts",
		from: "`script-src '${digestOf(script)}'`",
		to: "\"script-src 'unsafe-inline'\"",
		test: "report/print-page.test.ts",
	},
	{
		numbers: "A17",
		name: "a terminal is shown what it would obey",
		file: "generator/diagnostics/visible.ts",
		from: 'character === "\\t" ? " " : spell(character)',
		to: "character",
		test: "cli/generate.test.ts",
		title: "a fault of ours: exit 70",
	},
	{
		numbers: "A17",
		name: "workflow commands hold no command of others",
		file: "generator/diagnostics/workflow-command.ts",
		from: '.replaceAll("%", "%25")\n\t\t.replaceAll("\\r", "%0D")\n\t\t.replaceAll("\\n", "%0A")',
		to: "",
		test: "diagnostics/workflow-command.test.ts",
	},
	{
		numbers: "A18",
		name: "paths of the output stay in it",
		file: `${output}safe-path.ts`,
		from: "if (!isSafePath(path))",
		to: "if (path === undefined)",
		test: "output/safe-path.test.ts",
	},
	{
		numbers: "A19",
		name: "no two paths are one on some disk",
		file: `${output}safe-path.ts`,
		from: 'path.normalize("NFC").toLowerCase()',
		to: "path",
		test: "output/safe-path.test.ts",
	},
	{
		numbers: "A20, G04",
		name: "an output folder that is a link is refused",
		file: `${output}check-folder.ts`,
		from: "isLink(out) && !owned && !force",
		to: "isLink(out) && owned && !owned",
		test: "output/output-folder.test.ts",
		title: "an output folder that is a link",
	},
	{
		numbers: "A23",
		name: "secrets are replaced",
		file: "generator/text/secrets.ts",
		from: "return standIn(secret);",
		to: "return secret;",
		test: "text/secrets.test.ts",
	},
	{
		numbers: "A25, A35",
		name: "documents outside of the docs are not read",
		file: `${output}find-docs.ts`,
		from: "const outside = !isWithin(real, realPathOf(path));",
		to: "const outside = !isWithin(real, real);",
		test: "output/docs.test.ts",
	},
	{
		numbers: "A28",
		name: "a document keeps to its limits",
		file: "generator/markdown/limits.ts",
		from: "found > limits[limit]",
		to: "found > Number.POSITIVE_INFINITY",
		test: "markdown/limits.test.ts",
	},
	{
		numbers: "A28",
		name: "a document keeps to its time",
		file: "generator/text/time-limit.ts",
		from: "timeout: Math.ceil(seconds * 1_000)",
		to: "timeout: Math.ceil(seconds * 1_000) + 40_000",
		test: "text/time-limit.test.ts",
	},
	{
		numbers: "A29",
		name: "JSON is read to a depth",
		file: "generator/reading/loose-value.ts",
		from: "const maximumDepth = 100;",
		to: "const maximumDepth = Number.POSITIVE_INFINITY;",
		test: "hostile/sizes.test.ts",
	},
	{
		numbers: "A33",
		name: "what is no text is refused",
		file: `${output}read-document.ts`,
		from: "fatal: true",
		to: "fatal: false",
		test: "output/read-document.test.ts",
	},
	{
		numbers: "A37",
		name: "a config that lies in the docs is not run",
		file: "generator/cli/config-file.ts",
		from: 'if (inDocs && extname(name) !== ".json")',
		to: 'if (inDocs && extname(name) === ".none")',
		test: "cli/usage.test.ts",
	},
	{
		numbers: "A38, G12",
		name: "what a cache holds is what was put there",
		file: `${output}cache/cache-folder.ts`,
		from: "content.subarray(0, 65).toString() !== `${digestOf(bytes)}\\n`",
		to: "content.length < 65",
		test: "cli/cache.test.ts",
		title: "entries that are",
	},
	{
		numbers: "G01",
		name: "a journal is there before the first step",
		file: `${output}commit/commit.ts`,
		from: "naming(basename(staging.path), () => writeJournal(staging, prepared));",
		to: "",
		test: "output/change-output.test.ts",
		title: "an end at any call",
	},
	{
		numbers: "G01",
		name: "what is new is written beside what is old",
		file: `${output}commit/commit.ts`,
		from: "const prepared = await prepare(",
		to: "for (const { path, text } of plan.written) {\n\t\tmkdirSync(dirname(at(staging.out, path)), { recursive: true });\n\t\twriteFileSync(at(staging.out, path), text);\n\t}\n\tconst prepared = await prepare(",
		test: "faults/faults.test.ts",
		title: "runs that are killed",
	},
	{
		numbers: "G01",
		name: "the next run ends what one began",
		file: `${output}commit/change-output.ts`,
		from: "\t\trecover(staging);\n\t\tconst planned",
		to: "\t\tconst planned",
		test: "output/swap.test.ts",
	},
	{
		numbers: "G02",
		name: "a step that the disk refuses is taken back",
		file: `${output}commit/commit.ts`,
		from: "takeBack(staging, journal);\n\t\tthrow",
		to: "throw",
		test: "output/change-output.test.ts",
	},
	{
		numbers: "G03",
		name: "one run waits for the other",
		file: `${output}commit/lock.ts`,
		from: "while (!isElsewhereFree(staging) || !own(staging, name, folders)) {",
		to: "own(staging, name, folders);\n\twhile (folders.length < 0) {",
		test: "output/swap.test.ts",
	},
	{
		numbers: "G05",
		name: "files of others are in the way",
		file: `${output}plan.ts`,
		from: "if (digest === undefined)",
		to: "if (digest === undefined && force && !force)",
		test: "output/foreign-files.test.ts",
	},
	{
		numbers: "G16",
		name: "a report of a crash holds no secret",
		file: `${output}crash-report.ts`,
		from: "String(redactSecrets(line).value)",
		to: "line",
		test: "output/crash-report.test.ts",
	},
	{
		numbers: "",
		name: "a redirect elsewhere takes no credentials along",
		// The tests of what a client does are of the client that is committed.
		file: "generated/src/runtime/redirects.ts",
		from: "if (target.origin !== new URL(here.url).origin)",
		to: "if (target.origin === undefined)",
		test: "behaviours/faults-secrets.test.ts",
		title: "R17 a redirect",
	},
	{
		numbers: "",
		name: "workflows name actions by their digests",
		file: ".github/workflows/publish.yml",
		from: "actions/attest@59d89421af93a897026c735860bf21b6eb4f7b26 # v4.1.0\n        with:\n          subject-path: release/*.tgz\n          sbom",
		to: "actions/attest@v4\n        with:\n          subject-path: release/*.tgz\n          sbom",
		test: "supply-chain/workflows.test.ts",
	},
];
