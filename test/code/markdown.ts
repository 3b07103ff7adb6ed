import type { Nodes } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** The kinds of all nodes of a Markdown text, in order. */
export function parseMarkdown(text: string): { readonly kinds: string[] } {
	return { kinds: nodesOfMarkdown(text).map(({ type }) => type) };
}

/** All nodes of a Markdown text, in order. */
export function nodesOfMarkdown(text: string): readonly Nodes[] {
	const nodes: Nodes[] = [];
	const visit = (node: Nodes): void => {
		nodes.push(node);
		if ("children" in node) for (const child of node.children) visit(child);
	};
	visit(unified().use(remarkParse).parse(text));
	return nodes;
}

/** What a reader of rendered Markdown sees. */
export function textOfMarkdown(text: string): string {
	const read = (node: Nodes): string =>
		"value" in node
			? node.value
			: "children" in node
				? node.children.map(read).join("")
				: "";
	return read(unified().use(remarkParse).parse(text));
}
