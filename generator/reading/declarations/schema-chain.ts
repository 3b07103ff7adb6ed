import type { Shape } from "../../model/types.ts";
import { unionOf } from "../../notation/type.ts";
import { shapeOfWord } from "../../notation/words.ts";
import type { JsonValue } from "../../text/json.ts";
import type { SampleText } from "../json-sample.ts";
import { type Member, objectOf } from "./declared.ts";
import { type Expression, jsonIn, type Step } from "./expression.ts";

/** What a chain of calls that builds a schema says of a value. */
export interface Built {
	readonly shape: Shape;
	readonly required?: boolean;
	readonly nullable?: boolean;
	readonly default?: JsonValue;
	readonly description?: string;
}

/**
 * Reads a schema that calls build, `z.object({ id: z.string().uuid() })`, `Joi.string().min(3).required()`; nothing for
 * other calls. What such a library says of fields that it does not speak about differs: `strict` ones have to be there.
 */
export function readSchemaChain(
	expression: Expression,
	sample: SampleText,
): Built | undefined {
	if (expression.kind !== "chain") return undefined;
	const [library, kind, ...others] = expression.steps;
	if (library === undefined || !libraries.test(library.name)) return undefined;
	if (kind?.arguments === undefined) return undefined;
	const strict = /^z$/i.test(library.name);
	const base = baseOf(kind, sample);
	if (base === undefined) return undefined;
	return others.reduce<Built>((built, step) => refine(built, step, sample), {
		shape: base,
		...(strict && { required: true }),
	});
}

const libraries = /^(?:z|zod|joi|yup)$/i;

/** `string()`, `array(z.string())`, `enum(["a", "b"])`. */
function baseOf(
	{ name, arguments: given = [] }: Step,
	sample: SampleText,
): Shape | undefined {
	const [first, second] = given;
	const shapeIn = (one: Expression | undefined): Shape => {
		const built = one && readSchemaChain(one, sample);
		if (built !== undefined) return whole(built);
		return named(one);
	};
	switch (name) {
		case "object":
		case "strictObject":
		case "looseObject":
			return objectIn(first, sample) ?? open;
		case "array":
		case "set":
			return { kind: "array", items: shapeIn(first) };
		case "tuple":
			return { kind: "array", items: { kind: "unknown" } };
		case "record":
		case "map":
			return { kind: "record", values: shapeIn(second ?? first) };
		case "enum":
		case "literal":
		case "valid":
			return valuesIn(given);
		case "union":
		case "alternatives":
			return unionOf(itemsOf(first).map(shapeIn));
		case "discriminatedUnion": {
			const members = itemsOf(second).map(shapeIn);
			const tells = first && jsonIn(first);
			return members.length < 2 || typeof tells !== "string"
				? undefined
				: { kind: "union", members, discriminator: tells };
		}
		case "lazy":
		case "optional":
			return shapeIn(first);
		case "nullable":
			return unionOf([shapeIn(first), { kind: "null" }]);
		case "boolean":
		case "bool":
			return { kind: "boolean" };
		default: {
			const word = formats.get(name) ?? name;
			return shapeOfWord(word);
		}
	}
}

const open: Shape = { kind: "object", properties: [], open: true };

/** Steps that are words of the vocabulary under another name. */
const formats: ReadonlyMap<string, string> = new Map([
	["mixed", "unknown"],
	["datetime", "datetime"],
	["isoDate", "datetime"],
	["date", "datetime"],
	["iso", "datetime"],
	["guid", "uuid"],
]);

