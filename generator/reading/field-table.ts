import type { Table, TableRow } from "mdast";
import { plainText, spanOf } from "../markdown/block.ts";
import type { Origins } from "../model/types.ts";
import { type Marks, parseMarks } from "../notation/marks.ts";
import { parseType, type TypeNotation } from "../notation/type.ts";
import { shapeOfWord } from "../notation/words.ts";
import type { Cell } from "./cell.ts";
import type { Column } from "./field-columns.ts";
import { readFieldName } from "./field-name.ts";
import { requiredIn } from "./field-prose.ts";
import type { Reader } from "./fragment.ts";
import { partRoleOf, partWords } from "./part-words.ts";
import { isRequiredWord, type RawField } from "./raw-field.ts";
import { cellsOf, layoutOf } from "./table-layout.ts";
import { parseLinkedType } from "./type-cell.ts";

/** True when a table lists fields: a column of names beside one that only fields have. */
export function isFieldTable(table: Table, source: string): boolean {
	const { columns } = layoutOf(table, source);
	return (
		columns.includes("name") &&
		columns.some((column) => column !== undefined && column !== "name")
	);
}

/** True when a table has a column of types beside one of names that are not those of parameters. */
export function isPropertyTable(table: Table, source: string): boolean {
	const { columns } = layoutOf(table, source);
	const [head] = table.children;
	const first = head?.children[0];
	const words = first === undefined ? "" : plainText(first).toLowerCase();
	return (
		columns[0] === "name" &&
		columns.includes("type") &&
		/^(?:(?:field|property|attribute)?\s*(?:name|key)|fields?|propert(?:y|ies)|attributes?|members?)$/.test(
			words,
		)
	);
}

/** Reads the rows of a field table, whatever the order of its columns; a row may be the heading of those under it. */
export function readFieldTable(
	table: Table,
	reader: Reader,
): readonly RawField[] {
	const { text: source } = reader.source;
	const { columns, rows } = layoutOf(table, source);
	const marksOptional = leavesOut(rows, columns, source);
	const circled = columns.includes("required") && marksByCircle(table);
	let location: string | undefined;
	return rows.flatMap((row) => {
		const group = groupIn(row, source);
		if (group !== undefined) {
			location = partRoleOf(partWords, group);
			return [];
		}
		return readRow(
			row,
			{ columns, circled, marksOptional, group: location },
			reader,
		);
	});
}

/** "**Query parameters**" in a row of its own. */
function groupIn(row: TableRow, source: string): string | undefined {
	const [first, ...others] = cellsOf(row, source);
	if (first === undefined || others.some(({ text }) => text.trim() !== ""))
		return undefined;
	const text = first.text.trim();
	const bold = /^[*_].*[*_]$/s.test(first.markdown.trim());
	return others.length > 0 && (/\s/.test(text) || bold) && !/[>»]/.test(text)
		? text
		: undefined;
}

interface Layout {
	readonly columns: readonly (Column | undefined)[];
	/** An empty circle says yes here. */
	readonly circled: boolean;
	/** Fields that may be left out are marked so, and no others. */
	readonly marksOptional: boolean;
	/** The words of a row over this one. */
	readonly group: string | undefined;
}

/** In Japanese, a circle says yes. */
function marksByCircle({ children: [head] }: Table): boolean {
	return head !== undefined && /必須|必要/.test(plainText(head));
}

function isRequiredCell(
	text: string | undefined,
	circled: boolean,
): boolean | undefined {
	return circled && text?.trim() === "○" ? true : isRequiredWord(text);
}

