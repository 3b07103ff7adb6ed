import type { Nodes } from "mdast";

/** Moves a tree that nobody else has. */
export function move(root: Nodes, lines: number, units: number): void {
	const left: Nodes[] = [root];
	for (let node = left.pop(); node !== undefined; node = left.pop()) {
		if ("children" in node) for (const child of node.children) left.push(child);
		for (const point of [node.position?.start, node.position?.end]) {
			if (point === undefined) continue;
			point.line += lines;
			point.offset = (point.offset ?? 0) + units;
		}
	}
}

/** A copy in another place: what others know of the nodes is of where they were, unless it holds `wherever` they are. */
export function moved<N extends Nodes>(
	node: N,
	lines: number,
	units: number,
): N {
	const copy = copyOf(node, lines, units);
	originals.set(copy, wherever(node));
	return copy;
}

const originals = new WeakMap<object, object>();

/** What stands for a node in all places that it was moved to. */
export function wherever(node: object): object {
	return originals.get(node) ?? node;
}

function copyOf<N extends Nodes>(node: N, lines: number, units: number): N {
	const copy = { ...node };
	if (node.position !== undefined) {
		const { start, end } = node.position;
		copy.position = {
			start: pointOf(start, lines, units),
			end: pointOf(end, lines, units),
		};
	}
	if ("children" in copy)
		copy.children = copy.children.map((child) =>
			copyOf(child, lines, units),
		) as never;
	return copy;
}

type Point = NonNullable<Nodes["position"]>["end"];

function pointOf(
	{ line, column, offset = 0 }: Point,
	lines: number,
	units: number,
): Point {
	return { line: line + lines, column, offset: offset + units };
}

export function startOf({ position }: Nodes): number {
	return position?.start.offset ?? 0;
}

export function endOf({ position }: Nodes): number {
	return position?.end.offset ?? 0;
}

export function lineOf({ position }: Nodes): number {
	return position?.start.line ?? 1;
}
