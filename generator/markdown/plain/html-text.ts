import type { ElementContent, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";

/** The text of a piece of HTML, entities decoded and tags taken off. */
export function textOfHtml(html: string): string {
	if (!/[<&]/.test(html)) return html;
	if (html.length > 2000) return html.replace(/<[^<>]*>/g, "");
	return wordsOf(fromHtml(html, { fragment: true }));
}

function wordsOf(node: Nodes): string {
	if (node.type === "text") return node.value;
	return "children" in node ? node.children.map(wordsOf).join("") : "";
}

/** Words as code; those with a backtick in them get two. */
export function codeSpan(words: string): string {
	const text = words.replace(/\s+/g, " ").trim();
	if (text === "") return "";
	return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** The inline content of an element as Markdown on one line. */
export function inlineOf(nodes: readonly ElementContent[]): string {
	return nodes
		.map(inline)
		.join("")
		.replace(/[ \t\r\n]+/g, " ")
		.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, "");
}

function inline(node: ElementContent): string {
	if (node.type === "text") return node.value.replace(/</g, "&lt;");
	if (node.type !== "element") return "";
	const { tagName, children, properties } = node;
	switch (tagName) {
		case "code":
		case "tt":
		case "kbd":
		case "samp":
			return codeSpan(wordsOf(node));
		case "pre":
			return ` ${codeSpan(wordsOf(node))} `;
		case "br":
			return "<br>";
		case "b":
		case "strong":
			return marked("**", inlineOf(children));
		case "i":
		case "em":
			return marked("*", inlineOf(children));
		case "a": {
			const url = String(properties.href ?? "");
			const text = inlineOf(children);
			return url === "" || /[\s()]/.test(url) ? text : `[${text}](${url})`;
		}
		case "script":
		case "style":
			return "";
		case "p":
		case "div":
		case "li":
		case "tr":
			return `<br>${inlineOf(children)}<br>`;
		case "td":
		case "th":
			return ` ${inlineOf(children)} `;
		default:
			return children.map(inline).join("");
	}
}

function marked(mark: string, text: string): string {
	return text === "" ? "" : `${mark}${text}${mark}`;
}
