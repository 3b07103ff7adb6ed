import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { clientEmitter } from "../../generator/emitters/client/client.ts";
import { packageEmitter } from "../../generator/emitters/package/package.ts";
import { sample } from "../models/sample.ts";
import { runtimeFiles } from "./runtime-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "docwright-"));

/** What users may write against the client, and what they may not. */
const usage = `
import Default, { ApiError, Client, createClient } from "apiary";
import { hiveGet } from "apiary/functions";
import { Apiary } from "apiary/resources/apiary";
import type { Hive, HiveCreateParams, HiveDeleteResponse } from "apiary";

const client: Client = new Default({ apiToken: "t" });
export const alone: Promise<Hive[]> = new Apiary(client.core).hives.list("k");
const { hives } = client.withOptions({ timeout: 1 }).apiary;
const maybe = undefined as string | undefined;

export const list: Promise<Hive[]> = hives.list("k");
export const response: Promise<Response> = hives.list("k", { "page-size": 1 }).asResponse();
for await (const { name, sensors } of hives.list("k", { page: 2 }, { maxPages: 3 })) void [name, sensors];
export const hive: Hive | undefined = (await hives.list("k").toArray({ max: 1 }))[0];
export const page: readonly Hive[] = (await hives.list("k").firstPage()).items;
export const one = await hives.get("h", { keeper_id: "k" }, { timeout: 1 });
export const queen: string | undefined = one.hive?.queen?.mother?.name;
export const same = await hiveGet(createClient({ keeperEmail: "e", keeperKey: "k" }), "h", { keeper_id: "k" });
export const through = await hiveGet(client.core, "h", { keeper_id: "k" });
export const gone: HiveDeleteResponse = await hives.delete("h", { keeper_id: "k" });
export const typed: undefined = gone;
await hives.create("k", { name: "Linden", color: 'bl"ue', place: undefined });
await hives.update("h", { keeper_id: "k", name: maybe, anything: [1] });
await hives.keyRotate("h", { keeper_id: "k", body: { any: "thing" } });
await hives.frames.weigh(1, { keeper_id: "k", hive_id: "h" });
await client.weather.notes("s", { body: ["note"] });
export const celsius: number | null | undefined = (await client.weather.list())["s"]?.celsius;
export const failed = (error: unknown) => error instanceof ApiError && error.status;

// @ts-expect-error there is one weather for each station and no list of pages
for await (const _ of client.weather.list()) break;
// @ts-expect-error the params of \`get\` are required
await hives.get("h");
// @ts-expect-error so is the name of a hive
await hives.create("k", { color: "white" });
// @ts-expect-error which is a string
await hives.update("h", { keeper_id: "k", name: 1 });
// @ts-expect-error no such color
export const params: HiveCreateParams = { name: "Linden", color: "green" };
// @ts-expect-error what the docs cut off is unknown
export const inspection: string = one.hive?.inspection;
// @ts-expect-error what the docs do not promise may be absent
export const color: string = one.hive?.color;
// @ts-expect-error no such option
export const wrong = new Client({ apiTokn: "t" });
`;

const emitted = new Map<string, string>();

beforeAll(async () => {
	const { report } = createReporter();
	const emitters = [
		clientEmitter({ runtime: runtimeFiles() }),
		packageEmitter({ name: "apiary", version: "1.0.0" }),
	];
	for (const emitter of emitters)
		for (const { path, text } of emitter.emit(sample, report))
			emitted.set(path, text);
	for (const [path, text] of emitted) write(path, text);
	write("usage.ts", usage);
	for (const [index, fence] of fences().entries()) {
		const client = fence.includes("import ")
			? `${fence}${fence.includes("const client") ? "export { client };\n" : ""}`
			: `import type { Client } from "apiary";\ndeclare const client: Client;\ndeclare const console: { log(value: unknown): void };\n${fence}`;
		write(`readme-${index}.ts`, client);
	}
	const paths = {
		apiary: ["./src/index.ts"],
		"apiary/*": ["./src/*.ts"],
		"@opentelemetry/api": [
			join(root, "node_modules/@opentelemetry/api/build/src/index.d.ts"),
		],
	};
	const settings = {
		extends: "./tsconfig.json",
		compilerOptions: { paths },
		include: ["src", "*.ts"],
		exclude: ["vitest.config.ts"],
	};
	write("tsconfig.all.json", JSON.stringify(settings));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["typescript", "typescript-oldest"])(
	"client, README and uses of them compile with %s",
	(compiler) => {
		const { stdout, status } = spawnSync(
			process.execPath,
			[
				join(root, "node_modules", compiler, "bin/tsc"),
				"-p",
				"tsconfig.all.json",
			],
			{ cwd: folder, encoding: "utf8" },
		);
		expect(stdout).toBe("");
		expect(status).toBe(0);
	},
);

test("every resource has an example in the README", () => {
	expect(
		fences().filter((fence) => fence.includes("await client.")),
	).toHaveLength(3);
});

function fences(): readonly string[] {
	const text = emitted.get("README.md") ?? "";
	return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(
		([, body = ""]) => body,
	);
}

function write(path: string, text: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}
