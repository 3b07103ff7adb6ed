import type {
	NamedShape,
	ObjectShape,
	Operation,
	Shape,
	UnionShape,
} from "../model/types.ts";
import { type Place, replaceIn, replaceInOperation } from "./occurrence.ts";

interface Typed {
	readonly operations: readonly Operation[];
	readonly shapes: readonly NamedShape[];
}

/**
 * Tells of each union of objects which property tells its members apart: one that the docs give another literal in each of
 * them. References count as what they refer to.
 */
export function discriminate({ operations, shapes }: Typed): Typed {
	const named = new Map(shapes.map(({ name, shape }) => [name, shape]));
	const look = (shape: Shape, place: Place): Shape | undefined => {
		if (shape.kind !== "union" || shape.discriminator !== undefined)
			return undefined;
		const discriminator = tellingProperty(shape, named);
		return discriminator === undefined
			? undefined
			: replaceIn({ ...shape, discriminator }, place, look);
	};
	return {
		operations: operations.map((operation) => ({
			...replaceInOperation(operation, look),
			parameters: operation.parameters.map((parameter) => {
				const { origins } = parameter;
				const at: Place = { side: "request", many: false, origins };
				return { ...parameter, shape: replaceIn(parameter.shape, at, look) };
			}),
		})),
		shapes: shapes.map((one) => {
			const at: Place = { side: "response", many: false, origins: one.origins };
			return { ...one, shape: replaceIn(one.shape, at, look) };
		}),
	};
}

function tellingProperty(
	{ members }: UnionShape,
	named: ReadonlyMap<string, Shape>,
): string | undefined {
	const some = members.filter(({ kind }) => kind !== "null");
	const objects = some.flatMap((member) => objectOf(member, named) ?? []);
	const [first, ...others] = objects;
	if (first === undefined || others.length === 0) return undefined;
	if (objects.length < some.length) return undefined;
	return first.properties.find(({ name }) => tells(name, objects))?.name;
}

function objectOf(
	shape: Shape,
	named: ReadonlyMap<string, Shape>,
): ObjectShape | undefined {
	const meant = shape.kind === "reference" ? named.get(shape.name) : shape;
	return meant?.kind === "object" ? meant : undefined;
}

/** Each object has values of its own for the property, and none may be without it. */
function tells(name: string, objects: readonly ObjectShape[]): boolean {
	const seen = new Set<unknown>();
	return objects.every(({ properties }) => {
		const property = properties.find((one) => one.name === name);
		if (property === undefined || property.required === false) return false;
		const values = valuesOf(property.shape);
		const fresh = values.every((value) => !seen.has(value));
		for (const value of values) seen.add(value);
		return values.length > 0 && fresh;
	});
}

function valuesOf(shape: Shape): readonly unknown[] {
	if (shape.kind === "literal") return [shape.value];
	if (shape.kind !== "union") return [];
	const values = shape.members.flatMap((member) =>
		member.kind === "literal" ? [member.value] : [],
	);
	return values.length === shape.members.length ? values : [];
}
