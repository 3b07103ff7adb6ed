import type { Paragraph, PhrasingContent } from "mdast";
import { type Block, spanOf } from "../markdown/block.ts";
import type { Bullet } from "../markdown/bullets.ts";
import { cover, type Span } from "../text/span.ts";
import { type FieldHead, headOf } from "./field-head.ts";
import { readFieldLine } from "./field-line.ts";
import type { Reader } from "./fragment.ts";
import { partRoleOf, partWords } from "./part-words.ts";
import type { RawField } from "./raw-field.ts";

/** Fields that a definition list describes: a name on a line, a colon and its description on the next. */
export function definitionFields(
	{ node }: Block,
	reader: Reader,
): readonly RawField[] {
	return node.type === "paragraph" ? paragraphDefinition(node, reader) : [];
}

/** A paragraph that describes one field as a bullet would: `` **name** (string, required): … ``. */
export function paragraphField(
	{ node, span }: Block,
	reader: Reader,
): readonly RawField[] {
	if (node.type !== "paragraph") return [];
	const head = headOf(node.children);
	if (head === undefined || head.length === 0) return [];
	const found = readFieldLine(bulletOf(node.children, span), reader);
	// Without a type or a mark it is a sentence that starts with a name.
	return found.every(
		({ shape, required }) => shape !== undefined || required !== undefined,
	)
		? found
		: [];
}

function bulletOf(head: readonly PhrasingContent[], span: Span): Bullet {
	return { head, headSpan: span, blocks: [], lists: [], span };
}

/** Markdown keeps "term", a line end and ": description" as one paragraph. */
function paragraphDefinition(
	{ children }: Paragraph,
	reader: Reader,
): readonly RawField[] {
	const starts = [0];
	for (const [index, child] of children.entries())
		if (
			index > 0 &&
			child.type !== "text" &&
			startsLine(children[index - 1]) &&
			isTerm(children, index)
		)
			starts.push(index);
	if (!starts.every((start) => isTerm(children, start))) return [];
	const [opening] = children;
	// "Returns" above its definition opens a part and is no field.
	if (opening?.type === "text" && /^[A-Z]/.test(opening.value)) {
		const [term = ""] = opening.value.split("\n");
		if (partRoleOf(partWords, term) !== undefined) return [];
	}
	return starts.flatMap((start, index) => {
		const nodes = children.slice(start, starts[index + 1]);
		const [first] = nodes;
		const last = nodes.at(-1);
		if (first === undefined || last === undefined) return [];
		const { source } = reader;
		const span = cover(spanOf(source, first), spanOf(source, last));
		return readFieldLine(
			bulletOf(nodes, span),
			reader,
			headOf(nodes) ?? plainTerm(first),
		);
	});
}

function startsLine(before: PhrasingContent | undefined): boolean {
	return before?.type === "text" && /\n\s*$/.test(before.value);
}

/** A name, marks perhaps, and a line that starts with a colon. */
function isTerm(children: readonly PhrasingContent[], at: number): boolean {
	const nodes = children.slice(at);
	const head = headOf(nodes) ?? plainTerm(nodes[0]);
	if (head === undefined) return false;
	const colon = nodes.findIndex(
		(node) => node.type === "text" && /\n\s*:\s/.test(node.value),
	);
	return colon >= head.length && colon <= head.length + 2;
}

/** A term that is a word on a line of its own needs no marks. */
function plainTerm(node: PhrasingContent | undefined): FieldHead | undefined {
	const name =
		node?.type === "text"
			? /^([A-Za-z_][\w.[\]-]*)\n\s*:\s/.exec(node.value)?.[1]
			: undefined;
	return name === undefined ? undefined : { names: [{ name }], length: 0 };
}
