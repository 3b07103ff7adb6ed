import type { Definition } from "../model/definition.ts";
import type { ObjectShape, Property, Shape } from "../model/types.ts";
import { nameKey } from "../text/words.ts";
import { announcedIn } from "./type-announcement.ts";

/** Fields in which the types that they describe are named, and these types. */
interface Nested {
	readonly properties: readonly Property[];
	readonly types: readonly Definition[];
}

/**
 * Takes out the types that fields describe with fields of their own: `lines` that says "Each `Line` object has these
 * fields:" and has a list within it. The docs name them, so they may stand in other places too.
 */
export function nestedTypes(
	properties: readonly Property[],
	file: string,
): Nested {
	const types: Definition[] = [];
	const named = properties.map((property): Property => {
		const object = objectIn(property.shape);
		if (object === undefined || object.properties.length === 0) return property;
		const inner = nestedTypes(object.properties, file);
		types.push(...inner.types);
		const own: ObjectShape = { ...object, properties: inner.properties };
		const name = ownName(property);
		if (name === undefined)
			return { ...property, shape: withObject(property.shape, own) };
		const { title: _, ...bare } = own;
		types.push({
			name,
			file,
			anchors: [],
			shape: bare,
			origins: property.origins,
		});
		const title: Shape = { kind: "object", title: name, properties: [] };
		return { ...property, shape: withObject(property.shape, title) };
	});
	return { properties: named, types };
}

/** The name that a field's description gives to what it holds, where that is the field's own name. */
function ownName({ name, description = "" }: Property): string | undefined {
	const [opening = ""] = description.split(/\n\s*\n/);
	const said = announcedIn(/[:：]\s*$/.test(opening) ? opening : `${opening}:`);
	return said !== undefined && nameKey(said) === nameKey(name)
		? said
		: undefined;
}

function objectIn(shape: Shape): ObjectShape | undefined {
	if (shape.kind === "array") return objectIn(shape.items);
	return shape.kind === "object" ? shape : undefined;
}

function withObject(shape: Shape, object: Shape): Shape {
	return shape.kind === "array"
		? { ...shape, items: withObject(shape.items, object) }
		: object;
}
