import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
	afterAll,
	beforeAll,
	describe,
	expect,
	onTestFinished,
	test,
} from "vitest";
import type {
	CodeAction,
	CompletionItem,
	Diagnostic,
	DocumentSymbol,
	Hover,
	Location,
	TextEdit,
} from "vscode-languageserver-protocol";
import { main } from "../../generator/cli/main.ts";
import type { Diagnostic as Told } from "../../generator/diagnostics/diagnostic.ts";
import { folderWith, write } from "../output/folder.ts";
import { hostile } from "../report/docs.ts";
import { type Client, spawnClient } from "./client.ts";

const hives = `# Hives

## Read one hive

**GET** \`/hives/{hive_id}\`

### Query parameters

| Name | Type | Description |
| --- | --- | --- |
| \`queen\` | boolean | Whether to tell of the queen |
| \`age\` | strnig | How old |

### Response 200

| Field | Type | Description |
| --- | --- | --- |
| \`id\` | string | |
| \`box\` | [Box](boxes.md#box) | |

## Remove a hive

**DELETE** \`/hives/{hive_id}\`
`;

const boxes = `# Types

## Box

| Field | Type | Description |
| --- | --- | --- |
| \`frames\` | integer | How many |
| \`owner\` | string | |
`;

const docs = { "spec/hives.md": hives, "spec/boxes.md": boxes };

let shared: Client;
beforeAll(async () => {
	shared = await spawnClient(undefined);
}, 60_000);
afterAll(() => shared.kill());

/** A client of a server of its own, which ends with the test. */
async function startClient(
	...args: Parameters<typeof spawnClient>
): Promise<Client> {
	const client = await spawnClient(...args);
	onTestFinished(client.kill);
	return client;
}

/** A client that has a document open of which all is told. */
async function opened(
	files: Readonly<Record<string, string>> = docs,
	path = "spec/hives.md",
) {
	const folder = folderWith(files);
	const client = shared;
	await client.enter(folder);
	const uri = pathToFileURL(join(folder, path)).href;
	const told = client.settled(uri);
	client.open(join(folder, path), files[path] ?? "");
	return { folder, client, uri, told: await told };
}

/** Runs a command over the same documents, as a person would, and gives what it prints. */
async function run(cwd: string, ...args: readonly string[]): Promise<string> {
	let stdout = "";
	const out = {
		isTerminal: false,
		write(text: string) {
			stdout += text;
		},
	};
	await main(args, {
		io: {
			cwd,
			env: { CI: "1" },
			stdout: out,
			stderr: { isTerminal: false, write() {} },
		},
		pipeline: () => import("../../generator/pipeline.ts"),
	});
	return stdout;
}

/** A diagnostic as `inspect --json` has it, as an editor takes it. */
function asInEditor({ code, severity, message, help, span }: Told) {
	const position = ({ line, column }: Told["span"]["start"]) => ({
		line: line - 1,
		character: column - 1,
	});
	return {
		code,
		source: "docwright",
		severity: { error: 1, warning: 2, info: 3 }[severity],
		message: `${message}\nhelp: ${help}`,
		range: { start: position(span.start), end: position(span.end) },
	};
}

function codes(diagnostics: readonly Diagnostic[]) {
	return diagnostics.map(({ code }) => code);
}

async function hoverAt(client: Client, uri: string, word: string, nth = 0) {
	const found = await client.connection.sendRequest<Hover | null>(
		"textDocument/hover",
		{ textDocument: { uri }, position: client.at(uri, word, nth) },
	);
	return found?.contents as { kind: string; value: string } | undefined;
}

function definitionAt(client: Client, uri: string, word: string) {
	return client.connection.sendRequest<Location[] | null>(
		"textDocument/definition",
		{ textDocument: { uri }, position: client.at(uri, word) },
	);
}

function actionsAt(client: Client, uri: string, word: string, nth = 0) {
	const start = client.at(uri, word, nth);
	return client.connection.sendRequest<CodeAction[]>(
		"textDocument/codeAction",
		{
			textDocument: { uri },
			range: { start, end: start },
			context: { diagnostics: [] },
		},
	);
}

