import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { ts } from "ts-morph";
import { expect, test } from "vitest";
import * as z from "zod";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { packageEmitter } from "../../generator/emitters/package/package.ts";
import { zodEmitter } from "../../generator/emitters/zod/index.ts";
import { synthesise } from "../../generator/model/fixtures/synthesise.ts";
import type { ApiModel, Shape } from "../../generator/model/types.ts";
import { validate } from "../../generator/model/validate.ts";
import type { JsonValue } from "../../generator/text/json.ts";
import { hostile } from "../code/hostile.ts";
import { parseSource } from "../code/scan.ts";
import { arbitraryModel, hostileJson } from "../models/arbitrary-model.ts";
import {
	boolean,
	literal,
	nullable,
	number,
	object,
	origins,
	property,
	reference,
	text,
} from "../models/make.ts";
import { sample } from "../models/sample.ts";
import { folderWith } from "../output/folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const line = { line: 1 };
const required = { line: 1, required: true };

test("the schemas of the sample", async () => {
	await expect(emit(sample)).toMatchFileSnapshot("zod/zod.ts.snap");
});

test("the package takes Zod as an optional peer, where it is asked for", () => {
	const manifest = (zod: boolean) => {
		const options = { name: "a", version: "1.0.0", zod };
		const files = packageEmitter(options).emit(sample, createReporter().report);
		const file = files.find(({ path }) => path === "package.json");
		const readme = files.find(({ path }) => path === "README.md");
		expect(readme?.text.includes("`a/zod`")).toBe(zod);
		return JSON.parse(file?.text ?? "");
	};
	const { exports, peerDependencies, peerDependenciesMeta } = manifest(true);
	expect(exports).toHaveProperty(
		["./zod", "import", "default"],
		"./dist/zod.js",
	);
	expect(Object.keys(peerDependencies)).toEqual(["zod"]);
	expect(peerDependenciesMeta.zod.optional).toBe(true);
	expect(JSON.stringify(manifest(false))).not.toContain("zod");
});

/** Shapes of every kind, and shapes within themselves in every way. */
const shapes: Readonly<Record<string, Shape>> = {
	Leaf: object([
		property(
			"size",
			number({ integer: true, minimum: 1, maximum: 3 }),
			required,
		),
		property(
			"tag",
			nullable({ kind: "union", members: [literal("a"), literal(2)] }),
			line,
		),
		property("id", { kind: "string", format: "uuid" }, line),
		property("code", { kind: "string", pattern: "^\\d+$", maxLength: 3 }, line),
		property("bad", { kind: "string", pattern: "(a+)+(" }, line),
		property("at", { kind: "string", format: "date-time" }, line),
		property("__proto__", boolean(), line),
		property("x-y", { kind: "unknown" }, required),
	]),
	Tree: object([
		property("leaf", reference("Leaf"), line),
		property("parent", reference("Tree"), line),
		property("children", { kind: "array", items: reference("Tree") }, required),
	]),
	Map: { kind: "record", values: reference("Map") },
	Either: {
		kind: "union",
		members: [text(), reference("Tree"), { kind: "null" }],
	},
	Self: { kind: "union", members: [reference("Self"), text()] },
	Ping: object([property("pong", reference("Pong"), line)]),
	Pong: { kind: "array", items: nullable(reference("Ping")) },
	z: text({ maxLength: 2 }),
	RegExp: boolean(),
};
const forest: ApiModel = {
	...sample,
	operations: [],
	shapes: Object.entries(shapes).map(([name, shape]) => ({
		name,
		shape,
		origins: origins(1, "stated"),
	})),
};

