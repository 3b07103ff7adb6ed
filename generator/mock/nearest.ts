import type { Operation } from "../model/types.ts";
import type { Pattern } from "./pattern.ts";
import { matchSegment, type SegmentPattern } from "./segments.ts";

/** The operation whose path takes the fewest changes to become this one; of equals one with the same method. */
export function nearest(
	patterns: readonly Pattern[],
	method: string,
	segments: readonly string[],
): Operation | undefined {
	const way = segments.slice(0, 40).map((segment) => segment.slice(0, 80));
	const known = new Map<string, number>();
	let best: { readonly operation: Operation; readonly far: number } | undefined;
	for (const { operation, bases, segments: path } of patterns) {
		const [base = []] = bases;
		const under = base.every((text, at) => way[at] === text);
		const far =
			distance(under ? way.slice(base.length) : way, path, (text, segment) =>
				costOf(text, segment, known),
			) + (operation.method === method ? 0 : 0.1);
		if (best === undefined || far < best.far) best = { operation, far };
	}
	return best?.operation;
}

/** From 0 for a segment that fits to 1 for one that has nothing of it. */
function costOf(
	text: string,
	segment: SegmentPattern,
	known: Map<string, number>,
): number {
	if (matchSegment(segment, text) !== undefined) return 0;
	const literal = segment.parts
		.map((part) => (part.kind === "literal" ? part.text : ""))
		.join("")
		.slice(0, 80);
	const key = `${text}/${literal}`;
	const cost =
		known.get(key) ??
		distance([...text], [...literal], (a, b) => (a === b ? 0 : 1)) /
			Math.max(text.length, literal.length, 1);
	known.set(key, cost);
	return cost;
}

/** Levenshtein's distance, with a cost for each replacement. */
function distance<A, B>(
	from: readonly A[],
	to: readonly B[],
	costOf: (a: A, b: B) => number,
): number {
	let row = Array.from({ length: to.length + 1 }, (_, at) => at);
	for (const [index, a] of from.entries()) {
		const next = [index + 1];
		for (const [at, b] of to.entries())
			next.push(
				Math.min(
					(row[at] ?? 0) + costOf(a, b),
					(row[at + 1] ?? 0) + 1,
					(next[at] ?? 0) + 1,
				),
			);
		row = next;
	}
	return row.at(-1) ?? 0;
}
