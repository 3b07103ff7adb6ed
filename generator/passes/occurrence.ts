import type {
	ObjectShape,
	Operation,
	Origins,
	Property,
	Shape,
} from "../model/types.ts";

/** Where in the API a shape stands. */
export interface Place {
	/** Part of a request, of a response, of the wrapper around responses, or of a failure. */
	readonly side: "request" | "response" | "envelope" | "failure";
	readonly operation?: Operation;
	/** The name of the property that holds it, through arrays and maps; absent for the whole. */
	readonly property?: string;
	/** The named object that it stands within, when that is looked at by itself. */
	readonly within?: string;
	/** True within an array or a map. */
	readonly many: boolean;
	readonly origins: Origins;
}

/** One object and everywhere it stands. */
export interface Group {
	readonly key: string;
	/** The name that the docs give it. */
	readonly title?: string;
	readonly places: readonly Place[];
	readonly shape: ObjectShape;
	readonly origins: Origins;
}

/** Replaces shapes from the outside in: where nothing is returned, the walk goes on within. */
export type Replace = (shape: Shape, place: Place) => Shape | undefined;

/** A shape with its parts replaced; what nothing is replaced in stays the very same. */
export function replaceIn(shape: Shape, place: Place, replace: Replace): Shape {
	const replaced = replace(shape, place);
	if (replaced !== undefined) return replaced;
	switch (shape.kind) {
		case "array": {
			const many = { ...place, many: true };
			const items = replaceIn(shape.items, many, replace);
			return items === shape.items ? shape : { ...shape, items };
		}
		case "record": {
			const many = { ...place, many: true };
			const values = replaceIn(shape.values, many, replace);
			return values === shape.values ? shape : { ...shape, values };
		}
		case "union": {
			const members = shape.members.map((member) =>
				replaceIn(member, place, replace),
			);
			return isSame(members, shape.members) ? shape : { ...shape, members };
		}
		case "object": {
			const properties = shape.properties.map((property): Property => {
				const { name, origins } = property;
				const inner = { ...place, property: name, many: false, origins };
				const within = replaceIn(property.shape, inner, replace);
				return within === property.shape
					? property
					: { ...property, shape: within };
			});
			return isSame(properties, shape.properties)
				? shape
				: { ...shape, properties };
		}
		default:
			return shape;
	}
}

function isSame<T>(now: readonly T[], before: readonly T[]): boolean {
	return now.every((one, index) => one === before[index]);
}

/** An operation with the shapes of its body, its responses and its envelope replaced. */
export function replaceInOperation(
	operation: Operation,
	replace: Replace,
): Operation {
	const { body, envelope, responses } = operation;
	const place = { operation, many: false };
	return {
		...operation,
		...(body !== undefined && {
			body: {
				...body,
				shape: replaceIn(
					body.shape,
					{ ...place, side: "request", origins: body.origins },
					replace,
				),
			},
		}),
		responses: responses.map((response) => {
			const { shape, status, origins } = response;
			if (shape === undefined) return response;
			const side = /^[23]/.test(status) ? "response" : "failure";
			const at = { ...place, side, origins } as const;
			return { ...response, shape: replaceIn(shape, at, replace) };
		}),
		...(envelope !== undefined && {
			envelope: {
				...envelope,
				shape: replaceIn(
					envelope.shape,
					{ ...place, side: "envelope", origins: envelope.origins },
					replace,
				),
			},
		}),
	};
}
