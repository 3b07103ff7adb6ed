import { readDocs } from "../../generator/pipeline.ts";
import { docsThatGrow } from "./docs-that-grow.ts";
import { table } from "./table.ts";

/** How the time to read docs grows with them: each step doubles them, so 2.0 is in proportion; always 0. */
export function run(only?: readonly string[]): number {
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
	console.log(table([["docs of", `s for ${sizes.at(-1)}`, ...steps], ...rows]));
	return 0;
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
