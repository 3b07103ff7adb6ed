import type { List, Table } from "mdast";
import { plainText } from "../markdown/block.ts";
import type { Property, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import { readCell } from "./cell.ts";

/** The values that a table or list gives: of the type itself, or of properties by name. */
export interface Values {
	readonly own: readonly string[];
	readonly of: ReadonlyMap<string, readonly string[]>;
}

const valueColumn =
	/^(?:(?:enum(?:erated)?|allowed|possible)\s+)?values?(?:\(s\))?$/;
const nameColumn = /^(?:property|parameter|field|attribute)$/;

/** `| Property | Value |` or `| Value |`: one row for each value, or all of them in one cell. */
export function readValueTable(
	table: Table,
	source: string,
): Values | undefined {
	const [head, ...rows] = table.children;
	const names =
		head?.children.map((cell) => plainText(cell).toLowerCase()) ?? [];
	const at = names.findIndex((name) => valueColumn.test(name));
	const owner = names.findIndex((name) => nameColumn.test(name));
	const others = names.filter((_, index) => index !== at && index !== owner);
	const fits = others.every((name) =>
		/^(?:name|desc(?:ription)?|meaning|notes?|)$/.test(name),
	);
	if (at < 0 || !fits) return undefined;
	const own: string[] = [];
	const of = new Map<string, readonly string[]>();
	for (const { children } of rows) {
		const cell = children[at];
		if (cell === undefined) continue;
		const values = valuesIn(readCell(cell, source).markdown);
		const named = children[owner];
		const name = named && plainText(named).replace(/^[»\s]+/, "");
		if (name === undefined) own.push(...values);
		else of.set(name, [...(of.get(name) ?? []), ...values]);
	}
	return own.length + of.size === 0 ? undefined : { own, of };
}

/** Bullets that each start with a value in code and nothing that fields have. */
export function readValueList(list: List): Values | undefined {
	const own = list.children.map((item) => {
		const [first] = item.children;
		if (first?.type !== "paragraph") return undefined;
		const [value, behind] = first.children;
		const plain =
			behind === undefined || /^\s*[:=–—-]/.test(plainText(behind) || " ");
		return value?.type === "inlineCode" && plain
			? value.value.replace(/^["']|["']$/g, "")
			: undefined;
	});
	const values = own.filter((one) => one !== undefined);
	return values.length === own.length && values.length > 0
		? { own: values, of: new Map() }
		: undefined;
}

/** What is in code, or the whole cell where nothing is. */
function valuesIn(markdown: string): readonly string[] {
	const coded = [...markdown.matchAll(/`([^`]*)`/g)].map(
		([, value = ""]) => value,
	);
	const all =
		coded.length > 0
			? coded
			: markdown.replace(/&quot;/g, '"').split(/\s*(?:,|<br\s*\/?>)\s*/i);
	return all
		.map((value) => value.trim().replace(/^["'](.*)["']$/, "$1"))
		.map((value) => value.replace(/\\([_*|])/g, "$1"));
}

/** A shape whose values are listed; one that says more already stays. */
export function withOwnValues(shape: Shape, values: readonly string[]): Shape {
	const literals = (numeric: boolean): Shape =>
		unionOf(
			[...new Set(values)].map((value) => ({
				kind: "literal",
				value:
					numeric && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value,
			})),
		);
	if (values.length === 0) return shape;
	switch (shape.kind) {
		case "string":
		case "unknown":
			return literals(false);
		case "number":
			return literals(true);
		case "array":
			return { ...shape, items: withOwnValues(shape.items, values) };
		case "object":
			return shape.title !== undefined && shape.properties.length === 0
				? { ...shape, shown: literals(false) }
				: shape;
		default:
			return shape;
	}
}

/** The properties of a shape, however deep, given the values that are listed for their names. */
export function withValuesOf(shape: Shape, values: Values["of"]): Shape {
	switch (shape.kind) {
		case "array":
			return { ...shape, items: withValuesOf(shape.items, values) };
		case "record":
			return { ...shape, values: withValuesOf(shape.values, values) };
		case "object":
			return {
				...shape,
				properties: shape.properties.map((one) => valued(one, values)),
			};
		default:
			return shape;
	}
}

/** A property or parameter with the values that are listed for its name. */
export function valued<P extends Property>(one: P, values: Values["of"]): P {
	const shape = withOwnValues(
		withValuesOf(one.shape, values),
		values.get(one.name) ?? [],
	);
	return { ...one, shape };
}
