import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "../../generator/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "docwright-bodies-"));
const files = new Map<string, string>();

/** Bodies that are no JSON: events, lines, a form with parts, a form of the web, bytes. */
const docs = `# Kiln API

## Watch a kiln

\`GET /kilns/{kiln_id}/watch\`

### Response

\`\`\`
event: heat
data: {"degrees": 900}

data: {"degrees": 905, "done": true}
\`\`\`

## Tick of a kiln

\`GET /kilns/{kiln_id}/ticks\`

### Response

\`\`\`
event: tick
data: tick
\`\`\`

## Export firings

\`GET /firings\`

### Response

A stream of JSON objects is returned:

\`\`\`json
{"firing": 1, "cone": "06"}
{"firing": 2, "cone": "10"}
\`\`\`

## Create a glaze

\`POST /glazes\`

Send the glaze as multipart/form-data.

### Request body

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| name | string | yes | Its name |
| photo | file | yes | A picture of it |
| swatches | array of file | no | More pictures |
| about | object | no | What is known of it |
| about.cone | integer | no | The cone |
| tags | array of string | no | Words |

### Response

\`\`\`json
{"id": "g1"}
\`\`\`

## Rate a glaze

\`POST /glazes/{glaze_id}/rating\`

Send the rating form-urlencoded.

### Request body

| Field | Type | Required |
| --- | --- | --- |
| stars | integer | yes |
| words | array of string | no |

### Response

\`\`\`json
{"id": "r1"}
\`\`\`
`;

beforeAll(async () => {
	const output = await generate([{ file: "kiln.md", text: docs }], {
		package: { name: "kilns", version: "1.0.0" },
	});
	for (const { path, text } of output.files) {
		files.set(path, text);
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	writeFileSync(join(folder, "usage.ts"), usage);
	const settings = {
		extends: "./tsconfig.json",
		include: ["src", "usage.ts"],
	};
	writeFileSync(join(folder, "all.json"), JSON.stringify(settings));
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const usage = `
import { Client, toFile, type Uploadable } from "./src/index.js";
import { kilnWatchResponse } from "./src/schemas.js";

const client = new Client({ baseURL: "https://kiln.example" });
export async function degrees(): Promise<number[]> {
	const seen: number[] = [];
	for await (const { degrees = 0 } of await client.kilns.watch("k")) seen.push(degrees);
	return seen;
}
export async function last(): Promise<string | undefined> {
	const stream = await client.firings.list();
	stream.controller.abort();
	for await (const { cone } of stream) return cone;
	return undefined;
}
export function isHeat(item: unknown): number | undefined {
	const { value } = { value: undefined, ...kilnWatchResponse["~standard"].validate(item) };
	return value?.degrees;
}
const photo: Uploadable = await toFile(new Blob(["x"]), "x.png");
await client.glazes.create({ name: "Celadon", photo, swatches: [new Blob(["y"])] });
// @ts-expect-error a file is no string
await client.glazes.create({ name: "Celadon", photo: "x.png" });
`;

test("what streams and what takes files is typed so", () => {
	const { stdout } = runScript("typescript/bin/tsc", ["-p", "all.json"]);
	expect(stdout).toBe("");
}, 60_000);

test("schemas are those of the items of a stream, and take any file", () => {
	const text = files.get("src/schemas.ts") ?? "";
	const declared = (name: string) =>
		text.match(new RegExp(`^export const ${name}: (.*?);$`, "ms"))?.[1];
	expect(declared("tickListResponse")).toBe(
		"s.Schema<s.ItemOf<t.TickListResponse>> = s.text",
	);
	expect(declared("kilnWatchResponse")).toMatch(
		/^s\.Schema<s\.ItemOf<t\.KilnWatchResponse>> = .*s\.object\(.*degrees: s\.integer/s,
	);
	expect(declared("firingListResponse")).toMatch(/cone: s\.text/);
	expect(declared("glazeCreateParams")).toMatch(
		/photo: s\.opaque<Uploadable>\(\)/,
	);
});

test("the tests hold the client to streams and to forms", () => {
	const suites = ["firings", "glazes", "glazes/rating", "kilns", "kilns/ticks"];
	const { stdout } = runScript("vitest/vitest.mjs", ["run", "--reporter=json"]);
	const { testResults, numFailedTests } = JSON.parse(stdout);
	expect(numFailedTests).toBe(0);
	expect(
		testResults.map(({ name }: { readonly name: string }) => name).sort(),
	).toEqual(suites.map((path) => join(folder, `test/${path}.test.ts`)));
}, 60_000);

test.each([
	["glazes", '"encode":"encodeMultipart"', '"encode":""'],
	["glazes/rating", '"encode":"encodeForm"', '"encode":""'],
	["kilns", '"read":"readEvents"', '"read":""'],
	["firings", '"read":"readLines"', '"read":""'],
	["kilns/ticks", '"read":"readTextEvents"', '"read":"readEvents"'],
])(
	"a client that does otherwise in %s fails them",
	(path, before, after) => {
		const source = `src/methods/${path.split("/")[0]}.ts`;
		const text = files.get(source) ?? "";
		expect(text).toContain(before);
		writeFileSync(join(folder, source), text.replace(before, after));
		const { status } = runScript("vitest/vitest.mjs", [
			"run",
			`test/${path}.test.ts`,
		]);
		writeFileSync(join(folder, source), text);
		expect(status).toBe(1);
	},
	60_000,
);

test("snapshots have the items of a stream, and the fields of a form by name", () => {
	expect(snapshot("kilns/watch.200")).toMatchObject({
		data: [{ degrees: 900 }, { degrees: 905, done: true }],
		request: { headers: { accept: "text/event-stream" } },
	});
	expect(snapshot("kilns/ticks/list.200").data).toEqual([expect.any(String)]);
	expect(snapshot("firings/list.200")).toMatchObject({
		data: [
			{ firing: 1, cone: "06" },
			{ firing: 2, cone: "10" },
		],
		request: { headers: { accept: "application/x-ndjson, */*;q=0.5" } },
	});
	expect(snapshot("glazes/create.200").request).toMatchObject({
		headers: { "content-type": "multipart/form-data" },
		body: [
			["about[cone]", expect.stringMatching(/^\d+$/)],
			["name", expect.any(String)],
			["photo", { file: expect.any(String) }],
			["swatches[]", { file: expect.any(String) }],
			["tags[]", expect.any(String)],
		],
	});
	expect(snapshot("glazes/rating/create.200").request).toMatchObject({
		headers: {
			"content-type": "application/x-www-form-urlencoded;charset=UTF-8",
		},
		body: [
			expect.stringMatching(/^stars=\d+$/),
			expect.stringMatching(/^words=./),
		],
	});
});

test("only operations that need it load what streams or writes forms", () => {
	const source = (name: string) => files.get(`src/methods/${name}.ts`) ?? "";
	expect(source("kilns")).not.toMatch(/forms\.js|read-lines/);
	expect(source("glazes")).not.toMatch(/read-|stream/);
	expect(files.get("src/runtime/call.ts")).not.toMatch(/stream\.js|forms\.js/);
});

function snapshot(name: string) {
	return JSON.parse(files.get(`test/snapshots/${name}.json`) ?? "null");
}

function runScript(script: string, args: readonly string[]) {
	const { VITEST: _, ...env } = process.env;
	const path = join(root, "node_modules", script);
	const options = { cwd: folder, env, encoding: "utf8" } as const;
	return spawnSync(process.execPath, [path, ...args], options);
}
