import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readDocs } from "../../generator/pipeline.ts";
import { apiOf, docsThatGrow } from "./docs-that-grow.ts";
import { costOf, docwright } from "./program-cost.ts";
import { table } from "./table.ts";

/** How the time to read docs grows with them, and what a whole run costs for ever larger APIs; always 0. */
export async function run(only?: readonly string[]): Promise<number> {
	reading(only);
	if (only === undefined || only.includes("api")) await wholeRuns();
	return 0;
}

/** Each step doubles the docs, so 2.0 is in proportion. */
function reading(only?: readonly string[]): void {
	const rows = Object.entries(docsThatGrow)
		.filter(([name]) => only === undefined || only.includes(name))
		.map(([name, make]) => {
			const times = sizes.map((size) => secondsFor(make(size)));
			const ratios = times
				.slice(1)
				.map((time, index) => (time / (times[index] ?? time)).toFixed(1));
			return [name, (times.at(-1) ?? 0).toFixed(2), ...ratios];
		});
	const steps = sizes.slice(1).map((size) => `to ${size}`);
	if (rows.length > 0)
		console.log(
			table([["docs of", `s for ${sizes.at(-1)}`, ...steps], ...rows]),
		);
}

/** Documents of some operations each, from reading to the last of the files, of which none is written. */
async function wholeRuns(): Promise<void> {
	const rows: (readonly string[])[] = [];
	let first: number | undefined;
	for (const operations of [250, 1_000, 2_500, 5_000, 10_000]) {
		const home = mkdtempSync(join(tmpdir(), "docwright-bench-"));
		try {
			for (const { file, text } of apiOf(operations)) {
				const path = join(home, "docs", file);
				mkdirSync(dirname(path), { recursive: true });
				writeFileSync(path, text);
			}
			const out = join(home, "out");
			const args = ["--out", out, "--dry-run", "--quiet", "--no-cache"];
			const cost = await costOf(
				docwright("generate", join(home, "docs"), ...args),
			);
			const each = cost.cpu / operations;
			first ??= each;
			rows.push([
				String(operations),
				cost.cpu.toFixed(1),
				(1000 * each).toFixed(2),
				(each / first).toFixed(2),
				cost.megabytes.toFixed(0),
			]);
		} finally {
			rmSync(home, { recursive: true });
		}
	}
	const head = ["operations", "s CPU", "ms CPU each", "× the first", "MB"];
	console.log(table([head, ...rows]));
}

const sizes = [500, 1_000, 2_000, 4_000];

/** The best of three: what else the machine does only adds to it. */
function secondsFor(docs: Parameters<typeof readDocs>[0]): number {
	const times = [0, 1, 2].map(() => {
		const before = process.cpuUsage();
		readDocs(docs);
		return process.cpuUsage(before).user / 1e6;
	});
	return Math.min(...times);
}
