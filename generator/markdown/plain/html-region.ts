import type { Element, ElementContent, Nodes, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { codeSpan, inlineOf } from "./html-text.ts";
import { cellsOf, cellText, nestedRows, rowsOf } from "./nested-table.ts";
import type { PlainDraft } from "./plain-text.ts";

const maximumDepth = 80;
const maximumLength = 400_000;

interface State {
	readonly draft: PlainDraft;
	readonly html: string;
	/** Where the HTML stands in the document. */
	readonly base: number;
	/** What stands in front of each line. */
	readonly indent: string;
}

/** Writes an element of HTML as Markdown; false for one that is too deep or too large to be read. */
export function printHtml(
	draft: PlainDraft,
	html: string,
	base: number,
	indent: string,
): boolean {
	if (html.length > maximumLength || isDeep(html)) return false;
	const tree = fromHtml(html, { fragment: true });
	for (const child of tree.children)
		block(child, { draft, html, base, indent });
	draft.part(base + html.length);
	return true;
}

/** A look at the tags alone; those that end by themselves do not nest. */
function isDeep(html: string): boolean {
	let depth = 0;
	for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
		if (/^(?:br|hr|img|input|p|li|td|th|tr|dt|dd|col|wbr)$/i.test(name))
			continue;
		depth = Math.max(0, depth + (slash === "/" ? -1 : 1));
		if (depth > maximumDepth) return true;
	}
	return false;
}

function block(node: RootContent, state: State): void {
	if (node.type === "text") {
		if (node.value.trim() !== "") paragraph([node], node, state);
		return;
	}
	if (node.type !== "element") return;
	switch (node.tagName) {
		case "h1":
		case "h2":
		case "h3":
		case "h4":
		case "h5":
		case "h6":
			heading(node, state);
			return;
		case "table":
			table(node, state);
			return;
		case "dl":
			definitions(node, state);
			return;
		case "ul":
		case "ol":
			list(node, state, state.indent);
			return;
		case "pre":
			code(node, state);
			return;
		case "p":
			paragraph(node.children, node, state);
			return;
		default:
			if (!node.children.some(isBlock)) paragraph(node.children, node, state);
			else for (const child of node.children) block(child, state);
	}
}

function isBlock(node: ElementContent): boolean {
	return (
		node.type === "element" &&
		/^(?:h[1-6]|table|dl|ul|ol|pre|p|div|section|blockquote)$/.test(
			node.tagName,
		)
	);
}

function placeOf(
	node: Nodes,
	{ base, html }: State,
): readonly [number, number] {
	const { start, end } = node.position ?? {};
	return [base + (start?.offset ?? 0), base + (end?.offset ?? html.length)];
}

function line(text: string, node: Nodes, state: State): void {
	const [start, end] = placeOf(node, state);
	state.draft.say(`${state.indent}${text}\n`, start, end);
}

function heading(node: Element, state: State): void {
	const text = inlineOf(node.children).replace(/<br>/g, " ");
	if (text === "") return;
	const id = String(node.properties.id ?? "");
	const named = /^[\w.:-]+$/.test(id) ? ` {#${id}}` : "";
	state.draft.part(placeOf(node, state)[0]);
	line(`${"#".repeat(Number(node.tagName[1]))} ${text}${named}`, node, state);
	state.draft.part(placeOf(node, state)[1]);
}

function paragraph(
	nodes: readonly ElementContent[],
	around: Nodes,
	state: State,
): void {
	const text = inlineOf(nodes);
	if (text === "") return;
	state.draft.part(placeOf(around, state)[0]);
	line(text.replace(/(?:<br>)+/g, `\\\n${state.indent}`), around, state);
	state.draft.part(placeOf(around, state)[1]);
}

