import {
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Corpus, corporaHere } from "./corpora-here.ts";
import { type Ended, runDocwright, runProcess } from "./process.ts";
import { table } from "./table.ts";

/** Whether each corpus gives a package that compiles and whose tests pass; 1 when one does not. */
export async function run(only?: readonly string[]): Promise<number> {
	const rows: (readonly string[])[] = [];
	const faults: string[] = [];
	for (const corpus of corporaHere(only)) {
		const folder = mkdtempSync(join(tmpdir(), "docwright-bench-"));
		try {
			const built = await build(corpus, join(folder, "out"));
			rows.push([corpus.name, ...built.cells]);
			if (built.fault !== undefined)
				faults.push(`${corpus.name}: ${built.fault}`);
		} finally {
			rmSync(folder, { recursive: true });
		}
	}
	if (rows.length > 0) console.log(table([columns, ...rows]));
	for (const fault of faults) console.log(fault);
	return faults.length > 0 ? 1 : 0;
}

const columns = [
	"corpus",
	"generate",
	"s",
	"files",
	"tsc --strict",
	"s",
	"tests passed",
	"failed",
	"s",
];

interface Built {
	readonly cells: readonly string[];
	/** What the first step that failed had to say. */
	readonly fault?: string;
}

async function build({ docs }: Corpus, out: string): Promise<Built> {
	const made = await runDocwright("generate", docs, "--out", out, "--quiet");
	const generated = [`exit ${made.status}`, made.seconds.toFixed(1)];
	if (!existsSync(join(out, "package.json")))
		return { cells: generated, fault: said(made) };
	const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
	symlinkSync(modules, join(out, "node_modules"));
	const bin = (name: string) => join(modules, ".bin", name);
	const types = await runProcess(
		bin("tsc"),
		["--noEmit", "--strict", "--skipLibCheck", "false", "-p", "."],
		out,
	);
	const report = join(out, "report.json");
	const tests = await runProcess(
		bin("vitest"),
		["run", "--reporter=json", `--outputFile=${report}`],
		out,
	);
	const {
		numPassedTests = 0,
		numFailedTests = 0,
		testResults = [],
	} = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
	const cells = [
		...generated,
		String(filesOf(out)),
		types.status === 0 ? "clean" : `exit ${types.status}`,
		types.seconds.toFixed(1),
		String(numPassedTests),
		String(numFailedTests),
		tests.seconds.toFixed(1),
	];
	const failed = [made, types].find(({ status }) => status !== 0);
	if (failed !== undefined) return { cells, fault: said(failed) };
	if (tests.status === 0) return { cells };
	return { cells, fault: firstFailures(testResults) || said(tests) };
}

function filesOf(out: string): number {
	const manifest = JSON.parse(
		readFileSync(join(out, ".docwright.json"), "utf8"),
	);
	return Object.keys(manifest.files).length;
}

/** The first lines of what a program printed. */
function said({ stdout, stderr }: Ended): string {
	return `${stdout}${stderr}`.trim().split("\n").slice(0, 12).join("\n  ");
}

interface TestFile {
	readonly message?: string;
	readonly assertionResults: readonly {
		readonly fullName: string;
		readonly status: string;
		readonly failureMessages?: readonly string[];
	}[];
}

function firstFailures(files: readonly TestFile[]): string {
	return files
		.flatMap(({ assertionResults, message }) => [
			...assertionResults
				.filter(({ status }) => status === "failed")
				.map(
					({ fullName, failureMessages = [] }) =>
						`${fullName}\n    ${(failureMessages[0] ?? "").slice(0, 600)}`,
				),
			...(assertionResults.length === 0 && message ? [message] : []),
		])
		.slice(0, 5)
		.join("\n  ");
}
