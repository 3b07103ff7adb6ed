import type { Nodes } from "mdast";
import type { Block } from "./block.ts";
import { wherever } from "./move-nodes.ts";

/** A question about a node that has nothing to do with its place, answered once for all places that it is moved to. */
export function onceWherever<
	N extends Nodes,
	V extends {},
	A extends readonly unknown[],
>(ask: (node: N, ...around: A) => V): (node: N, ...around: A) => V {
	const known = new WeakMap<object, V>();
	return (node, ...around) => {
		const key = wherever(node);
		const answer = known.get(key) ?? ask(node, ...around);
		known.set(key, answer);
		return answer;
	};
}

/** The same search, which remembers of blocks that nothing is found in them, wherever they are moved to. */
export function unlessNothing<V, A extends readonly unknown[]>(
	search: (block: Block, ...around: A) => readonly V[],
): (block: Block, ...around: A) => readonly V[] {
	const nothing = new WeakSet<object>();
	return (block, ...around) => {
		const key = wherever(block.node);
		if (nothing.has(key)) return [];
		const found = search(block, ...around);
		if (found.length === 0) nothing.add(key);
		return found;
	};
}
