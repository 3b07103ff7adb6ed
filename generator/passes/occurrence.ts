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

/**
 * Replaces shapes from the outside in: where nothing is returned, the walk goes on within. Properties that hold a scalar
 * stay as they are.
 */
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
			const members = mapped(shape.members, (member) =>
				replaceIn(member, place, replace),
			);
			return members === shape.members ? shape : { ...shape, members };
		}
		case "object": {
			const properties = mapped(shape.properties, (property): Property => {
				const { name, origins } = property;
				if (isScalar(property.shape)) return property;
				const inner = { ...place, property: name, many: false, origins };
				const within = replaceIn(property.shape, inner, replace);
				return within === property.shape
					? property
					: { ...property, shape: within };
			});
			return properties === shape.properties ? shape : { ...shape, properties };
		}
		default:
			return shape;
	}
}

/** A list with its items changed; the very same one where none is. */
function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
	let changed: T[] | undefined;
	list.forEach((item, at) => {
		const next = change(item);
		if (next === item) return;
		changed ??= [...list];
		changed[at] = next;
	});
	return changed ?? list;
}

/** Looks at an object and says whether it was taken as a whole: what is within it is not looked at then. */
export type Look = (shape: ObjectShape, place: Place) => boolean;

/** Looks at the objects of a shape from the outside in. */
export function visitObjectsIn(shape: Shape, place: Place, look: Look): void {
	switch (shape.kind) {
		case "array":
			visitObjectsIn(shape.items, { ...place, many: true }, look);
			return;
		case "record":
			visitObjectsIn(shape.values, { ...place, many: true }, look);
			return;
		case "union":
			for (const member of shape.members) visitObjectsIn(member, place, look);
			return;
		case "object":
			if (!look(shape, place)) visitObjectsWithin(shape, place, look);
	}
}

/** Looks at the objects that stand in the properties of another one. */
export function visitObjectsWithin(
	{ properties }: ObjectShape,
	place: Place,
	look: Look,
): void {
	for (const { name, shape, origins } of properties) {
		if (shape.kind === "reference" || isScalar(shape)) continue;
		const inner = { ...place, property: name, many: false, origins };
		visitObjectsIn(shape, inner, look);
	}
}

function isScalar({ kind }: Shape): boolean {
	return (
		kind === "string" ||
		kind === "number" ||
		kind === "boolean" ||
		kind === "literal" ||
		kind === "unknown" ||
		kind === "null"
	);
}

/** Looks at the objects of an operation's body, its responses and its envelope. */
export function visitObjects(operation: Operation, look: Look): void {
	const { body, envelope, responses } = operation;
	const place = { operation, many: false };
	if (body !== undefined) {
		const { shape, origins } = body;
		visitObjectsIn(shape, { ...place, side: "request", origins }, look);
	}
	for (const { shape, status, origins } of responses) {
		if (shape === undefined) continue;
		const side = sideOf(status);
		visitObjectsIn(shape, { ...place, side, origins }, look);
	}
	if (envelope !== undefined) {
		const { shape, origins } = envelope;
		visitObjectsIn(shape, { ...place, side: "envelope", origins }, look);
	}
}

function sideOf(status: string): "response" | "failure" {
	return /^[23]/.test(status) ? "response" : "failure";
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
			const at = { ...place, side: sideOf(status), origins };
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
