import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { clientEmitter } from "../../generator/emitters/client/client.ts";
import { fixturesEmitter } from "../../generator/emitters/fixtures.ts";
import { snapshotTestsEmitter } from "../../generator/emitters/snapshot-tests/index.ts";
import { parseModel } from "../../generator/model/parse.ts";
import type { OutputFile } from "../../generator/text/output-file.ts";
import { checkedSchemas } from "./schema-checks.ts";

/** The client and the tests of each case of test/corpus, all in one program. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const corpus = join(root, "test/corpus");
const cases = readdirSync(corpus, { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith("model.json"))
	.map((file) => dirname(file))
	.sort();

let folder = "";

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "docwright-cases-"));
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	const emitters = [
		clientEmitter({ runtime: filesOf("runtime") }),
		fixturesEmitter(),
		snapshotTestsEmitter({ harness: filesOf("snapshot-tests") }),
	];
	for (const name of cases) {
		const model = parseModel(
			readFileSync(join(corpus, name, "model.json"), "utf8"),
		);
		const { report } = createReporter();
		for (const emitter of emitters)
			for (const { path, text } of emitter.emit(model, report))
				write(join(name, path), text);
		const schemas = readFileSync(join(folder, name, "src/schemas.ts"), "utf8");
		write(join(name, "checks/schemas.ts"), checkedSchemas(schemas));
	}
	write("generic/variants/src/usage.ts", narrowing);
	write("package.json", '{ "type": "module" }\n');
	write("tsconfig.json", tsconfig);
	write("tsconfig.checks.json", checks);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

test("compile under strict settings", () => {
	// A fault in each of them proves that the compiler looks at all of them.
	for (const name of cases)
		write(join(name, "src/wrong.ts"), "export const wrong: string = 1;\n");
	const tsc = join(root, "node_modules/typescript/bin/tsc");
	const { stdout } = spawnSync(process.execPath, [tsc, "--project", folder], {
		encoding: "utf8",
		maxBuffer: 1 << 26,
	});
	const faults = stdout.split("\n").filter((line) => line !== "");
	expect(faults.filter((line) => !line.includes("src/wrong.ts"))).toEqual([]);
	expect(faults).toHaveLength(cases.length);
	expect(cases.length).toBeGreaterThan(50);
}, 300_000);

test("have schemas of exactly their types", () => {
	const tsc = join(root, "node_modules/typescript/bin/tsc");
	const project = join(folder, "tsconfig.checks.json");
	const { stdout } = spawnSync(process.execPath, [tsc, "--project", project], {
		encoding: "utf8",
		maxBuffer: 1 << 26,
	});
	expect(stdout).toBe("");
}, 300_000);

/** Variants are told apart as their docs say. */
const narrowing = `
import type { PaymentCreateParams, Seat } from "./index.js";
export function places(seat: Seat): number {
	return seat.kind === "stall" ? seat.row : seat.guests.length;
}
export function code({ body }: PaymentCreateParams): string | undefined {
	return body?.method === "card" ? body.number : body?.code;
}
// @ts-expect-error a box has no row
export const wrong: Seat = { kind: "box", row: 1 };
`;

const tsconfig = JSON.stringify({
	compilerOptions: {
		target: "ES2022",
		lib: ["ES2022", "DOM", "DOM.Iterable"],
		module: "NodeNext",
		moduleResolution: "NodeNext",
		types: ["node"],
		strict: true,
		exactOptionalPropertyTypes: true,
		noUncheckedIndexedAccess: true,
		noImplicitOverride: true,
		noUnusedLocals: true,
		verbatimModuleSyntax: true,
		isolatedModules: true,
		skipLibCheck: true,
		noEmit: true,
	},
	include: ["*/*/src", "*/*/test"],
});

const checks = JSON.stringify({
	extends: "./tsconfig.json",
	compilerOptions: { exactOptionalPropertyTypes: false, noUnusedLocals: false },
	include: ["*/*/checks"],
});

function filesOf(name: string): readonly OutputFile[] {
	const from = join(root, "templates", name);
	return readdirSync(from).map((path) => {
		return { path, text: readFileSync(join(from, path), "utf8") };
	});
}

function write(path: string, text: string): void {
	const target = join(folder, path);
	mkdirSync(dirname(target), { recursive: true });
	writeFileSync(target, text);
}
