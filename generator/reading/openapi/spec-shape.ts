import type { Origins, Property, Shape } from "../../model/types.ts";
import { unionOf } from "../../notation/type.ts";
import { jsonOf, type SampleNode } from "../json-sample.ts";
import { follow, unescapePointer } from "./spec-block.ts";
import {
	entriesOf,
	flagIn,
	itemsOf,
	memberOf,
	numberIn,
	textIn,
} from "./spec-node.ts";

const maximumDepth = 32;
/** Names of types that each hold two others would else be opened without end. */
const maximumMerged = 400;

interface State {
	readonly roots: readonly SampleNode[];
	readonly depth: number;
	readonly merged: { count: number };
}

/** The shape that a schema states; a `$ref` is the name of a type until names are resolved. */
export function shapeOfSchema(
	schema: SampleNode,
	roots: readonly SampleNode[],
): Shape {
	return shapeOf(schema, { roots, depth: 0, merged: { count: 0 } });
}

function shapeOf(schema: SampleNode, state: State): Shape {
	const inner = { ...state, depth: state.depth + 1 };
	if (inner.depth > maximumDepth || schema.kind !== "object")
		return { kind: "unknown" };
	const name = typeNamed(schema);
	const shape =
		name === undefined || name === ""
			? described(schema, inner)
			: ({ kind: "object", properties: [], title: name } as const);
	const nullable =
		flagIn(schema, "nullable") === true ||
		flagIn(schema, "x-nullable") === true;
	return nullable ? unionOf([shape, { kind: "null" }]) : shape;
}

/** `Pet` of `#/components/schemas/Pet`, `./Pet.yaml` and `models.json#/Pet`. */
function typeNamed(schema: SampleNode): string | undefined {
	const reference = textIn(schema, "$ref");
	return reference === undefined ? undefined : nameOfReference(reference);
}

