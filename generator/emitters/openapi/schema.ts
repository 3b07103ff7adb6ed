import { unique } from "../../code/names.ts";
import type {
	ApiModel,
	LiteralShape,
	ObjectShape,
	Property,
	Shape,
	UnionShape,
} from "../../model/types.ts";
import type { JsonObject } from "../../text/json.ts";
import { unreachable } from "../../text/unreachable.ts";
import { basisOf, sourceOf } from "./basis.ts";
import { compact } from "./compact.ts";

/** The schemas of one document. */
export interface Schemas {
	readonly model: ApiModel;
	readonly schemaOf: (shape: Shape) => JsonObject;
	/** Those of named shapes; nothing when there are none. */
	readonly components: JsonObject | undefined;
}

/** Names the schemas of a model and makes those that have names. */
export function openSchemas(model: ApiModel): Schemas {
	const taken = new Set<string>();
	const names = new Map(
		model.shapes.map(({ name }) => {
			return [name, unique(name.replace(/[^\w.-]/g, "_"), taken)];
		}),
	);
	const shapes = new Map(model.shapes.map(({ name, shape }) => [name, shape]));
	const schemaOf = (shape: Shape) => makeSchema(shape, { names, shapes });
	const entries = model.shapes.map(({ name, shape, description, origins }) => {
		const about = { ...basisOf(origins), ...sourceOf(origins) };
		const schema = compact({ ...schemaOf(shape), description, ...about });
		return [names.get(name) ?? name, schema] as const;
	});
	const components =
		entries.length > 0 ? Object.fromEntries(entries) : undefined;
	return { model, schemaOf, components };
}

/** What named shapes are called in the document, and what they are. */
interface Named {
	readonly names: ReadonlyMap<string, string>;
	readonly shapes: ReadonlyMap<string, Shape>;
}

function makeSchema(shape: Shape, named: Named): JsonObject {
	switch (shape.kind) {
		case "unknown":
			return compact({ "x-docwright-placeholder": shape.placeholder });
		case "null":
		case "boolean":
			return { type: shape.kind };
		case "number": {
			const { integer, minimum, maximum } = shape;
			const type = integer === true ? "integer" : "number";
			return compact({ type, minimum, maximum });
		}
		case "string": {
			const { format, minLength, maxLength, pattern } = shape;
			return compact({ type: "string", format, minLength, maxLength, pattern });
		}
		case "literal":
			return { type: typeOf(shape), const: shape.value };
		case "array":
			return { type: "array", items: makeSchema(shape.items, named) };
		case "record": {
			const values = makeSchema(shape.values, named);
			return { type: "object", additionalProperties: values };
		}
		case "object":
			return objectSchema(shape, named);
		case "union":
			return unionSchema(shape, named);
		case "reference":
			return { $ref: pointerTo(shape.name, named) };
		default:
			return unreachable(shape);
	}
}

function objectSchema(
	{ properties, open, title }: ObjectShape,
	named: Named,
): JsonObject {
	const required = properties
		.filter((property) => property.required === true)
		.map(({ name }) => name);
	const entries = properties.map((property) => {
		return [property.name, propertySchema(property, named)] as const;
	});
	return compact({
		type: "object",
		title,
		properties: Object.fromEntries(entries),
		required: required.length > 0 ? required : undefined,
		additionalProperties: open,
	});
}

function propertySchema(property: Property, named: Named): JsonObject {
	const { shape, description, deprecated, readOnly, origins } = property;
	return compact({
		...makeSchema(shape, named),
		description,
		default: property.default,
		deprecated,
		readOnly,
		...basisOf(origins),
	});
}

/** A choice of literals is an enum, and null is one more type where a schema has one: what most tools know best. */
function unionSchema(
	{ members, discriminator }: UnionShape,
	named: Named,
): JsonObject {
	const some = members.filter(({ kind }) => kind !== "null");
	const nullable = some.length < members.length;
	const base = someSchema(some, discriminator, named);
	if (!nullable) return base;
	const { type, enum: choices, anyOf, const: constant } = base;
	if (Array.isArray(anyOf)) return { anyOf: [...anyOf, { type: "null" }] };
	if (typeof type !== "string" || constant !== undefined)
		return { anyOf: [base, { type: "null" }] };
	return compact({
		...base,
		type: [type, "null"],
		enum: Array.isArray(choices) ? [...choices, null] : undefined,
	});
}

function someSchema(
	members: readonly Shape[],
	discriminator: string | undefined,
	named: Named,
): JsonObject {
	const [first, ...others] = members;
	if (first === undefined) return { type: "null" };
	if (others.length === 0) return makeSchema(first, named);
	const literals = members.filter((each): each is LiteralShape => {
		return each.kind === "literal";
	});
	const types = new Set(literals.map(typeOf));
	const [type] = types;
	if (literals.length === members.length && types.size === 1 && type)
		return { type, enum: literals.map(({ value }) => value) };
	const schemas = members.map((member) => makeSchema(member, named));
	if (discriminator === undefined) return { anyOf: schemas };
	const mapping = mappingOf(members, discriminator, named);
	return {
		oneOf: schemas,
		discriminator: compact({ propertyName: discriminator, mapping }),
	};
}

/** Which value stands for which schema; only for schemas with names, as the format has it. */
function mappingOf(
	members: readonly Shape[],
	discriminator: string,
	named: Named,
): JsonObject | undefined {
	const entries = members.flatMap((member) => {
		if (member.kind !== "reference") return [];
		const shape = named.shapes.get(member.name);
		const tells =
			shape?.kind === "object"
				? shape.properties.find(({ name }) => name === discriminator)?.shape
				: undefined;
		const choices = tells?.kind === "union" ? tells.members : [tells];
		return choices.flatMap((choice) =>
			choice?.kind === "literal"
				? [[String(choice.value), pointerTo(member.name, named)] as const]
				: [],
		);
	});
	return entries.length < members.length
		? undefined
		: Object.fromEntries(entries);
}

function pointerTo(name: string, { names }: Named): string {
	return `#/components/schemas/${names.get(name) ?? name}`;
}

function typeOf({ value }: LiteralShape): string {
	return Number.isInteger(value) ? "integer" : typeof value;
}
