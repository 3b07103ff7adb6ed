import type { Table, TableRow } from "mdast";
import { spanOf } from "../markdown/block.ts";
import type { Origins } from "../model/types.ts";
import { parseType } from "../notation/type.ts";
import { type Cell, readCell } from "./cell.ts";
import { type Column, columnsOf } from "./field-columns.ts";
import type { Reader } from "./fragment.ts";
import { isRequiredWord, type RawField } from "./raw-field.ts";

/** True when a table lists fields: a column of names beside one that only fields have. */
export function isFieldTable(table: Table, source: string): boolean {
	const columns = columnsOfTable(table, source);
	return (
		columns.includes("name") &&
		columns.some((column) => column !== undefined && column !== "name")
	);
}

/** Reads the rows of a field table, whatever the order of its columns. */
export function readFieldTable(
	table: Table,
	reader: Reader,
): readonly RawField[] {
	const { text: source } = reader.source;
	const columns = columnsOfTable(table, source);
	return table.children
		.slice(1)
		.flatMap((row) => readRow(row, columns, reader) ?? []);
}

function columnsOfTable(
	table: Table,
	source: string,
): readonly (Column | undefined)[] {
	const [head] = table.children;
	return columnsOf(
		head?.children.map((cell) => readCell(cell, source).text) ?? [],
	);
}

function readRow(
	row: TableRow,
	columns: readonly (Column | undefined)[],
	reader: Reader,
): RawField | undefined {
	const cells = row.children.map((cell) => readCell(cell, reader.source.text));
	const at = (column: Column): Cell | undefined =>
		cells[columns.indexOf(column)];
	const named = readName(at("name")?.text ?? "");
	if (named === undefined) return undefined;
	const span = spanOf(reader.source, row);
	const origins: Origins = [{ span, basis: "stated" }];
	const type = at("type")?.text.trim() ?? "";
	const notation = type === "" ? undefined : parseType(type, origins);
	if (type !== "" && notation === undefined && !/^[-–—]+$/.test(type))
		reader.report("type/unknown", span, { type: `\`${type}\`` });
	const required =
		named.required ??
		isRequiredWord(at("required")?.text) ??
		negated(isRequiredWord(at("optional")?.text));
	const value = at("default")?.text.replace(/^`|`$/g, "").trim();
	const values = at("values")?.text.trim();
	const description = [
		at("description")?.markdown.trim(),
		values && `Values: ${at("values")?.markdown.trim()}`,
	]
		.filter((one) => one)
		.join("\n\n");
	return {
		name: named.name,
		depth: named.depth,
		...(notation !== undefined && { shape: notation.shape }),
		...((required ?? (notation?.optional ? false : undefined)) !==
			undefined && {
			required: required ?? false,
		}),
		...(value && !/^(?:[-–—]+|none|n\/a)$/i.test(value) && { default: value }),
		...(values && { values }),
		...(at("in") !== undefined && { location: at("in")?.text ?? "" }),
		description,
		span,
	};
}

function negated(value: boolean | undefined): boolean | undefined {
	return value === undefined ? undefined : !value;
}

/** A name, how deep it stands (`»» id`), and a star for required ones. */
function readName(text: string):
	| {
			readonly name: string;
			readonly depth: number;
			readonly required?: boolean;
	  }
	| undefined {
	const [, marks = "", rest = ""] =
		/^((?:[»>└├─↳•·\s]|&nbsp;|&gt;|--+)*)(.*)$/su.exec(text) ?? [];
	const depth = (marks.match(/»|>|&gt;|└|↳|--+/gu) ?? []).length;
	const bare = rest.replace(/^\*\*|\*\*$/g, "").trim();
	const [, name, tail = ""] =
		/^(\[array item\]|"[^"]+"|[^\s(*,:]+)\s*(.*)$/is.exec(bare) ?? [];
	if (name === undefined || name === "") return undefined;
	const required = /^\*|\brequired\b/i.test(tail) || /\*$/.test(bare);
	const optional = /\boptional\b/i.test(tail) || /\?$/.test(name);
	return {
		name: name.replace(/^"|"$|\?$/g, ""),
		depth,
		...((required || optional) && { required: required && !optional }),
	};
}