/** `Pet` of `#/components/schemas/Pet`. */
export function nameOfReference(reference: string): string {
	const last = reference.split(/[/#]/).findLast((step) => step !== "");
	return unescapePointer(last ?? "").replace(/\.(?:ya?ml|json)$/i, "");
}

function described(schema: SampleNode, state: State): Shape {
	const values = valuesOf(schema);
	if (values !== undefined) return values;
	const parts = itemsOf(memberOf(schema, "allOf"));
	if (parts.length > 0) return allOf(schema, parts, state);
	const variants = [
		...itemsOf(memberOf(schema, "oneOf")),
		...itemsOf(memberOf(schema, "anyOf")),
	];
	if (variants.length > 0) {
		const own = ownShape(schema, state);
		const members = variants.map((one) => {
			const shape = shapeOf(one, state);
			return own.kind === "object" && shape.kind === "object" && !shape.title
				? withMembers(own, shape)
				: shape;
		});
		return unionOf(members);
	}
	return ownShape(schema, state);
}

/** `enum` and `const`. */
function valuesOf(schema: SampleNode): Shape | undefined {
	const constant = memberOf(schema, "const");
	const listed = memberOf(schema, "enum");
	const nodes = constant === undefined ? itemsOf(listed) : [constant];
	const shapes = nodes.flatMap((node): readonly Shape[] => {
		if (node.kind !== "value") return [];
		const { value } = node;
		return value === null ? [{ kind: "null" }] : [{ kind: "literal", value }];
	});
	return shapes.length === 0 || shapes.length < nodes.length
		? undefined
		: unionOf(shapes);
}

/** The properties of all parts; one part with nothing beside it is that part itself. */
function allOf(
	schema: SampleNode,
	parts: readonly SampleNode[],
	state: State,
): Shape {
	const own = ownShape(schema, state);
	const telling = parts.filter((part) => tells(part));
	const [only, ...others] = telling;
	if (only === undefined) return own;
	if (others.length === 0 && own.kind === "unknown")
		return shapeOf(only, state);
	let merged: Shape =
		own.kind === "object" ? own : { kind: "object", properties: [] };
	for (const part of telling) {
		const reference = textIn(part, "$ref") !== undefined;
		const budget = ++state.merged.count <= maximumMerged;
		const target = reference && budget ? follow(part, state.roots) : part;
		const shape =
			target === undefined || !budget
				? undefined
				: described(target, { ...state, depth: state.depth + 1 });
		merged =
			shape?.kind === "object" && state.depth < maximumDepth
				? withMembers(shape, merged)
				: { ...merged, open: true };
	}
	return merged;
}

/** A part with a description alone says nothing of the shape. */
function tells(part: SampleNode): boolean {
	return entriesOf(part).some(
		({ key }) =>
			!/^(?:description|title|example|examples|nullable|default|deprecated|readOnly|writeOnly|x-.*)$/.test(
				key,
			),
	);
}

type ObjectShape = Extract<Shape, { readonly kind: "object" }>;

/** The properties of both; where both have one, the second says more of it. */
function withMembers(base: ObjectShape, over: ObjectShape): ObjectShape {
	const found = new Map(base.properties.map((one) => [one.name, one]));
	for (const one of over.properties) {
		const before = found.get(one.name);
		const required = one.required === true || before?.required === true;
		found.set(one.name, {
			...before,
			...one,
			...(required && { required }),
		});
	}
	const open = base.open === true || over.open === true;
	const title = over.title ?? undefined;
	return {
		kind: "object",
		properties: [...found.values()],
		...(open && { open }),
		...(title !== undefined && { title }),
	};
}

function ownShape(schema: SampleNode, state: State): Shape {
	const type = memberOf(schema, "type");
	const types = type?.kind === "array" ? itemsOf(type) : [type];
	const words = types.flatMap((one) =>
		one?.kind === "value" && one.value !== undefined ? [String(one.value)] : [],
	);
	if (words.length > 1)
		return unionOf(words.map((word) => typed(word, schema, state)));
	const [word] = words;
	if (word !== undefined) return typed(word, schema, state);
	const implied =
		memberOf(schema, "properties") ?? memberOf(schema, "additionalProperties");
	if (implied !== undefined) return typed("object", schema, state);
	return memberOf(schema, "items") === undefined
		? { kind: "unknown" }
		: typed("array", schema, state);
}

function typed(word: string, schema: SampleNode, state: State): Shape {
	switch (word) {
		case "object":
			return objectShape(schema, state);
		case "array": {
			const items = memberOf(schema, "items");
			return {
				kind: "array",
				items:
					items === undefined ? { kind: "unknown" } : shapeOf(items, state),
			};
		}
		case "integer":
		case "number": {
			const minimum = numberIn(schema, "minimum");
			const maximum = numberIn(schema, "maximum");
			return {
				kind: "number",
				...(word === "integer" && { integer: true }),
				...(minimum !== undefined && { minimum }),
				...(maximum !== undefined && { maximum }),
			};
		}
		case "boolean":
			return { kind: "boolean" };
		case "null":
			return { kind: "null" };
		case "file":
			return { kind: "string", format: "binary" };
		case "string": {
			const format = textIn(schema, "format");
			const minLength = numberIn(schema, "minLength");
			const maxLength = numberIn(schema, "maxLength");
			const pattern = textIn(schema, "pattern");
			return {
				kind: "string",
				...(format !== undefined && { format }),
				...(minLength !== undefined && { minLength }),
				...(maxLength !== undefined && { maxLength }),
				...(pattern !== undefined && { pattern }),
			};
		}
		default:
			return { kind: "unknown" };
	}
}

function objectShape(schema: SampleNode, state: State): Shape {
	const listed = entriesOf(memberOf(schema, "properties"));
	const others = memberOf(schema, "additionalProperties");
	const forbids = others?.kind === "value" && others.value === false;
	if (listed.length === 0 && others !== undefined && !forbids)
		return { kind: "record", values: shapeOf(others, state) };
	const required = new Set(
		itemsOf(memberOf(schema, "required")).map((one) =>
			one.kind === "value" ? String(one.value) : "",
		),
	);
	const properties = listed.map(({ key, keySpan, node }): Property => {
		const origins: Origins = [{ span: keySpan, basis: "stated" }];
		return {
			name: key,
			// A schema that lists no required properties has none.
			required: required.has(key),
			shape: shapeOf(node, state),
			...wordsOf(node),
			origins,
		};
	});
	const open = others !== undefined && !forbids;
	const title = textIn(schema, "title");
	return {
		kind: "object",
		properties,
		...(open && { open }),
		...(title !== undefined &&
			/^[A-Z]\w*$/.test(title) &&
			properties.length > 0 && { title }),
	};
}

/** What a schema, a property or a parameter says beside its shape. */
export function wordsOf(
	node: SampleNode,
): Pick<Property, "description" | "default" | "deprecated" | "readOnly"> {
	const description = textIn(node, "description");
	const value = memberOf(node, "default");
	return {
		...(description !== undefined && { description }),
		...(value !== undefined && { default: jsonOf(value) }),
		...(flagIn(node, "deprecated") === true && { deprecated: true }),
		...(flagIn(node, "readOnly") === true && { readOnly: true }),
	};
}
