import type { Property, Shape } from "../model/types.ts";
import { fitsType, isOpen } from "./fits-type.ts";
import { type KnownTypes, typeCalled } from "./known-types.ts";
import { titleShape } from "./title-shape.ts";

/** A type with its properties named after the types of the same document that they are called after: `lines` after `Line`. */
export function nameWithin(
	shape: Shape,
	file: string,
	known: KnownTypes,
): Shape {
	switch (shape.kind) {
		case "array":
			return { ...shape, items: nameWithin(shape.items, file, known) };
		case "record":
			return { ...shape, values: nameWithin(shape.values, file, known) };
		case "object": {
			const properties = shape.properties.map((property): Property => {
				const named = nameOf(property, file, known);
				const inner =
					named === undefined
						? nameWithin(property.shape, file, known)
						: titleShape(property.shape, named, property);
				return { ...property, shape: inner };
			});
			return { ...shape, properties };
		}
		default:
			return shape;
	}
}

/** What the property is called after, if nothing that is known of it speaks against that. */
function nameOf(
	{ name, shape, description = "" }: Property,
	file: string,
	known: KnownTypes,
): string | undefined {
	const said = mention.exec(description.slice(0, 400))?.[1];
	const found =
		typeCalled(known, name, file) ??
		(said === undefined ? undefined : typeCalled(known, said, file));
	if (found === undefined || !found.near) return undefined;
	const type = known.shapes[found.at];
	return type !== undefined && takes(shape, type)
		? known.definitions[found.at]?.name
		: undefined;
}

/** "A list of `Line` objects", "is an `Order` object". */
const mention =
	/(?:\b(?:list|array|set|map|collection|one) of|(?:^|\b(?:is|as|holds|contains) )(?:an?|the)) \[?`?([A-Za-z_][\w.-]*)`?(?:\]\([^()]*\))? (?:objects?|records?|blocks?|resources?|structs?)\b/i;

function takes(shape: Shape, type: Shape): boolean {
	if (shape.kind === "array") return takes(shape.items, type);
	if (isOpen(shape)) return true;
	return (
		shape.kind === "object" &&
		shape.title === undefined &&
		fitsType(shape, type, "named")
	);
}
