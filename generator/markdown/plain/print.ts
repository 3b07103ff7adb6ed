import type { Source } from "../../text/source.ts";
import { endpointOf, labelOf } from "./component.ts";
import { indentOf } from "./element-indent.ts";
import { endLabel, label } from "./element-label.ts";
import { printHtml } from "./html-region.ts";
import { plainWords } from "./inline.ts";
import { printMagicBlock } from "./magic-block.ts";
import { fieldsFrom, printFields } from "./neighbouring-fields.ts";
import type { Element, Node } from "./node.ts";
import type { PlainDraft } from "./plain-text.ts";
import { isCode, printCode } from "./print-code.ts";
import { printText } from "./print-text.ts";
import type { Indent, LeftOut, Printing } from "./printing.ts";

/** Writes a tree as Markdown without wrappers; gives what was left out. */
export function printTree(
	nodes: readonly Node[],
	source: Source,
	draft: PlainDraft,
	underTitle: () => void,
): readonly LeftOut[] {
	const state: Printing = {
		draft,
		source,
		left: [],
		level: 0,
		underTitle,
	};
	print(nodes, { strip: 0, prefix: "" }, state);
	return state.left;
}

function print(nodes: readonly Node[], indent: Indent, state: Printing): void {
	for (let at = 0; at < nodes.length; at++) {
		const node = nodes[at];
		if (node === undefined) continue;
		const fields = fieldsFrom(nodes, at, state);
		if (fields.length > 0) {
			printFields(fields, indent, state);
			const last = fields.at(-1);
			at = last === undefined ? at : nodes.indexOf(last, at);
		} else printNode(node, indent, state);
	}
}

function printNode(node: Node, indent: Indent, state: Printing): void {
	const { draft, source, left } = state;
	switch (node.kind) {
		case "text":
			printText(node.start, node.end, indent, state);
			return;
		case "left out":
			left.push(node);
			return;
		case "magic block":
			if (!printMagicBlock(draft, node))
				left.push({ start: node.start, end: node.end, told: true });
			else if (node.type === "api-header") state.level = 2;
			return;
		case "html": {
			const html = source.text.slice(node.start, node.end);
			draft.part(node.start);
			if (!printHtml(draft, html, node.start, indent.prefix))
				left.push({ start: node.start, end: node.end, told: true });
			return;
		}
		case "element":
			printElement(node, indent, state);
	}
}

const silent =
	/^(?:br|hr|img|image|icon|badge|spacer|divider|toc|tableofcontents|:::|indented)$/i;

function printElement(element: Element, around: Indent, state: Printing): void {
	const { draft, source, left, level } = state;
	const { tag, children, start, end } = element;
	const indent = indentOf(element, around, state);
	draft.part(start);
	const endpoint = endpointOf(element);
	if (endpoint !== undefined) {
		printEndpoint(element, indent, state);
		return;
	}
	if (children.length === 0) {
		const words = labelOf(element);
		const title =
			silent.test(tag.name) || /^[1-5]\d\d\b/.test(words ?? "")
				? words
				: undefined;
		if (title !== undefined) label(title, element, indent.prefix, state);
		else left.push({ start, end, told: !silent.test(tag.name) });
		return;
	}
	if (isCode(element)) {
		printCode(element, indent, state);
		return;
	}
	if (
		/^(?:summary|figcaption)$/i.test(tag.name) ||
		/-summary$/.test(tag.name)
	) {
		const words = wordsIn(element, source.text);
		const endpoint = verbs.test(words);
		const marks = "#".repeat(Math.min(6, state.level + 1));
		const title = endpoint
			? `${marks} ${words.replace(/[`*]/g, "")}`
			: `${indent.prefix}${titled(words)}`;
		if (words !== "") draft.say(`${title}\n`, start, end);
		draft.part(end);
		return;
	}
	const words = labelOf(element);
	if (words !== undefined) label(words, element, indent.prefix, state);
	print(children, indent, state);
	const summed = children.some(
		(child) => child.kind === "element" && child.tag.name === "summary",
	);
	// What is folded ends with its fold, its headings too.
	if (summed) state.level = level;
	if (words !== undefined || summed) endLabel(element, indent.prefix, state);
	draft.part(end);
}

/** What is folded under an endpoint is a section about it. */
const verbs =
	/^[`*\s]*(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)[`*\s]+(?:https?:\/)?\//;

/** The words over what is folded are bold, unless they are marked already. */
function titled(words: string): string {
	return /[*`#]/.test(words) ? words.replace(/^#+\s*/, "") : `**${words}**`;
}

function wordsIn({ children }: Element, source: string): string {
	return children
		.map((node) =>
			node.kind === "element"
				? wordsIn(node, source)
				: node.kind === "text"
					? plainWords(source.slice(node.start, node.end))
					: node.kind === "html"
						? source.slice(node.start, node.end).replace(/<[^<>]*>/g, " ")
						: "",
		)
		.join(" ")
		.replace(/\s+/g, " ")
		.trim();
}

/** A heading and the endpoint under it, where there is more to say; else the endpoint alone. */
function printEndpoint(
	element: Element,
	indent: Indent,
	state: Printing,
): void {
	const { draft, source, level } = state;
	const { children, tag, end } = element;
	const facts = endpointOf(element);
	if (facts === undefined) return;
	const summary = children.find(
		(child) =>
			child.kind === "element" && /(?:summary|title)$/i.test(child.tag.name),
	);
	const words =
		facts.title ??
		(summary?.kind === "element" ? wordsIn(summary, source.text) : "");
	const lines = facts.line.replace(/^(\S+) (.*)$/, "`$1 $2`");
	if (words !== "" || children.length > 0) {
		const marks = "#".repeat(Math.min(6, level + 1));
		draft.say(
			`${marks} ${words === "" ? facts.line : words}\n`,
			tag.start,
			tag.end,
		);
		draft.part(tag.end);
	}
	draft.say(`${indent.prefix}${lines}\n`, tag.start, tag.end);
	draft.part(tag.end);
	state.level = Math.min(6, level + 1);
	print(
		children.filter((child) => child !== summary),
		indent,
		state,
	);
	state.level = level;
	draft.part(end);
}
