import type { PhrasingContent } from "mdast";
import { plainText } from "../markdown/block.ts";
import type { Origins, Shape } from "../model/types.ts";
import { parseType, type TypeNotation } from "../notation/type.ts";

/**
 * Parses a type whose words may be links: `array of [Invoice line](#invoice-line)`. What a link says is one name, spaces
 * and all, unless it is a type notation itself.
 */
export function parseLinkedType(
	nodes: readonly PhrasingContent[],
	origins: Origins,
): TypeNotation | undefined {
	const names = new Map<string, string>();
	const text = withoutBrackets(nodes)
		.map((node) => worded(node, names, origins))
		.join("");
	const notation = parseType(
		text
			.replace(/<br\s*\/?>/gi, " ")
			.replace(/\s+/g, " ")
			.replace(/^`|`$/g, "")
			.trim()
			.replace(/^< ([^<>]+) > array(?: ?\(\w+\))?$/, "array of $1"),
		origins,
	);
	if (notation === undefined || names.size === 0) return notation;
	return { ...notation, shape: renamed(notation.shape, names) };
}

/** `[**number**]`: brackets around bold are what is left of a link. */
function withoutBrackets(
	nodes: readonly PhrasingContent[],
): readonly PhrasingContent[] {
	const [open, inner, close] = nodes;
	const left =
		open?.type === "text" &&
		open.value.trim() === "[" &&
		inner?.type === "strong" &&
		close?.type === "text" &&
		close.value.startsWith("]");
	return left ? [inner] : nodes;
}

function worded(
	node: PhrasingContent,
	names: Map<string, string>,
	origins: Origins,
): string {
	const linked = node.type === "link" || node.type === "linkReference";
	if (!linked && "children" in node)
		return node.children.map((child) => worded(child, names, origins)).join("");
	if (node.type === "text") return node.value;
	const text = plainText(node);
	const listed = node.type === "link" ? listedIn(node.url, text) : undefined;
	if (listed !== undefined) {
		const word = `linked${names.size}`;
		names.set(word, listed);
		return `array of ${word}`;
	}
	if (!linked || parseType(text, origins) !== undefined) return text;
	const word = `linked${names.size}`;
	names.set(word, text);
	return word;
}

/** `[**List**](../Models/Letter.md)`: a list whose link leads to what it lists. */
function listedIn(url: string, text: string): string | undefined {
	if (!/^(?:list|array|set|collection)$/i.test(text.trim())) return undefined;
	const [, name] = /^(?:[\w.-]+\/|\.\.?\/)*([A-Z]\w*)\.md$/.exec(url) ?? [];
	return /^(?:list|array|set|string|integer|object)$/i.test(name ?? "")
		? undefined
		: name;
}

function renamed(shape: Shape, names: ReadonlyMap<string, string>): Shape {
	switch (shape.kind) {
		case "array":
			return { ...shape, items: renamed(shape.items, names) };
		case "record":
			return { ...shape, values: renamed(shape.values, names) };
		case "union":
			return {
				...shape,
				members: shape.members.map((member) => renamed(member, names)),
			};
		case "object": {
			const title = names.get(shape.title ?? "");
			return title === undefined ? shape : { ...shape, title };
		}
		default:
			return shape;
	}
}