function readRow(
	row: TableRow,
	{ columns, circled, marksOptional, group }: Layout,
	reader: Reader,
): readonly RawField[] {
	const cells = cellsOf(row, reader.source.text);
	const at = (column: Column): Cell | undefined =>
		cells[columns.indexOf(column)];
	const span = spanOf(reader.source, row);
	const origins: Origins = [{ span, basis: "stated" }];
	const names = namesIn(at("name"));
	const type = typeIn(at("type")?.text ?? "");
	const whole = parseCell(row, columns, type.text, origins);
	const remark = whole === undefined ? remarkBehind(type.text) : undefined;
	const notation = whole ?? (remark && parseType(remark.type, origins));
	if (type.text !== "" && notation === undefined && !/^[-–—]+$/.test(type.text))
		reader.report("type/unknown", span, { type: `\`${type.text}\`` });
	const written = said(at("description")?.markdown) ?? "";
	const stated =
		isRequiredCell(at("required")?.text, circled) ??
		negated(isRequiredWord(at("optional")?.text)) ??
		type.required;
	const value = at("default")
		?.text.replace(/^[`"]+|[`"]+$/g, "")
		.trim();
	const values =
		said(at("values")?.text) || type.values || markedValues(cells, columns);
	const description = [
		withoutMark(written),
		remark?.words,
		said(at("values")?.text) && `Values: ${at("values")?.markdown.trim()}`,
	]
		.filter((one) => one)
		.join("\n\n");
	const notes = marksIn(cells, columns, origins);
	const marked = markedCell(cells, columns) ?? "";
	const noted = notes.default ?? notation?.default;
	const nameless = isNameless(at("name"));
	return names.flatMap((text): readonly RawField[] => {
		const named = readFieldName(text, origins);
		if (named === undefined) return [];
		const shape = notation?.shape ?? named.shape;
		const required =
			named.required ??
			stated ??
			(marksOptional && !/\[(?:optional|required)\]/.test(marked)
				? undefined
				: notes.required) ??
			requiredIn(written) ??
			(notation?.optional ? false : undefined);
		const location = at("in")?.text ?? group;
		const unsure = required === undefined && marksOptional;
		return [
			{
				name: nameless ? `*${named.name}*` : named.name,
				depth: named.depth,
				...(shape !== undefined && { shape }),
				...(required !== undefined && { required }),
				...(unsure && { required: true, unsure }),
				...(value &&
					!/^(?:[-–—]+|none|n\/a|required)$/i.test(value) && {
						default: value,
					}),
				...(noted !== undefined && { default: String(noted) }),
				...(values && { values }),
				...(location !== undefined && { location }),
				description,
				span,
			},
		];
	});
}

/** What a cell says; "none" and marks that another reader looks for say nothing here. */
function said(text: string | undefined): string | undefined {
	const bare = text?.trim();
	return /^(?:none|n\/a|[-–—]+|(?:read|write)-?only)?$/i.test(bare ?? "")
		? undefined
		: bare;
}

/** `» *anonymous*`: converters write the row of what has no name in italics. */
function isNameless(cell: Cell | undefined): boolean {
	return /^[»\s]*\*anonymous\*$/.test(cell?.markdown.trim() ?? "");
}

/** The cell without a column of its own in which there is nothing but marks in brackets. */
function markedCell(
	cells: readonly Cell[],
	columns: readonly (Column | undefined)[],
): string | undefined {
	return cells.find(
		({ text }, index) =>
			columns[index] === undefined && /^\s*(?:\[[^[\]]+\]\s*)+$/.test(text),
	)?.text;
}

/** `[enum: open, shut]`. */
function markedValues(
	cells: readonly Cell[],
	columns: readonly (Column | undefined)[],
): string | undefined {
	return /\[enum: ([^[\]]+)\]/.exec(markedCell(cells, columns) ?? "")?.[1];
}

/** True when a column of marks says of some fields, not of all, that they are `[optional]`. */
function leavesOut(
	rows: readonly TableRow[],
	columns: readonly (Column | undefined)[],
	source: string,
): boolean {
	const marked = rows.map((row) =>
		/\[optional\]/.test(markedCell(cellsOf(row, source), columns) ?? ""),
	);
	return marked.includes(true) && marked.includes(false);
}

/** A column of nothing but marks in brackets: `[optional] [default to 100]`. */
function marksIn(
	cells: readonly Cell[],
	columns: readonly (Column | undefined)[],
	origins: Origins,
): Marks {
	const marked = markedCell(cells, columns);
	if (marked === undefined) return {};
	const marks = [...marked.matchAll(/\[([^[\]]+)\]/g)];
	const listed = marks.map(([, mark = ""]) => mark).join(", ");
	return parseMarks(listed, origins) ?? {};
}

/** `` `from`, `to` `` are two fields that share a row. */
function namesIn(cell: Cell | undefined): readonly string[] {
	const text = cell?.text ?? "";
	const coded = [...(cell?.markdown ?? "").matchAll(/`([\w.[\]-]+)`/g)];
	const only = /^`[\w.[\]-]+`(?:\s*(?:,|\/|\bor\b|\band\b|&)\s*`[\w.[\]-]+`)+$/;
	return only.test(cell?.markdown.trim() ?? "")
		? coded.flatMap(([, name]) => name ?? [])
		: [text];
}

/** `string (required)` is a type and a mark. */
function typeIn(written: string): {
	readonly text: string;
	readonly required?: boolean;
	/** `asc | desc`: words that are no types are values. */
	readonly values?: string;
} {
	const words = written.split("|").map((word) => word.trim());
	const listed =
		words.length > 1 &&
		words.every((word) => /^[a-z][\w-]*$/.test(word) && !shapeOfWord(word));
	if (listed) return { text: "", values: written };
	const mark =
		/[\s,;]*[([]?\s*\b(required|mandatory|optional)\b\s*[)\]]?\s*$/i.exec(
			written,
		);
	if (mark === null || mark.index === 0) return { text: written.trim() };
	return {
		text: written.slice(0, mark.index).trim(),
		required: !/optional/i.test(mark[1] ?? ""),
	};
}

/** `String (max. 200)`: a type and what else is said of its values. */
function remarkBehind(
	text: string,
): { readonly type: string; readonly words: string } | undefined {
	const [, type, words] =
		/^([\w.-]+(?:\[\])?)\s*\(([^()]{1,80})\)$/.exec(text) ?? [];
	return type === undefined || words === undefined || !shapeOfWord(type)
		? undefined
		: { type, words };
}

/** "**Required** The text" says with its mark what `required` holds. */
function withoutMark(text: string): string {
	const bare = text.replace(
		/^(?:\*\*|__)\(?(?:required|optional|mandatory)\)?[.:]?(?:\*\*|__)[.:,]?\s+(?=\S)|^\((?:required|optional|mandatory)\)[.:,]?\s+(?=\S)/i,
		"",
	);
	return bare;
}

function negated(value: boolean | undefined): boolean | undefined {
	return value === undefined ? undefined : !value;
}

/** The type in a cell, whose links say what its names mean; text alone where columns were moved or marks taken off. */
function parseCell(
	row: TableRow,
	columns: readonly (Column | undefined)[],
	text: string,
	origins: Origins,
): TypeNotation | undefined {
	if (text === "") return undefined;
	const cell = row.children[columns.indexOf("type")];
	return cell !== undefined && plainText(cell) === text
		? parseLinkedType(cell.children, origins)
		: parseType(text, origins);
}
