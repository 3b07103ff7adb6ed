import type { RootContent } from "mdast";

/** A node and everything inside it, in order; it does not recurse, so depth is no matter. */
export function* nodesIn(root: RootContent): Generator<RootContent> {
	const left: RootContent[] = [root];
	for (let node = left.pop(); node !== undefined; node = left.pop()) {
		yield node;
		if ("children" in node) left.push(...[...node.children].reverse());
	}
}
