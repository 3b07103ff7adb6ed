import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with {
	type: "json",
};
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";
import type { Log, Result } from "sarif";
import { expect, test } from "vitest";
import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { visibleLine } from "../../generator/diagnostics/visible.ts";
import type { Diagnostic } from "../../generator/index.ts";
import * as pipeline from "../../generator/pipeline.ts";
import { parseWorkflowCommand } from "../diagnostics/parse-workflow-command.ts";
import { folderWith, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const ajv = new Ajv.default({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const isLog = ajv.compile(schema);

/** Holds a log to the schema of SARIF 2.1.0. */
function expectLog(log: Log): void {
	isLog(log);
	expect(isLog.errors ?? []).toEqual([]);
}

/** What is tried on those who read what a reporter prints; all of it gets into messages. */
const hostile = `# \u0007 ::error::title ##[error]title

**GET** \`/things/{0}\`

### Query parameters

| Name | Type |
| --- | --- |
| \`a\` | ]]></failure><script>alert(1)</script> |
| \`b\` | [click](https://a.example) [1](1) \\] {0} {{1}} |
| \`c\` | \u001b[31m%0A::error::type \u202e \ufffe \uffff |
| \`c\` | &amp; &lt; "quoted" 'quoted' \ud800 |
| \`<!--\` | --> <!DOCTYPE x [<!ENTITY e "e">]> &e; |

**PUT** \`/things/{0}
`;

const file = "spec/a %5B&\"'<b>\u202e::error::.md";

const docs = {
	[file]: hostile,
	"spec/fine.md": "# Fine\n\n<!-- docwright-ignore -->\n\n**GET** `/fine`\n",
};

function run(cwd: string, ...args: readonly string[]) {
	return docwright({ cwd, env: {}, pipeline }, ...args);
}

async function diagnosticsIn(cwd: string): Promise<readonly Diagnostic[]> {
	const { stdout } = await run(cwd, "inspect", "--json");
	return JSON.parse(stdout).diagnostics;
}

/** A plain text message of SARIF as it is to be shown, with what it would take for a link or a placeholder marked. */
function shown(text: string): string {
	return text.replace(
		/\\([\\[\]])|\{\{|\}\}|\[|\]|\{\d+\}/g,
		(found, escaped) =>
			escaped ?? ({ "{{": "{", "}}": "}" }[found] || `<<${found}>>`),
	);
}

test.each(["generate --dry-run", "inspect"])(
	"%s --reporter sarif is a log that the schema takes, and says what the docs are told, no more",
	async (command) => {
		const cwd = folderWith(docs);
		const diagnostics = await diagnosticsIn(cwd);
		const printed = await run(
			cwd,
			...command.split(" "),
			"--reporter",
			"sarif",
		);
		const log: Log = JSON.parse(printed.stdout);
		expectLog(log);
		const [{ results = [], tool, invocations }] = log.runs as [Log["runs"][0]];
		expect(invocations?.[0]).toMatchObject({ exitCode: printed.status });
		const told = results.map(({ ruleId, message, locations }) => [
			ruleId,
			shown(message.text ?? ""),
			decodeURIComponent(
				locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "",
			),
			locations?.[0]?.physicalLocation?.region,
		]);
		expect(diagnostics.length).toBeGreaterThan(6);
		expect(told).toEqual(
			diagnostics.map(({ code, message, help, span }) => [
				code,
				visibleLine(`${message}. ${help}`),
				span.file,
				{
					startLine: span.start.line,
					startColumn: span.start.column,
					endLine: span.end.line,
					endColumn: span.end.column,
				},
			]),
		);
		for (const { ruleId, ruleIndex = -1 } of results)
			expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
		expect(results.filter(hasRelated).length).toBe(
			diagnostics.filter(({ related }) => related !== undefined).length,
		);
	},
);

function hasRelated({ relatedLocations }: Result): boolean {
	return relatedLocations !== undefined;
}

function elements({ children }: Root | Element): readonly Element[] {
	return children.flatMap((child) => (child.type === "element" ? [child] : []));
}

test.each(["generate --dry-run", "inspect"])(
	"%s --reporter junit is XML with a suite for each document and a case for each diagnostic",
	async (command) => {
		const cwd = folderWith(docs);
		const diagnostics = await diagnosticsIn(cwd);
		const { stdout } = await run(
			cwd,
			...command.split(" "),
			"--reporter",
			"junit",
		);
		const [root] = elements(fromXml(stdout));
		const suites = elements(root as Element);
		expect(suites.map(({ attributes }) => attributes)).toMatchObject([
			{ name: visibleLine(file), tests: `${diagnostics.length}` },
			{ name: "spec/fine.md", tests: "1", failures: "0", skipped: "0" },
		]);
		const cases = elements(suites[0] as Element);
		expect(cases.map(({ attributes: { line, name } }) => [line, name])).toEqual(
			diagnostics.map(({ severity, code, message, span }) => [
				`${span.start.line}`,
				visibleLine(`${severity} ${code}: ${message}`).replace(
					/[\ufffe\uffff]/g,
					(one) => (one === "\ufffe" ? "\\ufffe" : "\\uffff"),
				),
			]),
		);
		for (const [index, one] of cases.entries()) {
			const [told, ...more] = elements(one);
			const isError = diagnostics[index]?.severity === "error";
			expect(told?.name).toBe(isError ? "failure" : "skipped");
			expect(more).toEqual([]);
			expect(elements(told as Element)).toEqual([]);
		}
	},
);

test("inspect --reporter github says as many commands as there are diagnostics", async () => {
	const cwd = folderWith(docs);
	const diagnostics = await diagnosticsIn(cwd);
	const { stdout } = await run(cwd, "inspect", "--reporter", "github");
	const commands = stdout
		.split("\n")
		.map(parseWorkflowCommand)
		.filter((one) => one !== undefined);
	const stop = commands.findIndex(({ name }) => name === "stop-commands");
	expect(commands.slice(0, stop).map(({ properties }) => properties)).toEqual(
		diagnostics.map(({ code, span }) =>
			expect.objectContaining({
				title: code,
				file: visibleLine(span.file),
				line: `${span.start.line}`,
			}),
		),
	);
	// What was read is between words by which the runner heeds nothing of it.
	expect(commands.at(-1)?.name).toBe(commands[stop]?.data);
	expect(stdout.endsWith(`::${commands[stop]?.data}::\n`)).toBe(true);
});

test.each(["text", "json"])(
	"--reporter %s lets nothing through that a terminal obeys",
	async (style) => {
		const cwd = folderWith(docs);
		const { stdout, stderr } = await run(cwd, "inspect", "--reporter", style);
		expect(`${stdout}${stderr}`).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
		for (const line of stderr.split("\n"))
			expect(parseWorkflowCommand(line)).toBeUndefined();
		if (style === "json")
			expect(JSON.parse(stdout).diagnostics).toEqual(await diagnosticsIn(cwd));
	},
);

test("warnings are failures under --strict alone, and --quiet leaves errors", async () => {
	const cwd = folderWith({ "spec/a.md": "GET /one\n! strnig\n" });
	const junit = ["inspect", "--reporter", "junit"] as const;
	const names = async (...args: readonly string[]) => {
		const { stdout } = await docwright({ cwd, env: {} }, ...junit, ...args);
		const [root] = elements(fromXml(stdout));
		const [suite] = elements(root as Element);
		const cases = elements(suite as Element);
		return cases.flatMap((one) => elements(one).map(({ name }) => name));
	};
	expect(await names()).toEqual(["skipped"]);
	expect(await names("--strict")).toEqual(["failure"]);
	expect(await names("--quiet")).toEqual([]);
});

test("output that is out of date, and wrong use, are told in either form", async () => {
	const cwd = folderWith({ "spec/a.md": "# T\nGET /one\n" });
	await docwright({ cwd }, "generate");
	write(cwd, { "spec/a.md": "# T\nGET /two\n" });
	const told = async (status: number, ...args: readonly string[]) => {
		const sarif = await docwright({ cwd }, ...args, "--reporter", "sarif");
		expect(sarif.status).toBe(status);
		const log: Log = JSON.parse(sarif.stdout);
		expectLog(log);
		const [invocation] = log.runs[0]?.invocations ?? [];
		expect(invocation).toMatchObject({
			exitCode: status,
			executionSuccessful: false,
		});
		const junit = await docwright({ cwd }, ...args, "--reporter=junit");
		expect(junit.status).toBe(status);
		const [root] = elements(fromXml(junit.stdout));
		expect(root).toMatchObject({ attributes: { errors: "1" } });
		return invocation?.toolExecutionNotifications?.[0]?.message.text;
	};
	const outdated = "The output is out of date. run docwright generate";
	expect(await told(3, "generate", "--check")).toBe(outdated);
	expect(await told(2, "generate", "-o", "spec")).toMatch(/^The output folder/);
});

test("places outside the repository are whole URIs", async () => {
	const cwd = folderWith({ "in/spec/a.md": "! x\n", "out/b.md": "! y\n" });
	const args = ["inspect", "spec", "../out", "--reporter", "sarif"] as const;
	const { stdout } = await docwright({ cwd: `${cwd}/in`, env: {} }, ...args);
	const log: Log = JSON.parse(stdout);
	expectLog(log);
	const uris = log.runs[0]?.results?.map(
		({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
	);
	expect(uris).toContain("spec/a.md");
	expect(uris?.join()).toMatch(/file:\/\/\/.*\/out\/b\.md/);
});
