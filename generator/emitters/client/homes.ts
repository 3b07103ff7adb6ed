import type { ApiModel, Operation, Shape } from "../../model/types.ts";
import type { Plan, ResourcePlan } from "./plan.ts";
import { successesOf } from "./responses.ts";

/** The file of the named shapes that several resources use, or none. */
export const sharedFile = "src/shapes.ts";

/** The file that declares each named shape: the resource's that alone uses it, else the shared one. */
export function homesOfShapes({
	model,
	resources,
}: Plan): ReadonlyMap<string, string> {
	const users = new Map<string, Set<string>>();
	const shapes = new Map(model.shapes.map(({ name, shape }) => [name, shape]));
	const use = (shape: Shape, file: string): void => {
		for (const name of referencesOf(shape)) {
			const files = users.get(name) ?? new Set();
			if (files.has(file)) continue;
			users.set(name, files.add(file));
			const inner = shapes.get(name);
			if (inner !== undefined) use(inner, file);
		}
	};
	for (const { file, operations } of resources)
		for (const { operation } of operations)
			for (const shape of shapesOf(operation)) use(shape, file);
	for (const { name, shape } of model.shapes)
		if (!users.has(name)) use(shape, sharedFile);
	return new Map(
		model.shapes.map(({ name }) => {
			const [file = sharedFile, ...others] = users.get(name) ?? [];
			return [name, others.length === 0 ? file : sharedFile];
		}),
	);
}

/** The named shapes that a resource's file declares. */
export function shapesIn(
	file: ResourcePlan["file"],
	model: ApiModel,
	homes: ReadonlyMap<string, string>,
) {
	return model.shapes.filter(({ name }) => homes.get(name) === file);
}

/** The shapes that the types of an operation are made of; failures have no types. */
function shapesOf(operation: Operation): readonly Shape[] {
	const { parameters, body } = operation;
	return [
		...parameters.map(({ shape }) => shape),
		...(body === undefined ? [] : [body.shape]),
		...successesOf(operation).flatMap(({ shape }) => shape ?? []),
	];
}

function referencesOf(shape: Shape): readonly string[] {
	switch (shape.kind) {
		case "reference":
			return [shape.name];
		case "array":
			return referencesOf(shape.items);
		case "record":
			return referencesOf(shape.values);
		case "union":
			return shape.members.flatMap(referencesOf);
		case "object":
			return shape.properties.flatMap((property) =>
				referencesOf(property.shape),
			);
		default:
			return [];
	}
}
