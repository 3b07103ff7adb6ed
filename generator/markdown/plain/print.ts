import type { Source } from "../../text/source.ts";
import { wrapperEnd } from "../wrapper-end.ts";
import { endpointOf, fieldOf, labelOf } from "./component.ts";
import { printFieldTable } from "./field-table.ts";
import { printHtml } from "./html-region.ts";
import { keepLine, plainWords } from "./inline.ts";
import { printMagicBlock } from "./magic-block.ts";
import type { PlainDraft } from "./plain-text.ts";
import type { Element, Node } from "./tree.ts";

/** A stretch of a document that is not in what was made of it. */
export interface LeftOut {
	readonly start: number;
	readonly end: number;
	/** True where it may have said something. */
	readonly told: boolean;
}

interface State {
	readonly draft: PlainDraft;
	readonly source: Source;
	readonly left: LeftOut[];
	/** The level of the heading that the text stands under. */
	level: number;
	/** What goes under the title of the document. */
	underTitle: (() => void) | undefined;
}

/** How far the lines of a wrapper's content are set in, and how far they stay so. */
interface Indent {
	readonly strip: number;
	readonly prefix: string;
}

/** Writes a tree as Markdown without wrappers; gives what was left out. */
export function printTree(
	nodes: readonly Node[],
	source: Source,
	draft: PlainDraft,
	underTitle: () => void,
): readonly LeftOut[] {
	const state: State = {
		draft,
		source,
		left: [],
		level: 0,
		underTitle,
	};
	print(nodes, { strip: 0, prefix: "" }, state);
	return state.left;
}

function print(nodes: readonly Node[], indent: Indent, state: State): void {
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

function printNode(node: Node, indent: Indent, state: State): void {
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

/** Fields that follow each other with nothing between them, those of an answer apart from those of a request. */
function fieldsFrom(
	nodes: readonly Node[],
	from: number,
	{ source }: State,
): readonly Element[] {
	const found: Element[] = [];
	let answer: boolean | undefined;
	for (let at = from; at < nodes.length; at++) {
		const node = nodes[at];
		if (node?.kind === "text" && found.length > 0) {
			if (source.text.slice(node.start, node.end).trim() === "") continue;
			return found;
		}
		if (node?.kind !== "element" || endpointOf(node) !== undefined)
			return found;
		const facts = fieldOf(node);
		const place = facts?.place === "response";
		if (facts === undefined || place !== (answer ?? place)) return found;
		answer = place;
		found.push(node);
	}
	return found;
}

function printFields(
	fields: readonly Element[],
	{ prefix }: Indent,
	state: State,
): void {
	const { draft, source } = state;
	const [first] = fields;
	if (first === undefined) return;
	const answer = fieldOf(first)?.place === "response";
	if (answer) label("Response", first, prefix, state);
	printFieldTable(draft, source.text, fields, prefix);
	const last = fields.at(-1);
	if (answer && last !== undefined) endLabel(last, prefix, state);
}

/** What follows a wrapper is not under its title. */
function endLabel({ end }: Element, prefix: string, { draft }: State): void {
	draft.part(end);
	draft.say(`${prefix}${wrapperEnd}\n`, end - 1, end);
	draft.part(end);
}

function label(
	words: string,
	{ tag: { start, end } }: Element,
	prefix: string,
	{ draft }: State,
): void {
	draft.part(start);
	draft.say(`${prefix}**${words}**\n`, start, end);
	draft.part(end);
}

const silent =
	/^(?:br|hr|img|image|icon|badge|spacer|divider|toc|tableofcontents|:::|indented)$/i;

function printElement(element: Element, around: Indent, state: State): void {
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
function printEndpoint(element: Element, indent: Indent, state: State): void {
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

function isCode({ tag, children }: Element): boolean {
	const [only, ...others] = children;
	return (
		/^(?:highlight|code|codeblock|verbatim)$/i.test(tag.name) &&
		only?.kind === "text" &&
		others.length === 0
	);
}

function printCode(element: Element, { prefix }: Indent, state: State): void {
	const { draft, source } = state;
	const { tag, children, end } = element;
	const [text] = children;
	const language =
		tag.words[0] ??
		tag.attributes.get("lang") ??
		tag.attributes.get("language");
	const [first = ""] = [...tag.attributes.keys()];
	const named = language ?? (/^[a-z]\w*$/.test(first) ? first : "");
	if (text === undefined) return;
	const start =
		text.start +
		(/^[ \t]*\r?\n/.exec(source.text.slice(text.start, text.end))?.[0].length ??
			0);
	draft.say(`${prefix}~~~~${named}\n`, tag.start, tag.end);
	draft.keep(start, text.end);
	if (source.text[text.end - 1] !== "\n") draft.say("\n", text.end, end);
	draft.say(`${prefix}~~~~\n`, text.end, end);
	draft.part(end);
}

/** Lines in a wrapper may be set in as far as its author likes; without it they would be code. */
function indentOf(element: Element, around: Indent, { source }: State): Indent {
	const { tag, children } = element;
	const [first] = children;
	const last = children.at(-1);
	if (first === undefined || last === undefined) return around;
	const before = source.text.slice(
		source.text.lastIndexOf("\n", tag.start - 1) + 1,
		tag.start,
	);
	const outer =
		around.strip > 0 || around.prefix !== ""
			? around.prefix.length
			: before.trim() === "" && before.length < 4
				? before.length
				: 0;
	const inner = source.text.slice(tag.end, last.end).split("\n").slice(1);
	const columns = inner
		.filter(
			(line) => line.trim() !== "" && !/^\s*(?:<\/|\{%-?\s*end|:::)/.test(line),
		)
		.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
	const least = columns.reduce((a, b) => Math.min(a, b), 200);
	const strip = columns.length === 0 ? 0 : Math.max(0, least - outer);
	return { strip, prefix: " ".repeat(outer) };
}

/** Takes over Markdown line by line; the text of code blocks stays as it is. */
function printText(
	start: number,
	end: number,
	{ strip }: Indent,
	state: State,
): void {
	const { draft, source } = state;
	let fence: string | undefined;
	let quoted = false;
	for (let at = start; at < end; ) {
		const next = source.text.indexOf("\n", at) + 1;
		const stop = next === 0 || next > end ? end : next;
		const line = source.text.slice(at, stop);
		const fresh = at === 0 || source.text[at - 1] === "\n";
		const blank = fresh
			? Math.min(strip, /^[ \t]*/.exec(line)?.[0].length ?? 0)
			: 0;
		const mark = /^\s*(?:>\s?)*(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence !== undefined) {
			if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
			draft.keep(at + blank, stop);
		} else if (mark !== undefined) {
			fence = mark;
			draft.keep(at + blank, stop);
		} else if (/^\s*>\s*\[!\w+\]\s*$/.test(line)) {
			quoted = true;
			state.left.push({ start: at, end: stop, told: false });
			draft.part(at);
		} else {
			const level = /^\s{0,3}(#{1,6})\s/.exec(line)?.[1]?.length;
			if (level !== undefined && fresh) {
				state.level = level;
			}
			quoted &&= /^\s*>/.test(line);
			// A table in a quote is set in, and no less a table.
			const marks =
				quoted || /^\s*>[ \t]*\|/.test(line)
					? (/^\s*>[ \t]?/.exec(line)?.[0].length ?? 0)
					: blank;
			keepLine(draft, source.text, at + marks, stop);
			if (level === 1 && fresh) {
				state.underTitle?.();
				state.underTitle = undefined;
			}
		}
		at = stop;
	}
}
