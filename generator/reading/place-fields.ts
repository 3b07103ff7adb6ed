import type { Origins, Property, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import { distinct } from "./distinct-fields.ts";
import { describeField, type Field, fillShape } from "./field.ts";
import { typeInProse } from "./prose-type.ts";
import type { RawField } from "./raw-field.ts";
import { isNullable, withLimits } from "./stated-limits.ts";

interface Node {
	readonly raw: RawField;
	readonly children: Node[];
}

/**
 * Puts raw fields into each other: by marks of nesting in front, by children that bullets hold, and by dots in names
 * whose first part is a field of the list: `owner.name` under `owner`, `items[].id` under `items`.
 */
export function placeFields(raws: readonly RawField[]): readonly Field[] {
	const roots: Node[] = [];
	const open: Node[] = [];
	// A list that starts within something shows the insides of what it does not name.
	const least = raws[0]?.depth ?? 0;
	for (const one of raws) {
		const raw = { ...one, depth: Math.max(0, one.depth - least) };
		const node = nodeFor(raw);
		if (raw.depth > 0 && open.length > 0) {
			open.splice(Math.max(1, Math.min(raw.depth, open.length)));
			open.at(-1)?.children.push(node);
		} else {
			open.splice(0);
			const parent = dottedParent(raw.name, roots);
			if (parent === undefined) roots.push(node);
			else {
				parent.node.children.push(nodeFor({ ...raw, name: parent.rest }));
				continue;
			}
		}
		open.push(node);
	}
	const [only, ...others] = roots;
	// Alone, what has no name is what all the fields are in.
	return only !== undefined && others.length === 0
		? [finish(only)]
		: roots.flatMap(withNames).map(finish);
}

/** What stands in something without a name stands in what is around that. */
function withNames(node: Node): readonly Node[] {
	return node.raw.name === "*anonymous*"
		? node.children.flatMap(withNames)
		: [node];
}

function nodeFor(raw: RawField): Node {
	const children = (raw.children ?? []).map((child) =>
		nodeFor({ ...child, name: withoutOwner(child.name, raw.name) }),
	);
	return { raw, children };
}

/** What stands within `shipping` may say so in its name: `shipping.city`. */
function withoutOwner(name: string, owner: string): string {
	const bare = owner.replace(/\[\]$/, "");
	const rest = name.startsWith(bare) ? name.slice(bare.length) : "";
	return /^(?:\[\d*\])?\.(.+)$/.exec(rest)?.[1] ?? name;
}

/** The field that a dotted name is in, and what is left of the name. */
function dottedParent(
	name: string,
	roots: readonly Node[],
): { readonly node: Node; readonly rest: string } | undefined {
	if (!name.includes(".")) return undefined;
	for (const node of roots) {
		const own = node.raw.name.replace(/\[\]$/, "");
		if (!name.startsWith(own)) continue;
		const rest = name.slice(own.length);
		const behind = /^(?:\[\d*\]|\.\*)?\.(.+)$/.exec(rest)?.[1];
		if (behind === undefined) continue;
		return dottedParent(behind, node.children) ?? { node, rest: behind };
	}
	return undefined;
}

function finish({ raw, children }: Node): Field {
	const nested = distinct(
		children
			.flatMap(withNames)
			.map(finish)
			.map(({ property }) => property),
		({ name }) => name,
	);
	const shape = withValues(filled(raw, nested), raw);
	const own = withLimits(shape, raw.description);
	const prose =
		own.kind === "unknown" ? typeInProse(raw.description) : undefined;
	const limited =
		prose === undefined ? own : withLimits(prose.shape, raw.description);
	const nullable = raw.nullable === true || isNullable(raw.description);
	const field = describeField(
		{
			name: raw.name,
			shape: nullable ? unionOf([limited, { kind: "null" }]) : limited,
			...(raw.required !== undefined && { optional: !raw.required }),
			...(raw.unsure === true && { unsure: true }),
			span: raw.span,
		},
		raw.description,
	);
	const told = prose?.basis === "inferred" ? seenOnly(field, raw) : field;
	return withLocation(withDefault(told, raw), raw);
}

/** The docs state the field, and its type only shows. */
function seenOnly(field: Field, { span }: RawField): Field {
	const origins: Origins = [
		{ span, basis: "stated", of: ["name", "description"] },
		{ span, basis: "inferred", of: ["type"] },
	];
	return { ...field, property: { ...field.property, origins } };
}

function filled(
	{ shape, name, description }: RawField,
	nested: readonly Property[],
): Shape {
	const prose = nested.length > 0 ? typeInProse(description) : undefined;
	const told = prose?.basis === "stated" ? prose.shape : undefined;
	const own: Shape = shape ?? told ?? { kind: "unknown" };
	if (nested.length === 0) return own;
	const [only] = nested;
	// Converters write the items of an array as a nameless row within it.
	if (
		nested.length === 1 &&
		only !== undefined &&
		/^\[array item\]|\*$/i.test(only.name)
	)
		return { kind: "array", items: only.shape };
	const any = nested.find(({ name }) => anyProperty.test(name));
	if (any !== undefined) {
		const named = nested.filter((one) => one !== any);
		if (named.length === 0) return mapOf(own, any.shape);
		const filledNamed = fillShape(own, named, []);
		return filledNamed.kind === "object"
			? { ...filledNamed, open: true }
			: filledNamed;
	}
	const holds =
		own.kind === "unknown"
			? name.endsWith("[]")
				? arrayOfNothing
				: { kind: "object" as const, properties: [] }
			: own;
	return fillShape(holds, nested, []);
}

const anyProperty =
	/^(?:\[any property\]|\*{0,2}additionalProperties\*{0,2})$/i;

/** A map where the type says object, or an array of them. */
function mapOf(shape: Shape, values: Shape): Shape {
	return shape.kind === "array"
		? { ...shape, items: mapOf(shape.items, values) }
		: { kind: "record", values };
}

const arrayOfNothing: Shape = {
	kind: "array",
	items: { kind: "object", properties: [] },
};

/** Values in a column of their own: `asc`, `desc`. */
function withValues(shape: Shape, { values }: RawField): Shape {
	if (values === undefined || !["string", "unknown"].includes(shape.kind))
		return shape;
	const words =
		typeof values === "string"
			? values
					.split(/\s*(?:,|\||\bor\b|;)\s*/)
					.map((word) => word.replace(/^[`"']|[`"'.]$/g, "").trim())
					.filter((word) => word !== "")
			: values;
	// A cell may hold a sentence; bullets with values were looked at already.
	const listed = typeof values === "string" ? /^[\w.*:/-]+$/ : /^[\w.*:/ -]+$/;
	const plain = words.length > 1 && words.every((word) => listed.test(word));
	return plain
		? unionOf(words.map((value) => ({ kind: "literal", value })))
		: shape;
}

function withDefault(field: Field, raw: RawField): Field {
	if (raw.default === undefined || field.property.default !== undefined)
		return field;
	const text = raw.default.replace(/^["`]|["`]$/g, "");
	const shape = shapeBeside(field.property.shape, text);
	const value =
		shape.kind === "boolean" && /^(true|false)$/i.test(text)
			? /^t/i.test(text)
			: shape.kind === "number" && /^-?\d+(\.\d+)?$/.test(text)
				? Number(text)
				: text;
	const required = field.property.required ?? false;
	return {
		...field,
		property: { ...field.property, shape, required, default: value },
	};
}

/** Where no type is stated, a default of `false` or `10` shows it. */
function shapeBeside(shape: Shape, text: string): Shape {
	if (shape.kind !== "unknown") return shape;
	if (/^(?:true|false)$/i.test(text)) return { kind: "boolean" };
	return /^-?\d+(?:\.\d+)?$/.test(text) ? { kind: "number" } : shape;
}

function withLocation(field: Field, { location, deprecated }: RawField): Field {
	const word = location?.toLowerCase().replace(/[`*]/g, "").trim() ?? "";
	const found = (["path", "query", "header", "cookie", "body"] as const).find(
		(place) => word.includes(place),
	);
	const place =
		found ??
		(/\burl|uri|route\b/.test(word)
			? "path"
			: /form|json|payload/.test(word)
				? "body"
				: undefined);
	const marked: Field =
		deprecated === true
			? { ...field, property: { ...field.property, deprecated } }
			: field;
	return place === undefined ? marked : { ...marked, location: place };
}
