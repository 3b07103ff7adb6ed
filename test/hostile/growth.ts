import { readDocs } from "../../generator/pipeline.ts";
import type { Size } from "./sizes.ts";

/** How the time to read a document grows with its size. */
export interface Growth {
	/** Milliseconds of the processor for one document of 100,000 pieces; none for what is read to its end. */
	readonly whole?: number;
	/** Time for twice as much over the time for as much. */
	readonly ratio: number;
	readonly faults: readonly string[];
}

/**
 * Reads a document of a size and one of twice that. What takes too short to be measured is not held against anything;
 * the best of three is, as other programs only make it longer.
 */
export function growthOf({ number, make }: Size): Growth {
	const start = number === "A30" ? 2_000 : 1_000;
	let ratio = Number.POSITIVE_INFINITY;
	for (let round = 0; round < 3 && ratio >= 3; round++) {
		const once = timeOf(make(start));
		const twice = timeOf(make(2 * start));
		ratio = Math.min(ratio, twice < 50 ? 1 : twice / Math.max(once, 1));
	}
	let whole = number === "A30" ? undefined : timeOf(make(100_000));
	if (whole !== undefined && whole > 3_000)
		whole = Math.min(whole, timeOf(make(100_000)));
	const faults: string[] = [];
	if (ratio >= 3)
		faults.push(`twice as much took ${ratio.toFixed(1)} times as long`);
	// A megabyte of folded parts, all of which are read, takes a second where nothing else runs.
	if (whole !== undefined && whole > 3_000) faults.push(`took ${whole} ms`);
	return { ...(whole !== undefined && { whole }), ratio, faults };
}

function timeOf(text: string): number {
	const before = process.cpuUsage();
	readDocs([{ file: "a.md", text }]);
	const { user, system } = process.cpuUsage(before);
	return Math.round((user + system) / 1_000);
}
