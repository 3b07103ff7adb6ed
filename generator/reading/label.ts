import type { PhrasingContent } from "mdast";
import { type Block, plainText } from "../markdown/block.ts";
import type { Span } from "../text/span.ts";

/** The words that open a part, and what stands behind them on their line: the `POST` of `**Method** : POST`. */
export interface Label {
	readonly text: string;
	readonly span: Span;
	readonly value?: string;
	/** True for a heading. */
	readonly heading?: true;
	/** True where nothing but bold sets the words off from the sentence behind them. */
	readonly loose?: true;
	/** True for words without any marks: `Response: 204 No Content`. */
	readonly plain?: true;
}

/**
 * The label that a block is: ``**Method** : `GET` ``, `**Example response**`, `> 200 Response`, or a short sentence with
 * a colon in front of a list, a table or code.
 */
export function readLabel(
	{ node, span }: Block,
	next: Block | undefined,
): Label | undefined {
	if (node.type === "blockquote") {
		const [only, ...others] = node.children;
		if (only?.type !== "paragraph" || others.length > 0) return undefined;
		return { text: bare(plainText(only)), span };
	}
	if (node.type !== "paragraph") return undefined;
	const children = withoutPicture(node.children);
	const bold = boldLabel(children) ?? slantedLabel(children);
	if (bold !== undefined) return { ...bold, span };
	const text = plainText(node);
	const announces =
		next !== undefined && ["list", "table", "code"].includes(next.node.type);
	if (announces && /[:：]$/.test(text) && text.length <= 120)
		return { text: bare(text), span };
	return span.start.line === span.end.line ? plainLabel(text, span) : undefined;
}

/** `Request: GET /things`: one or two words, a colon, and what they are about. */
function plainLabel(text: string, span: Span): Label | undefined {
	const [, words, value] =
		/^(\p{L}+(?: \p{L}+){0,2})[:：]\s*(\S.*)$/u.exec(text) ?? [];
	return words === undefined || value === undefined
		? undefined
		: { text: words, value, span, plain: true };
}

/**
 * The labels of a paragraph that has one on each of its lines, with their values: `**Method:** GET` above
 * ``**Path:** `/hives` ``, or a definition list's term above `: value`.
 */
export function readLabelLines({ node, span }: Block): readonly Label[] {
	if (node.type !== "paragraph") return [];
	const lines: PhrasingContent[][] = [[]];
	for (const child of node.children) {
		const last = lines.at(-1);
		const before = last?.at(-1);
		const breaks =
			before?.type === "break" ||
			(before?.type === "text" && /\n\s*$/.test(before.value));
		if (child.type === "strong" && breaks) lines.push([child]);
		else last?.push(child);
	}
	const labels = lines.map((line) => boldLabel(line) ?? termLabel(line));
	const read = labels.filter((label) => label !== undefined);
	return read.length < lines.length
		? []
		: read.map((label) => ({ ...label, span }));
}

/** A term alone on its line and `: value` on the next. */
function termLabel(
	nodes: readonly PhrasingContent[],
): { readonly text: string; readonly value: string } | undefined {
	const [first, ...rest] = nodes;
	const [, text, start = ""] =
		first?.type === "text"
			? (/^([^\n:]{1,40})\n:\s+([^\n]*)$/.exec(first.value) ?? [])
			: [];
	const value = [start, ...rest.map((node) => plainText(node))].join("");
	return text === undefined || value === ""
		? undefined
		: { text: bare(text), value };
}

/** Pictures in front of a label say nothing. */
function withoutPicture(
	nodes: readonly PhrasingContent[],
): readonly PhrasingContent[] {
	const [first, ...rest] = nodes;
	return first?.type === "text" && /^[^\p{L}\p{N}\p{P}]+$/u.test(first.value)
		? rest
		: nodes;
}

/** `*query parameters*` alone. */
function slantedLabel(
	nodes: readonly PhrasingContent[],
): { readonly text: string } | undefined {
	const [only, ...others] = nodes;
	if (only?.type !== "emphasis" || others.length > 0) return undefined;
	return { text: bare(plainText(only)) };
}

/** Bold words at the start, and what stands behind them; "**Note** that …" is a sentence and no label. */
function boldLabel(
	nodes: readonly PhrasingContent[],
): Omit<Label, "span"> | undefined {
	const [outer, ...rest] = nodes;
	// `***Status:*** 200` is slanted, too.
	const [inner] =
		outer?.type === "emphasis" && outer.children.length === 1
			? outer.children
			: [outer];
	const first = inner?.type === "strong" ? inner : undefined;
	if (first === undefined) return undefined;
	const words = rest
		.map((node) => plainText(node))
		.join(" ")
		.trim();
	// "**Body** (raw, JSON)" is a label with a remark.
	const remark = /^\([^()]{1,40}\)(?=[:：]?$)/.exec(words)?.[0];
	const text =
		remark === undefined ? plainText(first) : `${plainText(first)} ${remark}`;
	const behind = remark === undefined ? words : words.slice(remark.length);
	// "**201** Booked": a status and what it means.
	if (/^[1-5]\d\d$/.test(text) && /^[\p{L} ]{1,40}\.?$/u.test(behind))
		return { text: `${text} ${behind}` };
	const labels =
		behind === "" || /[:：]$/.test(text) || /^[:：\-–—]/.test(behind);
	const sentence = /^\p{Lu}/u.test(behind) && /\s/.test(text);
	if (!labels)
		return sentence
			? { text: bare(text), value: behind, loose: true }
			: undefined;
	const value = behind.replace(/^[:：\-–—]\s*/, "").trim();
	return value === "" ? { text: bare(text) } : { text: bare(text), value };
}

function bare(text: string): string {
	return text.replace(/[\s:：]+$/, "").trim();
}
