import type { Shape } from "./types.ts";

/** A shape in a person's words, one level deep, constraints included. */
export function nameOfShape(shape: Shape): string {
	switch (shape.kind) {
		case "string":
			return [shape.format ?? "", ...constraintsOf(shape)].join(" ").trim();
		case "literal":
			return JSON.stringify(shape.value);
		case "reference":
			return shape.name;
		case "array":
			return `array of ${nameOfShape(shape.items)}`;
		case "record":
			return `map of ${nameOfShape(shape.values)}`;
		case "union":
			return shape.members.map(nameOfShape).join(" or ");
		case "number":
			return constraintsOf(shape).join(" ");
		default:
			return shape.kind;
	}
}

/** `integer minimum 1`: the type's word and its limits. */
function constraintsOf(
	shape: Extract<Shape, { readonly kind: "number" | "string" }>,
): readonly string[] {
	const integer = shape.kind === "number" && shape.integer === true;
	const limits = Object.entries(shape).filter(
		([key]) => !["kind", "integer", "format"].includes(key),
	);
	return [
		integer ? "integer" : shape.kind,
		...limits.map(([key, value]) => `${key} ${value}`),
	];
}