/** Does what an action says, as an editor would. */
function apply(client: Client, uri: string, action: CodeAction | undefined) {
	const edits: readonly TextEdit[] = action?.edit?.changes?.[uri] ?? [];
	expect(edits).toHaveLength(1);
	for (const { range, newText } of edits) {
		const from = client.offsetAt(uri, range.start);
		client.edit(uri, from, client.offsetAt(uri, range.end), newText);
	}
}

describe("what is told", () => {
	test("is what inspect tells, of what the editor holds and not of the disk", async () => {
		const { folder, client, uri, told } = await opened();
		const printed = await run(folder, "inspect", "--json");
		const { diagnostics }: { diagnostics: readonly Told[] } =
			JSON.parse(printed);
		const own = diagnostics.filter(({ span }) => span.file === "spec/hives.md");
		expect(told).toEqual(own.map(asInEditor));
		expect(codes(told)).toContain("type/undescribed");
		const at = hives.indexOf("strnig");
		const next = client.settled(uri);
		client.edit(uri, at, at + 6, "string");
		expect(codes(await next)).not.toContain("type/undescribed");
		expect(readFileSync(join(folder, "spec/hives.md"), "utf8")).toBe(hives);
		expect(client.shown).toEqual([]);
	});

	test("ends when it is asked to", async () => {
		const client = await startClient(folderWith(docs));
		expect(client.initialized.serverInfo?.name).toBe("docwright");
		expect(await client.stop()).toBe(0);
	});

	test("has the other places of a fault, and is told at once where one document tells it", async () => {
		const text = `${hives}\n## Again\n\n**DELETE** \`/hives/{hive_id}\`\n`;
		const { folder, client, uri } = await opened();
		const next = client.told(uri);
		client.edit(uri, hives.length, hives.length, text.slice(hives.length));
		const end = client.textOf(uri).length;
		await next;
		const settled = client.settled(uri);
		client.edit(uri, end, end, "\n| a | a |\n| --- | --- |\n");
		await settled;
		write(folder, { "spec/again.md": "# A\n\n**PUT** `/a/{`\n" });
		const other = pathToFileURL(join(folder, "spec/again.md")).href;
		const told = client.told(other, (all) => all.length > 0);
		void client.connection.sendNotification("workspace/didChangeWatchedFiles", {
			changes: [{ uri: other, type: 1 }],
		});
		expect(codes(await told)).toContain("path/unbalanced-brace");
	});

	test("goes away with the document, and comes from the disk again", async () => {
		const { folder, client, uri } = await opened();
		const box = client.open(join(folder, "spec/boxes.md"), "");
		expect(codes(await client.told(box))).toEqual(["docs/empty"]);
		const back = client.told(box, (all) => !codes(all).includes("docs/empty"));
		void client.connection.sendNotification("textDocument/didClose", {
			textDocument: { uri: box },
		});
		await back;
		const gone = client.told(uri, (all) => all.length === 0);
		void client.connection.sendNotification("textDocument/didClose", {
			textDocument: { uri },
		});
		await gone;
	});
});