/** The sample as it is written, where nothing in it is escaped, so that each of its keys has its place. */
function code(node: Element, state: State): void {
	const { draft, html, base, indent } = state;
	const [start, end] = placeOf(node, state);
	const [only] = node.children;
	const inner =
		only?.type === "element" && node.children.length === 1 ? only : node;
	const language = [node, inner]
		.flatMap(({ properties }) => properties.className ?? [])
		.map((name) => /^lang(?:uage)?-([\w+#-]+)$/.exec(String(name))?.[1])
		.find((name) => name !== undefined);
	const text = inner.children.map(textOf).join("");
	draft.part(start);
	line(`~~~~${language ?? ""}`, node, state);
	const first = inner.children[0]?.position?.start.offset;
	const last = inner.children.at(-1)?.position?.end.offset;
	const raw = first === undefined ? "" : html.slice(first, last);
	if (raw === text && indent === "" && first !== undefined)
		draft.keep(base + first, base + (last ?? first));
	else draft.say(text.replace(/^/gm, indent), start, end);
	if (!text.endsWith("\n")) draft.say("\n", end, end);
	line("~~~~", node, state);
	draft.part(end);
}

function textOf(node: Nodes): string {
	if (node.type === "text") return node.value;
	if (node.type === "element" && node.tagName === "br") return "\n";
	return "children" in node ? node.children.map(textOf).join("") : "";
}

function table(node: Element, state: State): void {
	const rows = rowsOf(node).map((row) => ({ row, cells: cellsOf(row) }));
	const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
	const [start, end] = placeOf(node, state);
	state.draft.part(start);
	if (width === 2 && rows.every(({ cells }) => isPair(cells))) {
		for (const { row, cells } of rows) {
			const [name = "", value = ""] = cells.map(({ children }) =>
				inlineOf(children),
			);
			line(`**${name.replace(/[*:]+/g, "")}**: ${value}`, row, state);
			state.draft.part(placeOf(row, state)[1]);
		}
		return;
	}
	if (width > 0 && width <= 40)
		for (const [index, { row, cells }] of rows.entries()) {
			tableLine(cells.map(cellText), width, row, state);
			if (index === 0) line(`|${" --- |".repeat(width)}`, row, state);
			else
				for (const inner of nestedRows(cells, rows[0]?.cells ?? []))
					tableLine(inner.texts, width, inner.row, state);
		}
	state.draft.part(end);
}

function tableLine(
	texts: readonly string[],
	width: number,
	row: Element,
	state: State,
): void {
	const missing = Math.max(0, width - texts.length);
	const filled = [...texts, ...Array<string>(missing).fill("")];
	line(`| ${filled.join(" | ")} |`, row, state);
}

/** `<th>Method</th><td>GET</td>`: the row is a label and its value. */
function isPair(cells: readonly Element[]): boolean {
	return cells[0]?.tagName === "th" && cells[1]?.tagName === "td";
}

/** A term and what it means, as a bullet: `<dt>id (integer)</dt><dd>…</dd>`. */
function definitions(node: Element, state: State): void {
	const [start, end] = placeOf(node, state);
	state.draft.part(start);
	let terms: readonly Element[] = [];
	const entries = node.children.flatMap((child) =>
		child.type === "element" && child.tagName === "div"
			? child.children
			: [child],
	);
	for (const child of entries) {
		if (child.type !== "element") continue;
		if (child.tagName === "dt") {
			terms = [...terms, child];
			continue;
		}
		if (child.tagName !== "dd") continue;
		const named = terms.map(term).join(", ");
		const text = inlineOf(child.children.filter((one) => !isList(one)));
		const [from] = placeOf(terms[0] ?? child, state);
		const [, to] = placeOf(child, state);
		const words = text.replace(/(?:<br>)+/g, " ");
		const colon = named === "" || words === "" ? "" : ": ";
		state.draft.say(`${state.indent}- ${named}${colon}${words}\n`, from, to);
		for (const inner of child.children)
			if (isList(inner)) list(inner, state, `${state.indent}  `);
		terms = [];
	}
	state.draft.part(end);
}

/** A name is code, with what stands behind it; words are bold. */
function term({ children }: Element): string {
	const text = inlineOf(children);
	if (text.startsWith("`")) return text;
	const [, name, behind = ""] =
		/^:?"?([A-Za-z_$@][\w$.[\]-]*)"?:?(?:\s+((?:[(<[:]|&lt;).*))?$/.exec(
			text,
		) ?? [];
	if (name === undefined) return `**${text.replace(/^\*+|\*+$/g, "")}**`;
	return `${codeSpan(name)} ${behind}`.trim();
}

function isList(node: ElementContent): node is Element {
	return node.type === "element" && /^[uo]l$/.test(node.tagName);
}

function list(node: Element, state: State, indent: string): void {
	const [start, end] = placeOf(node, state);
	if (indent === state.indent) state.draft.part(start);
	for (const item of node.children) {
		if (item.type !== "element" || item.tagName !== "li") continue;
		const own = item.children.filter((child) => !isList(child));
		const text = inlineOf(own).replace(/(?:<br>)+/g, " ");
		line(`- ${text}`, item, { ...state, indent });
		for (const inner of item.children)
			if (isList(inner)) list(inner, state, `${indent}  `);
	}
	if (indent === state.indent) state.draft.part(end);
}
