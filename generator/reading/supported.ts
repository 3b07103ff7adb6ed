import type { Nodes, PhrasingContent, Table } from "mdast";
import { type Block, plainText, spanOf } from "../markdown/block.ts";
import type { Support } from "../model/support.ts";
import type { Source } from "../text/source.ts";

/** What an operation supports, before it is known which operation says so. */
export type Supported = Omit<Support, "operation">;

/**
 * What a block says that its operation supports: a table with a `YES` under it, `Pagination: yes`, "This endpoint supports
 * [pagination](#pagination)".
 */
export function supportsIn(
	{ node }: Block,
	source: Source,
): readonly Supported[] {
	switch (node.type) {
		case "table":
			return [...inTable(node, source), ...inPermissions(node, source)];
		case "paragraph":
			return [...inLabel(node.children, source), ...inLinks(node, source)];
		case "list":
			return node.children.flatMap(({ children }) =>
				children.flatMap((child) =>
					child.type === "paragraph"
						? [...inLabel(child.children, source), ...inLinks(child, source)]
						: [],
				),
			);
		default:
			return [];
	}
}

const yes =
	/^[\s`*_]*(?:yes|true|supported|✓|✔|✅|☑|sí|oui|ja)(?:\uFE0F)?[\s`*_.]*$/iu;

/** A column, or a row of two cells, whose head names what is supported. */
function inTable(table: Table, source: Source): readonly Supported[] {
	const [head, ...rows] = table.children;
	if (head === undefined) return [];
	return rows.flatMap(({ children }) =>
		children.flatMap((cell, index) => {
			if (!yes.test(plainText(cell))) return [];
			const above = plainText(head.children[index] ?? cell);
			const beside = plainText(children[0] ?? cell);
			const text = rows.length === 1 ? above : beside;
			return [{ text, span: spanOf(source, cell) }];
		}),
	);
}

const permissions =
	/\b(?:acls?|permissions?|scopes?|capabilit(?:y|ies)|privileges?)\b/i;

/** `shelf` where a column of permissions has `shelf:read`. */
function inPermissions(table: Table, source: Source): readonly Supported[] {
	const [head, ...rows] = table.children;
	return rows.flatMap(({ children }) =>
		children.flatMap((cell, index) => {
			const title = head?.children[index];
			if (title === undefined || !permissions.test(plainText(title))) return [];
			return cell.children.flatMap((child): Supported[] => {
				const code = child.type === "inlineCode" ? child.value : "";
				const span = spanOf(source, cell);
				return code.split(/[\s,]+/).flatMap((name) => {
					const [, text] = /^([A-Za-z][\w-]*):[\w*-]+$/.exec(name) ?? [];
					return text === undefined ? [] : [{ text, permission: true, span }];
				});
			});
		}),
	);
}

/** `**Paginated**: yes`. */
function inLabel(
	nodes: readonly PhrasingContent[],
	source: Source,
): readonly Supported[] {
	const text = nodes.map((node) => plainText(node)).join(" ");
	const [, label, value] =
		/^([^:：]{3,40})[:：]\s*(\S{1,12})\s*$/.exec(text) ?? [];
	const [first] = nodes;
	return label !== undefined && yes.test(value ?? "") && first !== undefined
		? [{ text: label.trim(), span: spanOf(source, first) }]
		: [];
}

/** A link in a sentence that says that the operation does, takes or is what the link leads to. */
function inLinks(node: Nodes, source: Source): readonly Supported[] {
	if (!("children" in node)) return [];
	const text = plainText(node);
	const says =
		/\b(?:this|the|these) (?:\w+ )?(?:endpoint|method|call|request|operation|route|list|resource|results?|response|action|command)s?\b[^.]{0,60}\b(?:supports?|accepts?|takes?|uses?|honou?rs?|allows?|(?:is|are|can be|may be) (?:also )?\w+(?:ed|able))\b|^(?:supports?|accepts?|paginated|see)\b/i.test(
			text,
		) && !/\b(?:not|n't|table|below|neither|unlike)\b/i.test(text);
	if (!says) return [];
	return node.children.flatMap((child): Supported[] => {
		if (child.type !== "link") return [];
		const anchor = /#(.+)$/.exec(child.url)?.[1];
		return anchor === undefined
			? []
			: [{ text: plainText(child), anchor, span: spanOf(source, child) }];
	});
}
