import { endpointOf, fieldOf } from "./component.ts";
import { endLabel, label } from "./element-label.ts";
import { printFieldTable } from "./field-table.ts";
import type { Element, Node } from "./node.ts";
import type { Indent, Printing } from "./printing.ts";

/** Fields that follow each other with nothing between them, those of an answer apart from those of a request. */
export function fieldsFrom(
	nodes: readonly Node[],
	from: number,
	{ source }: Printing,
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

/** Writes fields as one table, those of an answer under a label of their own. */
export function printFields(
	fields: readonly Element[],
	{ prefix }: Indent,
	state: Printing,
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
