import type { Nodes, Root, TableRow } from "mdast";
import type { Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import { plainText, spanOf } from "./block.ts";
import { onceWherever } from "./once-wherever.ts";

/** A link of a document: its words and where it leads, as written. */
export interface Link {
	readonly text: string;
	readonly url: string;
	readonly span: Span;
	/** The row of a table that it stands in. */
	readonly row?: TableRow;
	/** The place of that table. */
	readonly table?: Span;
}

/** All links of a document, in order; those that name a definition are given its address. */
export function linksIn(source: Source, tree: Root): readonly Link[] {
	const addresses = new Map<string, string>();
	for (const node of tree.children)
		if (node.type === "definition") addresses.set(node.identifier, node.url);
	const links: Link[] = [];
	const look = (
		node: Nodes,
		row: TableRow | undefined,
		table: Span | undefined,
	): void => {
		const url =
			node.type === "link"
				? node.url
				: node.type === "linkReference"
					? addresses.get(node.identifier)
					: undefined;
		if (url !== undefined)
			links.push({
				text: plainText(node),
				url,
				span: spanOf(source, node),
				...(row !== undefined && { row }),
				...(table !== undefined && { table }),
			});
		else if ("children" in node)
			for (const child of node.children)
				look(
					child,
					node.type === "tableRow" ? node : row,
					node.type === "table" ? spanOf(source, node) : table,
				);
	};
	for (const node of tree.children)
		if (mayLead(node)) look(node, undefined, undefined);
	return links;
}

/** True for a node with a link in it. */
export function mayLead(node: Nodes): boolean {
	return "children" in node && leads(node);
}

const leads = onceWherever((node: Nodes): boolean => {
	const left: Nodes[] = [node];
	for (let one = left.pop(); one !== undefined; one = left.pop()) {
		if (one.type === "link" || one.type === "linkReference") return true;
		if ("children" in one) left.push(...one.children);
	}
	return false;
});