describe("a project", () => {
	const config = (text: string) => `export default ${text};\n`;
	const api = {
		"a/docwright.config.ts": config('{ docs: "api", title: "A" }'),
	};

	test("is that of the nearest config which names the document", async () => {
		const { client, uri } = await opened(
			{ ...api, "a/api/hives.md": hives, "a/api/boxes.md": boxes },
			"a/api/hives.md",
		);
		const [box] = (await definitionAt(client, uri, "`box`")) ?? [];
		expect(box?.uri).toMatch(/\/a\/api\/boxes\.md$/);
		expect(client.shown).toEqual([]);
	});

	test("runs no config that lies in the docs of another, nor one beside a file of no workspace", async () => {
		const evil = config(
			'(await import("node:fs")).writeFileSync(new URL("ran", import.meta.url), "")',
		);
		const files = {
			...docs,
			"spec/docwright.config.ts": evil,
			"spec/deep/docwright.config.ts": evil,
			"spec/deep/a.md": hives,
			"alone/docwright.config.ts": evil,
			"alone/b.md": hives,
		};
		const { folder } = await opened(files, "spec/deep/a.md");
		const alone = await startClient(undefined);
		const path = join(folder, "alone/b.md");
		const told = alone.settled(pathToFileURL(path).href);
		alone.open(path, hives);
		expect(codes(await told)).toContain("path/parameter-undocumented");
		for (const at of ["spec/ran", "spec/deep/ran", "alone/ran"])
			expect(() => readFileSync(join(folder, at))).toThrow("ENOENT");
	});

	test("whose config is at fault says so once, and is read when that is put right", async () => {
		const folder = folderWith({ ...docs, "docwright.config.json": "{ nope" });
		const client = await startClient(folder);
		const uri = client.open(join(folder, "spec/hives.md"), hives);
		expect(await hoverAt(client, uri, "queen")).toBeUndefined();
		expect(client.shown).toEqual([
			expect.stringContaining("docwright.config.json could not be loaded"),
		]);
		write(folder, { "docwright.config.json": "{}" });
		const told = client.settled(uri);
		const path = join(folder, "docwright.config.json");
		void client.connection.sendNotification("workspace/didChangeWatchedFiles", {
			changes: [{ uri: pathToFileURL(path).href, type: 2 }],
		});
		expect(codes(await told)).toContain("path/parameter-undocumented");
	});
});

