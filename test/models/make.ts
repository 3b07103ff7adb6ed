import type {
	Basis,
	Fact,
	ObjectShape,
	Origins,
	Parameter,
	PathSegment,
	Property,
	Shape,
} from "../../generator/model/types.ts";

/** The documents that the sample pretends to be read from. */
export const documents = ["docs/apiary.md", "docs/weather.md"] as const;

/** What a property and a parameter may say beside their name and shape. */
interface Detail
	extends Partial<Omit<Property & Parameter, "name" | "in" | "shape">> {
	readonly line: number;
	readonly basis?: Basis;
}

/** A property that the docs state in a line. */
export function property(name: string, shape: Shape, detail: Detail): Property {
	const { line, basis = "stated", ...rest } = detail;
	return { name, shape, ...rest, origins: origins(line, basis) };
}

/** A parameter that the docs state in a line. */
export function parameter(
	location: Parameter["in"],
	name: string,
	shape: Shape,
	detail: Detail,
): Parameter {
	const { line, basis = "stated", ...rest } = detail;
	return { name, in: location, shape, ...rest, origins: origins(line, basis) };
}

/** `path("hives", ":hive_id")` is `/hives/{hive_id}`. */
export function path(...segments: readonly string[]): readonly PathSegment[] {
	return segments.map((segment) =>
		segment.startsWith(":")
			? { kind: "parameter", name: segment.slice(1) }
			: { kind: "literal", text: segment },
	);
}

/** An object with these properties. */
export function object(
	properties: readonly Property[],
	more: Partial<ObjectShape> = {},
): ObjectShape {
	return { kind: "object", properties, ...more };
}

/** Any text, or text of a length. */
export function text(more: { readonly maxLength?: number } = {}): Shape {
	return { kind: "string", ...more };
}

/** Text in the format that most timestamps have. */
export function dateTime(): Shape {
	return { kind: "string", format: "date-time" };
}

/** Any number, or one within limits. */
export function number(
	more: {
		readonly integer?: boolean;
		readonly minimum?: number;
		readonly maximum?: number;
	} = {},
): Shape {
	return { kind: "number", ...more };
}

/** True or false. */
export function boolean(): Shape {
	return { kind: "boolean" };
}

/** Exactly this value. */
export function literal(value: string | number | boolean): Shape {
	return { kind: "literal", value };
}

/** One of these texts, the usual one first. */
export function enumeration(...values: readonly string[]): Shape {
	return { kind: "union", members: values.map(literal) };
}

/** A shape or null. */
export function nullable(shape: Shape): Shape {
	return { kind: "union", members: [shape, { kind: "null" }] };
}

/** The shape of this name. */
export function reference(name: string): Shape {
	return { kind: "reference", name };
}

/** A line of the docs; the weather has a document of its own, from line 120 on. */
export function origins(
	line: number,
	basis: Basis,
	of?: readonly Fact[],
): Origins {
	const start = { line, column: 1, offset: line * 40 };
	const end = { line, column: 31, offset: line * 40 + 30 };
	const span = { file: documents[line < 120 ? 0 : 1], start, end };
	return [of === undefined ? { span, basis } : { span, basis, of }];
}
