import type { List } from "mdast";
import { type Block, spanOf } from "../markdown/block.ts";
import type { Source } from "../text/source.ts";
import { readLabel } from "./label.ts";
import { partRoleOf, partWords } from "./part-words.ts";

/** The items of a list that says `query: a, b` or `body: c` in each of some lines, as if it were no list. */
export function labelledItems(source: Source, block: Block): readonly Block[] {
	const { node } = block;
	if (node.type !== "list") return [block];
	const plain = node.children.every(
		({ children }) =>
			children.length === 1 && children[0]?.type === "paragraph",
	);
	const labels = node.children.filter(({ children: [first] }) => {
		if (first === undefined) return false;
		const one = { node: first, span: spanOf(source, first) };
		const { text = "", value } = readLabel(one, undefined) ?? {};
		const role = partRoleOf(partWords, text) ?? "";
		return value !== undefined && requests.includes(role);
	});
	return plain && labels.length > 0 ? itemsOf(source, node) : [block];
}

const requests: readonly string[] = [
	"path",
	"query",
	"header",
	"body",
	"parameters",
	"payload",
];

/**
 * The blocks in a list whose items are labels with the method and the URL of an endpoint, `- Method: GET` and
 * `- URL: /things`, as if they stood under each other without a list; any other block as it is.
 */
export function labelItems(source: Source, block: Block): readonly Block[] {
	const { node } = block;
	if (node.type !== "list") return [block];
	const roles = node.children.flatMap(({ children: [first, second] }) => {
		if (first === undefined) return [];
		const label = readLabel(
			{ node: first, span: spanOf(source, first) },
			second && { node: second, span: spanOf(source, second) },
		);
		return partRoleOf(partWords, label?.text ?? "") ?? [];
	});
	if (!roles.includes("method") || !roles.includes("url")) return [block];
	return itemsOf(source, node);
}

/** What stands in the items of a list, as if there were no list. */
export function itemsOf(source: Source, list: List): readonly Block[] {
	return list.children.flatMap((item) => {
		// A bullet without anything is a block without anything.
		if (item.children.length === 0) {
			const nothing: Block["node"] = { type: "paragraph", children: [] };
			return [{ node: nothing, span: spanOf(source, item) }];
		}
		return item.children.map((child, index) => {
			const span = spanOf(source, child);
			// The mark of the item belongs to the first block in it.
			const { start } = index === 0 ? spanOf(source, item) : span;
			return { node: child, span: { ...span, start } };
		});
	});
}
