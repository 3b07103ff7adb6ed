import { type Block, plainText } from "../markdown/block.ts";
import type { Permissions } from "../model/types.ts";

/**
 * The permissions that a block of an operation's section asks for: "Requires the `hives:write` scope", or a list of
 * nothing but names below "Required scopes".
 */
export function permissionsIn(
	{ node, span }: Block,
	below: boolean,
): Permissions | undefined {
	const origins = [{ span, basis: "stated" }] as const;
	if (node.type === "list" && below) {
		const names = node.children.map((item) =>
			item.children.map((one) => plainText(one)).join(" "),
		);
		return names.every((name) => isName(name) && /[.:_/-]/.test(name))
			? { need: "all", names, origins }
			: undefined;
	}
	if (node.type !== "paragraph") return undefined;
	const coded = node.children.flatMap((child) =>
		child.type === "inlineCode" && isName(child.value) ? [child.value] : [],
	);
	for (const sentence of plainText(node).split(/(?<=[.;])\s+/)) {
		const names = coded.filter((name) => sentence.includes(name));
		if (names.length === 0 || !asks.test(sentence)) continue;
		// What some callers need is nothing of the operation.
		if (/\b(?:if|unless|when|only for)\b/i.test(sentence)) continue;
		const any = /\b(?:or|any|either|one of)\b/i.test(sentence);
		return { need: any ? "any" : "all", names, origins };
	}
	return undefined;
}

const asks =
	/\b(?:requires?|needs?|must have)\b[^.;]{0,80}?\b(?:scopes?|permissions?)\b/i;

function isName(text: string): boolean {
	return /^[\w.:*/-]+$/.test(text);
}
