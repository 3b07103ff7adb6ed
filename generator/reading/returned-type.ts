import type { PhrasingContent } from "mdast";
import { plainText } from "../markdown/block.ts";
import type { Origins, Shape } from "../model/types.ts";
import { shapeOfWord } from "../notation/words.ts";
import { parseLinkedType } from "./type-cell.ts";

/**
 * The type that words about an answer name: `[Account](#account)`, `Array of [Account](#account)`, `null`; "nothing"
 * where they say that there is none. Sentences that only mention types say nothing of the answer.
 */
export function readReturnedType(
	nodes: readonly PhrasingContent[],
	origins: Origins,
): Shape | "nothing" | undefined {
	const text = nodes
		.map((node) => plainText(node))
		.join(" ")
		.trim();
	if (
		/^(?:null|void|none|nothing|empty|no content)?\s*(?:\((?:empty|no)\b[^()]*\))?\.?$/i.test(
			text,
		)
	)
		return "nothing";
	const unquoted = nodes.filter(
		(node, index) =>
			!(
				index === nodes.length - 1 &&
				node.type === "text" &&
				/^[\s.]*$/.test(node.value)
			),
	);
	const shape = parseLinkedType(unquoted, origins)?.shape;
	return shape !== undefined && isNamed(shape, nodes) ? shape : undefined;
}

/** A lone word is a type when it is linked or all that is said in bold, or when the vocabulary knows it. */
function isNamed(shape: Shape, nodes: readonly PhrasingContent[]): boolean {
	if (shape.kind === "array") return isNamed(shape.items, nodes);
	if (shape.kind === "record") return isNamed(shape.values, nodes);
	if (shape.kind === "union")
		return shape.members.every((member) => isNamed(member, nodes));
	if (shape.kind !== "object" || shape.title === undefined)
		return shape.kind !== "literal";
	if (shapeOfWord(shape.title) !== undefined) return true;
	const [only, ...others] = nodes;
	const bold = only?.type === "strong" && others.length === 0;
	return nodes.some(hasLink) || (bold && /^[A-Z]\w*$/.test(shape.title));
}

function hasLink(node: PhrasingContent): boolean {
	if (node.type === "link" || node.type === "linkReference") return true;
	return "children" in node && node.children.some(hasLink);
}
