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

/**
 * A copy in another place: what others know of the nodes is of where they were, unless it holds `wherever` they are. What is
 * in it is copied when somebody looks.
 */
export function moved<N extends Nodes>(
	node: N,
	lines: number,
	units: number,
): N {
	const from = moves.get(node);
	const move: Move = {
		node: from?.node ?? node,
		lines: (from?.lines ?? 0) + lines,
		units: (from?.units ?? 0) + units,
	};
	return copyOf(move) as N;
}

/** A node that was parsed, and how far from there a copy of it is. */
interface Move {
	readonly node: Nodes;
	readonly lines: number;
	readonly units: number;
}

const moves = new WeakMap<object, Move>();

/** What stands for a node in all places that it was moved to. */
export function wherever(node: object): object {
	return moves.get(node)?.node ?? node;
}

function copyOf(move: Move): Nodes {
	const copy = withoutChildren(move.node);
	const { position } = move.node;
	if (position !== undefined)
		copy.position = {
			start: pointOf(position.start, move),
			end: pointOf(position.end, move),
		};
	if ("children" in move.node)
		Object.defineProperty(copy, "children", copiedChildren);
	moves.set(copy, move);
	return copy;
}

function withoutChildren(node: Nodes): Nodes {
	if (!("children" in node)) return { ...node };
	const { children: _, ...own } = node;
	return own as Nodes;
}

const copiedChildren: PropertyDescriptor = {
	configurable: true,
	enumerable: true,
	get(this: Nodes) {
		const move = moves.get(this);
		if (move === undefined || !("children" in move.node)) return [];
		const { lines, units } = move;
		const value = move.node.children.map((one) => moved(one, lines, units));
		Object.defineProperty(this, "children", { value, enumerable: true });
		return value;
	},
};

type Point = NonNullable<Nodes["position"]>["end"];

function pointOf({ line, column, offset = 0 }: Point, by: Move): Point {
	return { line: line + by.lines, column, offset: offset + by.units };
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
