import type { Nodes } from "mdast";
import { nodesOfMarkdown } from "../code/markdown.ts";
import { tripwire } from "./attacks.ts";

/** What a page that is made of a Markdown file of ours would obey, and a person copy. */
export function markdownFaults(text: string): readonly string[] {
	return nodesOfMarkdown(text).flatMap((node) => faultsOf(node));
}

function faultsOf(node: Nodes): readonly string[] {
	switch (node.type) {
		case "html":
			return /^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value)
				? []
				: [`HTML: ${node.value}`];
		case "link":
		case "image":
		case "definition":
			return /^(?:https?:|mailto:|[^:]*$)/i.test(node.url)
				? []
				: [`a link to ${node.url}`];
		case "code":
			return /^(?:sh|bash|shell|console)$/.test(node.lang ?? "") &&
				node.value.includes(tripwire)
				? [`a command: ${node.value}`]
				: [];
		default:
			return [];
	}
}
