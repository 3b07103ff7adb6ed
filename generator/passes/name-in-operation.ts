import type {
	Body,
	ObjectShape,
	Operation,
	Origins,
	Property,
	Shape,
} from "../model/types.ts";
import { nameKey } from "../text/words.ts";
import { fitsType } from "./fits-type.ts";
import { type KnownTypes, typeCalled } from "./known-types.ts";
import { type Place, replaceInOperation } from "./occurrence.ts";
import { titleShape } from "./title-shape.ts";

/**
 * An operation in which what samples show is named after the type that it is of: a property by what it is called, an
 * answer by the operation's path, as long as the fields are those of the type.
 */
export function nameInOperation(
	operation: Operation,
	known: KnownTypes,
): Operation {
	const look = (shape: Shape, place: Place): Shape | undefined => {
		if (shape.kind !== "object" || shape.title !== undefined) return undefined;
		const title = titleFor(shape, place, operation, known);
		return title === undefined ? undefined : { ...shape, title };
	};
	const named = replaceInOperation(operation, look);
	const { body } = named;
	return body === undefined
		? named
		: { ...named, body: correctedBody(body, operation, known) };
}

function titleFor(
	shape: ObjectShape,
	{ property, origins: [{ span }], side }: Place,
	operation: Operation,
	known: KnownTypes,
): string | undefined {
	if (shape.properties.length === 0) return undefined;
	const called =
		property === undefined ? undefined : typeCalled(known, property, span.file);
	if (called !== undefined) {
		const type = known.shapes[called.at];
		if (type !== undefined && fitsType(shape, type, "called"))
			return known.definitions[called.at]?.name;
	}
	if (side !== "response") return undefined;
	for (const word of pathWords(operation)) {
		const found = typeCalled(known, word, span.file);
		const type = found && known.shapes[found.at];
		if (found !== undefined && type !== undefined)
			if (fitsType(shape, type, "likely"))
				return known.definitions[found.at]?.name;
	}
	return undefined;
}

/** The last words of a path say most of what an operation is about. */
function pathWords({ path }: Operation): readonly string[] {
	return path
		.flatMap((segment) =>
			segment.kind === "literal" && nameKey(segment.text) !== ""
				? [segment.text]
				: [],
		)
		.toReversed();
}

/** A field called after a type, of which a sample shows an object, is of that type though the list says "string". */
function correctedBody(
	body: Body,
	operation: Operation,
	known: KnownTypes,
): Body {
	const { shape } = body;
	if (shape.kind !== "object") return body;
	const properties = shape.properties.map((property): Property => {
		const { name, origins } = property;
		const scalar = ["string", "unknown"].includes(property.shape.kind);
		const found = scalar
			? typeCalled(known, name, origins[0].span.file)
			: undefined;
		const type = found && known.shapes[found.at];
		const title = found && known.definitions[found.at]?.name;
		const shown = title === undefined ? undefined : shownAs(name, operation);
		if (title === undefined || type?.kind !== "object" || shown === undefined)
			return property;
		const [first, ...others] = origins;
		return {
			...property,
			shape: titleShape({ kind: "unknown" }, title, property),
			origins: [
				{ ...first, of: ["name", "required", "description"] },
				...others,
				{ ...shown[0], basis: "inferred", of: ["type"] },
			],
		};
	});
	return { ...body, shape: { ...shape, properties } };
}

/** The place of a sample of the body that has an object under a name. */
function shownAs(name: string, { examples }: Operation): Origins | undefined {
	return examples.find(({ on, value }) => {
		if (on !== "request" || typeof value !== "object" || value === null)
			return false;
		const inner = Object.entries(value).find(([key]) => key === name)?.[1];
		return typeof inner === "object" && inner !== null && !Array.isArray(inner);
	})?.origins;
}
