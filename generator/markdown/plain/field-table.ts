import { type FieldFacts, fieldOf } from "./component.ts";
import { plainWords } from "./inline.ts";
import type { Element, Node } from "./node.ts";
import type { PlainDraft } from "./plain-text.ts";

interface Row extends FieldFacts {
	readonly depth: number;
	readonly start: number;
	readonly end: number;
}

/** Writes components that each are a field as one table, those within them with marks of nesting. */
export function printFieldTable(
	draft: PlainDraft,
	source: string,
	elements: readonly Element[],
	indent: string,
): void {
	const rows = elements.flatMap((one) => rowsOf(one, 0, source));
	const [first] = rows;
	const last = elements.at(-1);
	if (first === undefined || last === undefined) return;
	const columns = allColumns.filter(
		([name, cell]) => name === "Name" || rows.some((row) => cell(row) !== ""),
	);
	// A table of names alone is none.
	const shown = columns.length > 1 ? columns : allColumns.slice(0, 3);
	draft.part(first.start);
	const write = (cells: readonly string[], { start, end }: Row) =>
		draft.say(`${indent}| ${cells.join(" | ")} |\n`, start, end);
	write(
		shown.map(([name]) => name),
		first,
	);
	write(
		shown.map(() => "---"),
		first,
	);
	for (const row of rows)
		write(
			shown.map(([, cell]) => cell(row).replace(/\|/g, "\\|")),
			row,
		);
	draft.part(last.end);
}

const allColumns: readonly (readonly [string, (row: Row) => string])[] = [
	["Name", ({ depth, name }) => `${"»".repeat(depth)} \`${name}\``.trim()],
	["In", ({ place = "" }) => (place === "response" ? "" : place)],
	["Type", ({ type = "" }) => oneLine(type)],
	[
		"Required",
		({ required }) =>
			required === undefined ? "" : required ? "required" : "optional",
	],
	["Default", ({ default: value = "" }) => oneLine(value)],
	[
		"Description",
		({ description = "", deprecated }) =>
			`${deprecated === true ? "**Deprecated.** " : ""}${oneLine(description)}`.trim(),
	],
];

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

function rowsOf(
	element: Element,
	depth: number,
	source: string,
): readonly Row[] {
	const facts = fieldOf(element);
	if (facts === undefined) return [];
	const inner = fieldsWithin(element.children);
	const words = [facts.description ?? "", wordsWithin(element.children, source)]
		.filter((one) => one !== "")
		.join(" ");
	const { start, end } = element;
	const row = { ...facts, depth, start, end };
	return [
		words === "" ? row : { ...row, description: words },
		...inner.flatMap((one) => rowsOf(one, depth + 1, source)),
	];
}

/** The fields within a component, those within wrappers included. */
function fieldsWithin(nodes: readonly Node[]): readonly Element[] {
	return nodes.flatMap((node): readonly Element[] => {
		if (node.kind !== "element") return [];
		return fieldOf(node) === undefined ? fieldsWithin(node.children) : [node];
	});
}

function wordsWithin(nodes: readonly Node[], source: string): string {
	const words = nodes.map((node) => {
		switch (node.kind) {
			case "text":
				return plainWords(source.slice(node.start, node.end));
			case "html":
				return source.slice(node.start, node.end).replace(/<[^<>]*>/g, " ");
			case "element":
				return fieldOf(node) === undefined
					? wordsWithin(node.children, source)
					: "";
			default:
				return "";
		}
	});
	return oneLine(words.join(" "));
}