describe("questions", () => {
	test("hovers say what a place became and how that is known", async () => {
		const { client, uri } = await opened();
		const hover = async (word: string) =>
			(await hoverAt(client, uri, word))?.value;
		expect(await hover("queen")).toBe(
			"**query parameter queen**: boolean  \nof GET \\/hives\\/\\{hive\\_id\\}  \nWhether to tell of the queen  \n*stated here*",
		);
		expect(await hover("`/hives")).toContain("called as hives\\.get");
		expect(await hover("`box`")).toContain("**box**: Box");
		expect(await hover("Response 200")).toContain("**response 200**");
		expect(await hover("# Hives")).toContain("**resource**: hives");
	});

	test("hovers have no marks where a client shows none", async () => {
		const folder = folderWith(docs);
		const client = await startClient(folder, {});
		const uri = client.open(join(folder, "spec/hives.md"), hives);
		expect(await hoverAt(client, uri, "queen")).toEqual({
			kind: "plaintext",
			value:
				"query parameter queen: boolean  \nof GET /hives/{hive_id}  \nWhether to tell of the queen  \nstated here",
		});
	});

	test("a field leads to the description of its type, an endpoint to its method", async () => {
		const { folder, client, uri } = await opened();
		const [box, ...more] = (await definitionAt(client, uri, "`box`")) ?? [];
		expect(more).toEqual([]);
		expect(box?.uri).toBe(pathToFileURL(join(folder, "spec/boxes.md")).href);
		expect(boxes.split("\n")[box?.range.start.line ?? 0]).toBe("## Box");
		expect(await definitionAt(client, uri, "`/hives")).toEqual([]);
		await run(folder, "generate");
		const [method] = (await definitionAt(client, uri, "`/hives")) ?? [];
		const path = join(folder, "generated/src/resources/hives.ts");
		expect(method?.uri).toBe(pathToFileURL(path).href);
		const { line = 0, character } = method?.range.start ?? {};
		const declared = readFileSync(path, "utf8").split("\n")[line];
		expect(declared?.slice(character)).toMatch(/^get\(hiveId: string/);
	});

	test("the operations of a document are its symbols", async () => {
		const { client, uri } = await opened();
		const symbols = await client.connection.sendRequest<DocumentSymbol[]>(
			"textDocument/documentSymbol",
			{ textDocument: { uri } },
		);
		expect(symbols.map(({ name, kind }) => [name, kind])).toEqual([
			["GET /hives/{hive_id}", 6],
			["DELETE /hives/{hive_id}", 6],
		]);
		for (const { range, selectionRange } of symbols) {
			expect(range.start).toEqual(selectionRange.start);
			expect(range.end.line).toBeGreaterThanOrEqual(selectionRange.end.line);
		}
	});

	test.each([
		[
			"### ",
			"## Remove a hive\n\n**DELETE** `/hives/{hive_id}`\n\n",
			"### Query parameters",
		],
		[
			"### Q",
			"## Remove a hive\n\n**DELETE** `/hives/{hive_id}`\n\n",
			"### Query parameters",
		],
		[
			"### ",
			"## Remove\n\n**DELETE** `/hives`\n\n### Query parameters\n\n- `a`\n\n",
			"### Response 200",
		],
		[
			"",
			"## Remove\n\n**DELETE** `/hives`\n\n### Query parameters\n\n- `a`\n\n",
			"### Response 200",
		],
	])(
		"%j goes on with the part that comes next in this document",
		async (begun, above, wanted) => {
			const text = `${hives.slice(0, hives.indexOf("## Remove"))}${above}${begun}`;
			const { client, uri } = await opened({ ...docs, "spec/hives.md": text });
			const items = await client.connection.sendRequest<CompletionItem[]>(
				"textDocument/completion",
				{
					textDocument: { uri },
					position: {
						line: text.split("\n").length - 1,
						character: begun.length,
					},
				},
			);
			const texts = items.map(({ textEdit }) => textEdit?.newText);
			expect(texts[0]).toBe(wanted);
			const [edit] = items.map(({ textEdit }) => textEdit as TextEdit);
			const line = text.split("\n").length - 1;
			expect(edit?.range).toEqual({
				start: { line, character: 0 },
				end: { line, character: begun.length },
			});
			expect(new Set(texts).size).toBe(texts.length);
			if (above.includes("Query"))
				expect(texts).not.toContain("### Query parameters");
			expect(texts).toContain("### Errors");
		},
	);

	test("what is taken stands in place of the whole line, wherever the cursor is in it", async () => {
		const text = `${hives}\n### Qu and more\n\n## Next\n`;
		const { client, uri } = await opened({ ...docs, "spec/hives.md": text });
		const line = text.split("\n").indexOf("### Qu and more");
		const items = await client.connection.sendRequest<CompletionItem[]>(
			"textDocument/completion",
			{ textDocument: { uri }, position: { line, character: 5 } },
		);
		const [edit] = items.map(({ textEdit }) => textEdit as TextEdit);
		if (edit === undefined) throw new Error("Nothing is to come");
		const { range, newText } = edit;
		client.edit(
			uri,
			client.offsetAt(uri, range.start),
			client.offsetAt(uri, range.end),
			newText,
		);
		expect(client.textOf(uri)).toBe(
			text.replace("### Qu and more", "### Query parameters"),
		);
	});

	test("nothing is to come within a sentence or a sample", async () => {
		const text = `${hives}\n\`\`\`\n# \n\`\`\`\n\nWords `;
		const { client, uri } = await opened({ ...docs, "spec/hives.md": text });
		const lines = text.split("\n");
		for (const line of [lines.lastIndexOf("# "), lines.length - 1]) {
			const position = { line, character: lines[line]?.length ?? 0 };
			expect(
				await client.connection.sendRequest("textDocument/completion", {
					textDocument: { uri },
					position,
				}),
			).toEqual([]);
		}
	});
});

describe("fixes", () => {
	test.each([
		["type/undescribed", "strnig", 0],
		["path/parameter-undocumented", "`/hives", 0],
		["shape/undocumented", "`/hives", 1],
	])("silence %s, and nothing else", async (code, word, nth) => {
		const { client, uri, told } = await opened();
		const found = await actionsAt(client, uri, word, nth);
		const title = `Silence ${code} here`;
		const fix = found.find((one) => one.title === title);
		expect(codes(fix?.diagnostics ?? [])).toEqual([code]);
		const settled = client.settled(uri);
		apply(client, uri, fix);
		const others = codes(told).filter((one) => one !== code);
		expect(codes(await settled)).toEqual(others);
	});

	test("silence what is told of a heading below it, for all of its section", async () => {
		const text = "# Trees\n\n## Read `GET /trees/{id}`\n\nWords.\n";
		const { client, uri, told } = await opened({ "spec/hives.md": text });
		const found = await actionsAt(client, uri, "## Read");
		const code = "path/parameter-undocumented";
		const fix = found.find(({ title }) => title === `Silence ${code} here`);
		const settled = client.settled(uri);
		apply(client, uri, fix);
		expect(client.textOf(uri)).toBe(
			text.replace("}`\n", `}\`\n\n<!-- docwright-ignore ${code} -->\n`),
		);
		expect(codes(told)).toContain(code);
		expect(codes(await settled)).toEqual(
			codes(told).filter((one) => one !== code),
		);
	});

	test("are offered for what is told of the place, and of no other", async () => {
		const { client, uri } = await opened();
		for (const { diagnostics = [] } of await actionsAt(client, uri, "strnig"))
			for (const { range } of diagnostics)
				expect(range.start.line).toBe(client.at(uri, "strnig").line);
	});

	test("silence one more thing in a comment that is there", async () => {
		const text = hives.replace(
			"**DELETE**",
			"<!-- docwright-ignore type/unknown -->\n\n**DELETE**",
		);
		const { client, uri, told } = await opened({
			...docs,
			"spec/hives.md": text,
		});
		const found = await actionsAt(client, uri, "`/hives", 1);
		const settled = client.settled(uri);
		apply(
			client,
			uri,
			found.find(({ title }) => title === "Silence shape/undocumented here"),
		);
		expect(client.textOf(uri)).toContain(
			"<!-- docwright-ignore type/unknown shape/undocumented -->",
		);
		expect(codes(await settled)).toEqual(
			codes(told).filter((one) => one !== "shape/undocumented"),
		);
	});

	test.each([
		[
			"in a part of its own",
			"",
			/\n### Path parameters\n\n\| Name .*\n.*\n\| `hive_id` \| string \| \|\n\n### Query/,
		],
		[
			"in the table of the others",
			"### Path parameters\n\n| Parameter | Type | Required |\n| --- | --- | --- |\n| `yard` | string | yes |\n\n",
			/\| `yard` \| string \| yes \|\n\| `hive_id` \| string \| yes \|\n\n/,
		],
		[
			"below the last row of their table",
			"### Parameters\n\n| Parameter | In | Type |\n| --- | --- | --- |\n| `yard` | path | string |\n| `full` | query | string |\n\n",
			/\| `yard` \| path .*\n\| `full` .*\n\| `hive_id` \|/,
		],
		[
			"in the list of the others",
			"### Path parameters\n\n- `yard` (string): Where\n\n",
			/parameters\n\n- `hive_id` \(string\)\n- `yard`/,
		],
	])("describe a path parameter %s", async (_, part, wanted) => {
		const text = hives
			.slice(0, hives.indexOf("## Remove"))
			.replace(
				"`/hives/{hive_id}`\n\n",
				`\`/yards/{yard}/hives/{hive_id}\`\n\n${part}`,
			);
		const { client, uri } = await opened({ ...docs, "spec/hives.md": text });
		const title = "Describe the path parameter hive_id";
		const fixes = async () => {
			const found = await actionsAt(client, uri, "`/yards");
			return found.filter((one) => one.title === title);
		};
		const [fix, ...more] = await fixes();
		expect(more).toEqual([]);
		apply(client, uri, fix);
		expect(client.textOf(uri)).toMatch(wanted);
		expect(await fixes()).toEqual([]);
		expect((await hoverAt(client, uri, "`hive_id`"))?.value).toContain(
			"**path parameter hive\\_id**: string, required",
		);
	});

	test.each([
		[
			"| `age` | strnig | How old |",
			"`age`",
			"| `age` | strnig, required | How old |",
		],
		[
			"- `age` (integer): How old",
			"`age`",
			"- `age` (integer, required): How old",
		],
		["- `age`: How old", "`age`", "- `age` (required): How old"],
		["| `age` | integer | |", "`age`", "| `age` | integer, required | |"],
	])("mark %j as required", async (line, word, wanted) => {
		const table = "| Name | Type | Description |\n| --- | --- | --- |\n";
		const text = `# Hives\n\n**GET** \`/hives\`\n\n### Query parameters\n\n${line.startsWith("|") ? table : ""}${line}\n`;
		const { client, uri } = await opened({ "spec/hives.md": text });
		const title = "Mark age as required";
		const found = await actionsAt(client, uri, word);
		apply(
			client,
			uri,
			found.find((one) => one.title === title),
		);
		expect(client.textOf(uri)).toContain(wanted);
		expect((await hoverAt(client, uri, word))?.value).toContain("required");
	});

	test.each(["?", "maybe", "see below"])(
		"fill the column that says %j of what is required",
		async (said) => {
			const text = `# Hives\n\n**GET** \`/hives\`\n\n### Query parameters\n\n| Name | Required | Type |\n| --- | --- | --- |\n| \`age\` | ${said} | integer |\n`;
			const { client, uri } = await opened({ "spec/hives.md": text });
			const found = await actionsAt(client, uri, "`age`");
			const fix = found.find(({ title }) => title === "Mark age as required");
			apply(client, uri, fix);
			expect(client.textOf(uri)).toBe(text.replace(`| ${said} |`, "| yes |"));
		},
	);
});

describe("hostile documents", () => {
	test("are shown as they are: no mark, link, command or HTML of theirs is in a hover", async () => {
		const text = `${hostile}
## Read [click](command:evil) <img src=x> \`\` code

**GET** \`/x/{id}\`

### Query parameters

| Name | Type | Description |
| --- | --- | --- |
| \`q\` | string | [a](command:workbench.action.x) <b>b</b> ![i](https://a.example/i) https://a.example \`c\` $(x) \u202e |
`;
		const { client, uri } = await opened({ "spec/hives.md": text });
		let seen = 0;
		for (const line of text.split("\n").keys())
			for (const character of [0, 4, 12]) {
				const found = await client.connection.sendRequest<Hover | null>(
					"textDocument/hover",
					{ textDocument: { uri }, position: { line, character } },
				);
				if (!found) continue;
				seen++;
				const { value } = found.contents as { value: string };
				const unmarked = value
					.replace(/\\[!-/:-@[-`{-~]/g, "")
					.replace(/^\*\*(.*?)\*\*/gm, "$1")
					.replace(/^\*(.*)\*$/gm, "$1");
				expect(unmarked).not.toMatch(/[<>[\]`*_!$\\]|:\/\/|\u202e/);
			}
		expect(seen).toBeGreaterThan(5);
	});

	test("that break off anywhere, or go too far, end nothing", async () => {
		const { client, uri } = await opened({ "spec/hives.md": hives });
		for (const text of [
			"",
			"`".repeat(5_000),
			`${"> ".repeat(400)}a`,
			`${"- ".repeat(400)}a`,
			"# \u0000\ud800 `/x/{`\n\n**GET** `/",
			"| a |\n| --- |\n| `b",
			`<${"a ".repeat(3_000)}`,
			hives.slice(0, 300),
		]) {
			const told = client.told(uri);
			client.edit(uri, 0, client.textOf(uri).length, text);
			await told;
			const position = { line: 0, character: 0 };
			for (const method of ["hover", "definition", "completion"])
				await client.connection.sendRequest(`textDocument/${method}`, {
					textDocument: { uri },
					position,
				});
			await actionsAt(client, uri, "");
		}
		const told = client.settled(uri);
		client.edit(uri, 0, client.textOf(uri).length, hives);
		expect(codes(await told)).toContain("path/parameter-undocumented");
		expect(client.shown).toEqual([]);
	});
});