function refine(built: Built, step: Step, sample: SampleText): Built {
	const { shape } = built;
	const [first] = step.arguments ?? [];
	const value = first && jsonIn(first);
	switch (step.name) {
		case "required":
			return { ...built, required: true };
		case "optional":
			return { ...built, required: false };
		case "nullable":
			return { ...built, nullable: true };
		case "nullish":
			return { ...built, nullable: true, required: false };
		case "allow":
			return value === null ? { ...built, nullable: true } : built;
		case "default":
			return value === undefined
				? built
				: { ...built, required: false, default: value };
		case "describe":
		case "description":
		case "label":
			return typeof value === "string"
				? { ...built, description: value }
				: built;
		case "valid":
		case "oneOf": {
			const flat = first?.kind === "list" ? [first] : (step.arguments ?? []);
			const choice = valuesIn(flat);
			return choice === undefined ? built : { ...built, shape: choice };
		}
		case "array":
			return { ...built, shape: { kind: "array", items: whole(built) } };
		case "items":
		case "of": {
			const items = first && readSchemaChain(first, sample);
			return shape.kind !== "array" || first === undefined
				? built
				: {
						...built,
						shape: {
							kind: "array",
							items: items === undefined ? named(first) : whole(items),
						},
					};
		}
		case "keys":
		case "shape":
		case "extend":
			return { ...built, shape: extended(shape, objectIn(first, sample)) };
		default:
			return { ...built, shape: limited(shape, step.name, value) };
	}
}

function limited(
	shape: Shape,
	step: string,
	value: JsonValue | undefined,
): Shape {
	if (shape.kind === "number") {
		if (/^(?:int|integer)$/.test(step)) return { ...shape, integer: true };
		if (/^(?:nonnegative)$/.test(step)) return { ...shape, minimum: 0 };
		if (typeof value !== "number") return shape;
		if (/^(?:min|gte)$/.test(step)) return { ...shape, minimum: value };
		return /^(?:max|lte)$/.test(step) ? { ...shape, maximum: value } : shape;
	}
	if (shape.kind !== "string") return shape;
	if (typeof value === "number" && Number.isInteger(value) && value >= 0) {
		if (step === "min") return { ...shape, minLength: value };
		if (step === "max") return { ...shape, maxLength: value };
		if (step === "length")
			return { ...shape, minLength: value, maxLength: value };
	}
	if (
		!/^(?:email|uuid|guid|url|uri|hostname|datetime|isoDate|date)$/.test(step)
	)
		return shape;
	const said = shapeOfWord(formats.get(step) ?? step);
	const date = step === "date" ? "date" : undefined;
	const format = date ?? (said?.kind === "string" ? said.format : undefined);
	return format === undefined ? shape : { ...shape, format };
}

function objectIn(
	expression: Expression | undefined,
	sample: SampleText,
): Shape | undefined {
	if (expression?.kind !== "object") return undefined;
	const members = expression.entries.map(
		({ key, value, start, end }): Member => {
			const built = readSchemaChain(value, sample);
			if (built === undefined)
				return { name: key, type: named(value), start, end };
			const { shape, ...said } = built;
			return { name: key, type: shape, ...said, start, end };
		},
	);
	return objectOf(members, sample);
}

function extended(shape: Shape, more: Shape | undefined): Shape {
	if (shape.kind !== "object" || more?.kind !== "object") return shape;
	const names = new Set(more.properties.map(({ name }) => name));
	const kept = shape.properties.filter(({ name }) => !names.has(name));
	const { open: _, ...closed } = shape;
	return { ...closed, properties: [...kept, ...more.properties] };
}

/** A schema that has a name of its own, `userSchema`, is the type of that name. */
function named(expression: Expression | undefined): Shape {
	const [only, ...others] =
		expression?.kind === "chain" ? expression.steps : [];
	if (only === undefined || others.length > 0 || only.arguments !== undefined)
		return { kind: "unknown" };
	return { kind: "object", properties: [], title: typeNameOfSchema(only.name) };
}

/** `userSchema` is a schema of a `User`. */
export function typeNameOfSchema(name: string): string {
	const bare = name.replace(/(?<=\w)_?(?:schema|model)$/i, "");
	return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function whole({ shape, nullable }: Built): Shape {
	return nullable === true ? unionOf([shape, { kind: "null" }]) : shape;
}

function itemsOf(expression: Expression | undefined): readonly Expression[] {
	return expression?.kind === "list" ? expression.items : [];
}

function valuesIn(given: readonly Expression[]): Shape | undefined {
	const nodes = given.flatMap((one) =>
		one.kind === "list" ? one.items : [one],
	);
	const shapes = nodes.flatMap((node): readonly Shape[] => {
		if (node.kind !== "value") return [];
		const { value } = node;
		return value === null ? [{ kind: "null" }] : [{ kind: "literal", value }];
	});
	return shapes.length === 0 ? undefined : unionOf(shapes);
}
