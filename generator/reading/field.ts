import { join } from "../model/join.ts";
import type { ParameterLocation, Property, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import type { Span } from "../text/span.ts";
import { isConditional } from "./field-prose.ts";
import {
	defaultIn,
	formatIn,
	isDeprecated,
	isReadOnly,
} from "./prose-facts.ts";

/** A field of a list, table or page: a property, and where in the request it goes if the docs say so. */
export interface Field {
	readonly property: Property;
	readonly location?: ParameterLocation | "body";
}

/** What a field's own lines say, before its description is looked at. */
export interface FieldHead {
	readonly name: string;
	readonly shape: Shape;
	/** Left out where the docs do not say. */
	readonly optional?: boolean;
	/** True when `optional` may as well mean that the value can be null: `Optional[str]`. */
	readonly unsure?: boolean;
	readonly deprecated?: boolean;
	/** True when the name is made from that of an SDK. */
	readonly guessed?: boolean;
	readonly span: Span;
}

/** A field from its head and its description: the description states defaults, formats and where it goes. */
export function describeField(head: FieldHead, description: string): Field {
	const text = description.replace(located, "").trim();
	const place =
		located.exec(description)?.[1] ?? spokenOf.exec(description)?.[1];
	const name = wireNameIn(text) ?? head.name;
	const shape = withFormat(head.shape, text);
	const value = defaultIn(text, shape);
	const optional = isConditional(text) ? true : head.optional;
	const property: Property = {
		name,
		...(optional !== undefined && { required: !optional }),
		shape,
		...(text !== "" && { description: text }),
		...(value !== undefined && { default: value }),
		...((head.deprecated === true || isDeprecated(text)) && {
			deprecated: true,
		}),
		...(isReadOnly(text) && { readOnly: true }),
		origins: [
			{ span: head.span, basis: "stated" },
			...(head.unsure === true
				? [{ span: head.span, basis: "assumed" as const, of: onlyRequired }]
				: []),
			...(head.guessed === true
				? [{ span: head.span, basis: "assumed" as const, of: onlyName }]
				: []),
		],
	};
	const location = locationOf(place?.toLowerCase());
	return location === undefined ? { property } : { property, location };
}

const onlyRequired = ["required"] as const;
const onlyName = ["name"] as const;

/** "Query param: …" in front of a description, or as all of it. */
const located =
	/^(path|query|header|cookie|body)\s+param(?:eter)?s?\s*(?:[:.]\s*|$)/i;

/** "Query parameter for …", "Optional header to …": the sentence says where the field goes, and stays. */
const spokenOf =
	/^(?:an?\s+|the\s+)?(?:optional\s+|required\s+)?(path|query|header|cookie)\s+(?:param(?:eter)?s?\s+)?(?:to|for|that|which|used)\s/i;

/** "Sent on the wire as `created[after]`": an SDK's name stands in front. */
function wireNameIn(text: string): string | undefined {
	return /\b(?:sent|passed|transmitted|serialized)\s+(?:on|over)\s+the\s+wire\s+as\s+`([^`\s]+)`/i.exec(
		text,
	)?.[1];
}

/** The place in a request that a word names. */
export function locationOf(word: string | undefined): Field["location"] {
	switch (word) {
		case "path":
		case "query":
		case "header":
		case "cookie":
		case "body":
			return word;
		default:
			return undefined;
	}
}

function withFormat(shape: Shape, text: string): Shape {
	if (shape.kind !== "string" || shape.format !== undefined) return shape;
	const format = formatIn(text);
	return format === undefined ? shape : { ...shape, format };
}

/**
 * Puts nested fields and variants where a type has room for them: into the object within arrays and maps, or in place of
 * a union.
 */
export function fillShape(
	shape: Shape,
	fields: readonly Property[],
	variants: readonly Shape[],
): Shape {
	if (fields.length === 0 && variants.length === 0) return shape;
	if (shape.kind === "array")
		return { ...shape, items: fillShape(shape.items, fields, variants) };
	if (shape.kind === "record")
		return { ...shape, values: fillShape(shape.values, fields, variants) };
	if (variants.length > 0) return fillVariants(shape, variants);
	if (shape.kind === "union") {
		const at = shape.members.findIndex(
			(member) => member.kind === "object" || member.kind === "array",
		);
		const members = shape.members.map((member, index) =>
			index === at ? fillShape(member, fields, []) : member,
		);
		return { ...shape, members };
	}
	return fillObject(shape, fields);
}

function fillObject(shape: Shape, fields: readonly Property[]): Shape {
	const filled: Shape = { kind: "object", properties: fields };
	if (shape.kind !== "object") return filled;
	const described = new Set(fields.map(({ name }) => name));
	const listed: Shape = {
		...shape,
		open: false,
		properties: shape.properties.filter(({ name }) => !described.has(name)),
	};
	const joined = join(filled, listed, { mode: "same" });
	if (joined?.kind !== "object") return filled;
	const { open: _, ...closed } = joined;
	return closed;
}

/** The members that bullets spell out stand for those that the type cut off; `null` is kept. */
function fillVariants(shape: Shape, variants: readonly Shape[]): Shape {
	const nulls =
		shape.kind === "union"
			? shape.members.filter((member) => member.kind === "null")
			: [];
	return unionOf([...variants, ...nulls]);
}