test.each<[string, JsonValue, boolean]>([
	["Leaf", { size: 1, "x-y": null, more: 1 }, true],
	["Leaf", { size: 1 }, false],
	["Leaf", { "x-y": 1 }, false],
	["Leaf", { size: 4, "x-y": 1 }, false],
	["Leaf", { size: 1.5, "x-y": 1 }, false],
	["Leaf", { size: 1, "x-y": 1, tag: null }, true],
	["Leaf", { size: 1, "x-y": 1, tag: 2 }, true],
	["Leaf", { size: 1, "x-y": 1, tag: "b" }, false],
	["Leaf", { size: 1, "x-y": 1, id: "no" }, false],
	["Leaf", { size: 1, "x-y": 1, code: "12" }, true],
	["Leaf", { size: 1, "x-y": 1, code: "1a" }, false],
	["Leaf", { size: 1, "x-y": 1, code: "1234" }, false],
	["Leaf", { size: 1, "x-y": 1, bad: "anything" }, true],
	["Leaf", { size: 1, "x-y": 1, at: "2026-01-02T03:04:05+01:00" }, true],
	["Leaf", { size: 1, "x-y": 1, at: "yesterday" }, false],
	["Tree", { children: [{ children: [] }], parent: { children: [] } }, true],
	["Tree", { children: [{ children: [{}] }] }, false],
	["Map", { a: { b: {} } }, true],
	["Map", { a: { b: 1 } }, false],
	["Either", null, true],
	["Either", { children: [] }, true],
	["Either", 5, false],
	["Ping", { pong: [null, { pong: [] }] }, true],
	["Ping", { pong: [1] }, false],
	["RegExp", true, true],
	["z2", "ab", true],
	["z2", "abc", false],
])("%s takes %j: %s", (name, value, fine) => {
	const schemas = run(emit(forest));
	const schema = schemas[name] ?? schemas[`${name}_`];
	expect(schema?.safeParse(value).success).toBe(fine);
});

test("they agree with the docs' shapes", () => {
	fc.assert(
		fc.property(arbitraryModel, hostileJson, (model, json) => {
			const source = emit(model);
			expect(parseSource(source).errors).toEqual([]);
			const schemas = run(source);
			for (const { name, shape } of model.shapes) {
				const made = synthesise(model, shape, { name: "x", side: "response" });
				for (const value of [json, made]) {
					const fine = validate(model, shape, value).length === 0;
					const { success } = Object(schemas[name]).safeParse(value);
					if (fine) expect({ name, value, success }).toMatchObject({ success });
				}
			}
		}),
		{ numRuns: 100 },
	);
});

test("hostile names and prose make sources that parse", () => {
	fc.assert(
		fc.property(hostile, (name) => {
			const model = JSON.parse(JSON.stringify(sample), (key, value) =>
				/^(?:hives|keeper_id|hive_id|color)$/.test(value) ||
				(key === "description" && typeof value === "string") ||
				(key === "pattern" && typeof value === "string")
					? name
					: value,
			);
			expect(parseSource(emit(model)).errors).toEqual([]);
		}),
		{ numRuns: 60 },
	);
});

test("types within themselves compile, and are what the schemas give", () => {
	const folder = folderWith({
		"zod.ts": emit(forest),
		"sample.ts": emit(sample),
		"empty.ts": emit({ ...sample, operations: [], shapes: [] }),
		"usage.ts": `import * as s from "./zod.js";
const tree: s.Tree = s.Tree.parse({});
export const size: number | undefined = tree.children[0]?.parent?.leaf?.size;
export const tag: "a" | 2 | null | undefined = tree.leaf?.tag;
// @ts-expect-error: what is not required may be absent, but not undefined
export const no: s.Tree = { children: [], parent: undefined };
`,
		"package.json": '{ "type": "module" }',
		"tsconfig.json": JSON.stringify({
			compilerOptions: {
				module: "nodenext",
				target: "es2022",
				strict: true,
				exactOptionalPropertyTypes: true,
				noUncheckedIndexedAccess: true,
				skipLibCheck: true,
				noUnusedLocals: true,
				types: [],
				noEmit: true,
			},
		}),
	});
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	const tsc = join(root, "node_modules/typescript/bin/tsc");
	const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], {
		encoding: "utf8",
	});
	expect(stdout).toBe("");
});

function emit(model: ApiModel): string {
	const files = zodEmitter().emit(model, createReporter().report);
	expect(files.map(({ path }) => path)).toEqual(["src/zod.ts"]);
	return files[0]?.text ?? "";
}

/** What a module of schemas exports. */
function run(source: string): Record<string, z.ZodType | undefined> {
	const compilerOptions = { module: ts.ModuleKind.CommonJS };
	const { outputText } = ts.transpileModule(source, { compilerOptions });
	const exported = {};
	new Function("require", "exports", outputText)(() => z, exported);
	return exported;
}
