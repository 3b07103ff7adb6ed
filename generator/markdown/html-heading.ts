import type { RootContent } from "mdast";

/** A heading that is written in HTML: `<h3 id="answers">Answers</h3>`. */
export interface HtmlHeading {
	readonly depth: number;
	readonly text: string;
	readonly id?: string;
}

/** Reads an HTML block that is one heading and nothing else. */
export function readHtmlHeading(node: RootContent): HtmlHeading | undefined {
	if (node.type !== "html") return undefined;
	const [, depth, attributes = "", inner = ""] =
		/^\s*<h([1-6])((?:\s[^<>]*)?)>([^\n]*?)<\/h\1>\s*$/i.exec(node.value) ?? [];
	const text = inner
		.replace(/<[^<>]*>/g, "")
		.replace(/\s+/g, " ")
		.trim();
	if (depth === undefined || text === "") return undefined;
	const id = idIn(attributes);
	return { depth: Number(depth), text, ...(id !== undefined && { id }) };
}

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
