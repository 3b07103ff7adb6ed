import type { Shape } from "../model/types.ts";
import { isPlural } from "../text/words.ts";

/** A value as one or many of a type that is described elsewhere; what is known of it is kept beside the name. */
export function titleShape(
	shape: Shape,
	title: string,
	{ name, description = "" }: { name: string; description?: string },
): Shape {
	switch (shape.kind) {
		case "array":
			return { ...shape, items: titleOne(shape.items, title) };
		case "unknown": {
			const many =
				isPlural(name) && !isPlural(title)
					? !/\b(?:map|dictionary|hash)\b/i.test(description.slice(0, 80))
					: /^\W*(?:\w+\W+){0,4}(?:list|array) of\b/i.test(description);
			const one = titleOne(shape, title);
			return many ? { kind: "array", items: one } : one;
		}
		default:
			return titleOne(shape, title);
	}
}

function titleOne(shape: Shape, title: string): Shape {
	switch (shape.kind) {
		case "array":
			return { ...shape, items: titleOne(shape.items, title) };
		case "record":
			return { ...shape, values: titleOne(shape.values, title) };
		case "object":
			return { ...shape, title };
		case "unknown":
			return { kind: "object", title, properties: [] };
		default:
			return shape;
	}
}
