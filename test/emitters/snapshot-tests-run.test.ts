import { execFile } from "node:child_process";
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
import type { ApiModel } from "../../generator/model/types.ts";
import type { OutputFile } from "../../generator/text/output-file.ts";
import { sample } from "../models/sample.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** How a client, a fixture or a snapshot can be wrong: a file, what stands in it, and what is put there instead. */
const faults: Readonly<Record<string, readonly [string, string, string]>> = {
	"a wrong path": ["src/methods/apiary.ts", '"/hives"', '"/hive"'],
	"a wrong method": ["src/methods/weather.ts", '"PUT"', '"POST"'],
	"a wrong query name": [
		"src/methods/apiary.ts",
		'"validate_only"',
		'"validate-only"',
	],
	"a header left out": ["src/methods/apiary.ts", '"x-bee-mode"', '"x-bee"'],
	"pages by a wrong name": [
		"src/methods/apiary.ts",
		'"parameter":"page"',
		'"parameter":"pages"',
	],
	"only the first page": [
		"src/runtime/by-number.ts",
		"!items.length ||",
		"items.length < 20 ||",
	],
	"wrong credentials": ["src/core.ts", '"Bearer "', '"Token "'],
	"half of the credentials": [
		"src/core.ts",
		'"x-keeper-email"',
		'"x-keeper-mail"',
	],
	"a segment that is not encoded": [
		"src/runtime/text.ts",
		"return encodeURIComponent(",
		"return encodeURI(",
	],
	"a body left out": [
		"src/methods/weather.ts",
		'"body":"whole"',
		'"positional":"station"',
	],
	"the envelope left on": ["src/core.ts", 'data: "result"', 'data: "messages"'],
	"errors left out": ["src/core.ts", 'errors: "errors"', 'errors: "faults"'],
	"another answer": ["fixtures/weather/list.200.json", "2024", "2025"],
	"another snapshot": [
		"test/snapshots/weather/notes.default.json",
		'"PUT"',
		'"GET"',
	],
};

/** Cases whose lists go on in every way that there is. */
const lists = ["pages", "pages-with-totals", "pages-in-link-headers"];

let folder = "";

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "docwright-snapshots-"));
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	const files = await generate(sample);
	write("right", files);
	for (const name of lists) {
		const path = join(root, "test/corpus/generic", name, "model.json");
		write(name, await generate(parseModel(readFileSync(path, "utf8"))));
	}
	for (const [name, [path, before, after]] of Object.entries(faults)) {
		const damaged = files.map((file) => {
			const wrong = file.path === path;
			return wrong ? { path, text: file.text.replaceAll(before, after) } : file;
		});
		expect(damaged, `${name} makes a difference`).not.toEqual(files);
		write(name, damaged);
	}
	const without = files.filter(
		({ path }) => path !== "test/snapshots/weather/list.200.json",
	);
	write("no snapshot", without);
	writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
	writeFileSync(join(folder, "vitest.config.mjs"), config);
	writeFileSync(join(folder, "tsconfig.json"), tsconfig);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the tests pass for the generated client, and each fault fails some", async () => {
	const failures = await runTests([]);
	for (const name of ["right", ...lists]) expect(failures.get(name)).toBe(0);
	for (const name of [...Object.keys(faults), "no snapshot"])
		expect(failures.get(name), name).toBeGreaterThan(0);
	const snapshots = readdirSync(
		join(folder, "no snapshot/test/snapshots/weather"),
	);
	expect(snapshots).not.toContain("list.200.json");
}, 120_000);

test("no snapshot is written even when someone asks for it", async () => {
	const path = join(
		folder,
		"another snapshot/test/snapshots/weather/notes.default.json",
	);
	const before = readFileSync(path, "utf8");
	const failures = await runTests(["another snapshot", "--update"]);
	expect(failures.get("another snapshot")).toBeGreaterThan(10);
	expect(readFileSync(path, "utf8")).toBe(before);
}, 120_000);

test("the tests compile under strict settings", async () => {
	const tsc = join(root, "node_modules/typescript/bin/tsc");
	expect(await run(tsc, ["--project", folder])).toBe("");
	// Proof that it looks at the tests.
	const file = join(folder, "right/test/weather.test.ts");
	const text = readFileSync(file, "utf8");
	writeFileSync(file, text.replaceAll(".list(", ".lists("));
	expect(await run(tsc, ["--project", folder])).toContain("lists");
}, 120_000);

const config = `export default {
	test: { include: ["*/test/**/*.test.ts"], update: "none", pool: "threads", isolate: false },
};
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
		noUnusedLocals: true,
		verbatimModuleSyntax: true,
		skipLibCheck: true,
		noEmit: true,
	},
	include: ["right"],
});

async function generate(model: ApiModel): Promise<readonly OutputFile[]> {
	const { report } = createReporter();
	const emitters = [
		clientEmitter({ runtime: read("runtime") }),
		fixturesEmitter(),
		snapshotTestsEmitter({ harness: read("snapshot-tests") }),
	];
	return emitters.flatMap((emitter) => emitter.emit(model, report));
}

function read(name: string): readonly OutputFile[] {
	const from = join(root, "templates", name);
	return readdirSync(from).map((path) => {
		return { path, text: readFileSync(join(from, path), "utf8") };
	});
}

function write(name: string, files: readonly OutputFile[]): void {
	for (const { path, text } of files) {
		const target = join(folder, name, path);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, text);
	}
}

/** How many tests fail in each folder. */
async function runTests(
	more: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	const vitest = join(root, "node_modules/vitest/vitest.mjs");
	const args = ["run", "--root", folder, "--reporter=json", ...more];
	const text = await run(vitest, args);
	const report = JSON.parse(text.slice(text.indexOf("{")));
	const failures = new Map<string, number>();
	for (const { name, assertionResults } of report.testResults) {
		const [variant = ""] = String(name)
			.slice(folder.length + 1)
			.split("/");
		const failed = assertionResults.filter(
			({ status }: { readonly status: string }) => status !== "passed",
		);
		failures.set(variant, (failures.get(variant) ?? 0) + failed.length);
	}
	return failures;
}

function run(script: string, args: readonly string[]): Promise<string> {
	const { VITEST: _, ...env } = process.env;
	const options = { cwd: folder, env, maxBuffer: 1 << 26 };
	return new Promise((resolve) => {
		execFile(process.execPath, [script, ...args], options, (_error, stdout) =>
			resolve(stdout),
		);
	});
}
