import { once } from "../text/once.ts";
import type { ApiModel, NamedShape, ObjectShape, Shape } from "./types.ts";

/** The named shape that a reference means; a name that is not in the model is a fault of ours. */
export function namedShape(
	model: Pick<ApiModel, "shapes">,
	name: string,
): NamedShape {
	const found = byName(model.shapes).get(name);
	if (found === undefined) throw new Error(`No shape is named ${name}`);
	return found;
}

const byName = once(
	(shapes: readonly NamedShape[]): ReadonlyMap<string, NamedShape> =>
		new Map(shapes.map((shape) => [shape.name, shape])),
);

/** Follows references until something else stands there. */
export function resolve(model: Pick<ApiModel, "shapes">, shape: Shape): Shape {
	let at = shape;
	const seen = new Set<string>();
	while (at.kind === "reference" && !seen.has(at.name)) {
		seen.add(at.name);
		at = namedShape(model, at.name).shape;
	}
	return at;
}

/** The object that a shape is, through references; nothing for any other kind. */
export function resolveObject(
	model: ApiModel,
	shape: Shape,
): ObjectShape | undefined {
	const resolved = resolve(model, shape);
	return resolved.kind === "object" ? resolved : undefined;
}
