import type { RootContent } from "mdast";

/** The name that an empty anchor in front of a heading gives to it: `<a id="account"></a>`. */
export function anchorOf(node: RootContent): string | undefined {
	const html =
		node.type === "html"
			? node.value
			: node.type === "paragraph" &&
					node.children.every(({ type }) => type === "html")
				? node.children
						.map((one) => (one.type === "html" ? one.value : ""))
						.join("")
				: "";
	const [, attributes = ""] =
		/^\s*<a(\s[^<>]*)>\s*(?:<\/a>)?\s*$/i.exec(html) ?? [];
	return idIn(attributes);
}

function idIn(attributes: string): string | undefined {
	const [, double, single, bare] =
		/\s(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)'|([\w.-]+))/i.exec(attributes) ??
		[];
	return double ?? single ?? bare;
}
