import type { Report } from "../diagnostics/reporter.ts";
import type { Property, Shape } from "../model/types.ts";
import { isJsonObject, type JsonValue } from "../text/json.ts";
import { distinctFields } from "./distinct-fields.ts";
import { describeField, type Field, fillShape } from "./field.ts";
import { type PageField, titleOf } from "./page-fields.ts";

interface Node {
	readonly field: PageField;
	readonly children: Node[];
	/** What the example shows at this field. */
	readonly shown: JsonValue | undefined;
}

/**
 * Puts the fields of a page into each other. Text has lost the nesting; what is left of it are the types, of which only
 * objects have fields, the names that braces list, and the example, whose keys say what is in what.
 */
export function nestPageFields(
	fields: readonly PageField[],
	example: JsonValue | undefined,
	report: Report,
): readonly Field[] {
	const roots: Node[] = [];
	const open: Node[] = [];
	for (const field of fields) {
		const parent = parentOf(field, open, example);
		while (open.length > 0 && open.at(-1) !== parent) open.pop();
		const around = parent === undefined ? example : parent.shown;
		const shown = within(field.shape, memberOf(around, field.name));
		const node = { field, children: [], shown };
		(parent?.children ?? roots).push(node);
		if (takesFields(field.shape)) open.push(node);
	}
	return distinctFields(roots.map(finish), report);
}

/** The innermost open object in which the example, or the braces of its type, have the field. */
function parentOf(
	field: PageField,
	open: readonly Node[],
	example: JsonValue | undefined,
): Node | undefined {
	const inside = open.filter((node) => !hasChild(node, field.name));
	const listed = inside.findLast((node) =>
		listedIn(node.field.shape).includes(field.name),
	);
	if (listed !== undefined) return listed;
	const shown = inside.findLast(
		(node) => memberOf(node.shown, field.name) !== undefined,
	);
	if (shown !== undefined) return shown;
	if (memberOf(example, field.name) !== undefined) return undefined;
	const named = inside.findLast((node) => isPartOf(field, node.field));
	if (named !== undefined) return named;
	// Nothing shows it: an object of its own type without fields yet is waiting for some.
	return inside.findLast(
		(node) =>
			node.children.length === 0 &&
			node.shown === undefined &&
			isTitled(node.field.shape),
	);
}

/** Types within a type are named after it: `HealthCheckRate` is in a `HealthCheck`, also if that is a `HealthCheckParam`. */
function isPartOf(inner: PageField, outer: PageField): boolean {
	const stem = titleOf(outer.shape)?.replace(/Params?$/, "") ?? "";
	const own = inner.title ?? "";
	return (
		stem.length > 2 &&
		own.startsWith(stem) &&
		/^\p{Lu}/u.test(own.slice(stem.length)) &&
		!/^Params?$/.test(own.slice(stem.length))
	);
}

function hasChild(node: Node, name: string): boolean {
	return node.children.some(({ field }) => field.name === name);
}

/** The member of an object, through arrays. */
function memberOf(
	value: JsonValue | undefined,
	name: string,
): JsonValue | undefined {
	if (Array.isArray(value)) return memberOf(value[0], name);
	return isJsonObject(value) && Object.hasOwn(value, name)
		? value[name]
		: undefined;
}

/** Of a map, any of its values shows what is in all of them. */
function within(
	shape: Shape,
	value: JsonValue | undefined,
): JsonValue | undefined {
	if (shape.kind === "array" && Array.isArray(value))
		return within(shape.items, value[0]);
	if (shape.kind !== "record" || !isJsonObject(value)) return value;
	return within(shape.values, Object.values(value)[0]);
}

function takesFields(shape: Shape): boolean {
	switch (shape.kind) {
		case "object":
			return true;
		case "array":
			return takesFields(shape.items);
		case "record":
			return takesFields(shape.values);
		case "union":
			return shape.members.some(takesFields);
		default:
			return false;
	}
}

function isTitled(shape: Shape): boolean {
	if (shape.kind === "array") return isTitled(shape.items);
	if (shape.kind === "record") return isTitled(shape.values);
	return shape.kind === "object" && shape.title !== undefined;
}

function listedIn(shape: Shape): readonly string[] {
	if (shape.kind === "array") return listedIn(shape.items);
	if (shape.kind === "record") return listedIn(shape.values);
	return shape.kind === "object"
		? shape.properties.map(({ name }) => name)
		: [];
}

function finish({ field, children }: Node): Field {
	const nested: readonly Property[] = children
		.map(finish)
		.map(({ property }) => property);
	return describeField(
		{
			name: field.name,
			shape: fillShape(field.shape, nested, []),
			optional: field.optional,
			unsure: field.unsure,
			deprecated: field.deprecated,
			guessed: field.guessed === true,
			span: field.line.span,
		},
		field.description,
	);
}
