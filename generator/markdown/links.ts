import type { Nodes, Root, TableRow } from "mdast";
import { lazily } from "../text/once.ts";
import type { Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import { plainText, spanOf } from "./block.ts";
import { onceWherever } from "./once-wherever.ts";

/** A link of a document: its words and where it leads, as written; its place is found when somebody asks. */
export interface Link {
	readonly text: string;
	readonly url: string;
	readonly span: Span;
	/** The row of a table that it stands in, which may have stood elsewhere when it was found: its words are the same. */
	readonly row: TableRow | undefined;
	/** The place of that table. */
	readonly table: Span | undefined;
}

/** A link within a block, wherever that is. */
interface Lead {
	readonly text: string;
	readonly to: { readonly url: string } | { readonly identifier: string };
	/** Which child of which leads from the block to it. */
	readonly way: readonly number[];
	readonly row: TableRow | undefined;
}

/** All links of a document, in order; those that name a definition are given its address. */
export function linksIn(source: Source, tree: Root): readonly Link[] {
	const addresses = new Map<string, string>();
	for (const node of tree.children)
		if (node.type === "definition") addresses.set(node.identifier, node.url);
	return tree.children.flatMap((block) =>
		leadsIn(block).flatMap(({ text, to, way, row }) => {
			const url = "url" in to ? to.url : addresses.get(to.identifier);
			return url === undefined
				? []
				: [linkOn(source, block, { text, url, way, row })];
		}),
	);
}

/** The links in a block, in order. */
export function leadsIn(block: Nodes): readonly Lead[] {
	return "children" in block ? leadsWithin(block) : [];
}

const leadsWithin = onceWherever((block: Nodes): readonly Lead[] => {
	const leads: Lead[] = [];
	const look = (
		node: Nodes,
		way: readonly number[],
		row: TableRow | undefined,
	): void => {
		if (node.type === "link")
			leads.push({ text: plainText(node), to: { url: node.url }, way, row });
		else if (node.type === "linkReference") {
			const { identifier } = node;
			leads.push({ text: plainText(node), to: { identifier }, way, row });
		} else if ("children" in node)
			for (const [at, child] of node.children.entries())
				look(child, [...way, at], node.type === "tableRow" ? node : row);
	};
	look(block, [], undefined);
	return leads;
});

function linkOn(
	source: Source,
	block: Nodes,
	{
		text,
		url,
		way,
		row,
	}: Pick<Link, "text" | "url"> & Pick<Lead, "way" | "row">,
): Link {
	const nodes = lazily(() => {
		const found = [block];
		for (const at of way) {
			const last = found.at(-1);
			const next = last && "children" in last ? last.children[at] : undefined;
			if (next !== undefined) found.push(next);
		}
		return found;
	});
	return {
		text,
		url,
		get span() {
			return spanOf(source, nodes().at(-1) ?? block);
		},
		row,
		get table() {
			const table = nodes().findLast((node) => node.type === "table");
			return table && spanOf(source, table);
		},
	};
}
