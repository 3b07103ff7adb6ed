import { unreachable } from "../text/unreachable.ts";
import type { ApiModel, Shape } from "./types.ts";

/** A shape inside another one and the way to it. */
export interface Visit {
	readonly shape: Shape;
	/** Property names from the root, `[]` for an array's items and `{}` for a record's values. */
	readonly path: readonly string[];
}

/**
 * The shape and every shape inside it, in the order of the docs. References are given and not followed, so it ends; it
 * does not recurse, so depth is no matter.
 */
export function* shapesIn(root: Shape): Generator<Visit, void> {
	const left: Visit[] = [{ shape: root, path: [] }];
	for (let visit = left.pop(); visit !== undefined; visit = left.pop()) {
		yield visit;
		left.push(...childrenOf(visit).toReversed());
	}
}

/** A visit's path as text: `bgp.extra_prefixes[]`. */
export function printPath(path: readonly string[]): string {
	return path.reduce((text, step) => {
		if (step === "[]" || step === "{}" || text === "") return text + step;
		return `${text}.${step}`;
	}, "");
}

/** Every shape that stands in the model by itself, with what it belongs to in words. */
export function* shapesOf(
	model: ApiModel,
): Generator<{ readonly shape: Shape; readonly of: string }, void> {
	for (const {
		id,
		parameters,
		body,
		responses,
		envelope,
	} of model.operations) {
		for (const { name, in: location, shape } of parameters)
			yield { shape, of: `${location} parameter ${name} of ${id}` };
		if (body !== undefined) yield { shape: body.shape, of: `body of ${id}` };
		for (const { status, shape, headers = [] } of responses) {
			if (shape !== undefined)
				yield { shape, of: `response ${status} of ${id}` };
			for (const { name, shape: value } of headers)
				yield { shape: value, of: `header ${name} of ${status} of ${id}` };
		}
		if (envelope !== undefined)
			yield { shape: envelope.shape, of: `envelope of ${id}` };
	}
	for (const { status, shape } of model.errors ?? [])
		if (shape !== undefined) yield { shape, of: `error ${status}` };
	for (const { name, shape } of model.shapes)
		yield { shape, of: `shape ${name}` };
}

function childrenOf({ shape, path }: Visit): readonly Visit[] {
	switch (shape.kind) {
		case "unknown":
		case "null":
		case "boolean":
		case "number":
		case "string":
		case "literal":
		case "reference":
			return [];
		case "array":
			return [{ shape: shape.items, path: [...path, "[]"] }];
		case "record":
			return [{ shape: shape.values, path: [...path, "{}"] }];
		case "object":
			return shape.properties.map((property) => {
				return { shape: property.shape, path: [...path, property.name] };
			});
		case "union":
			return shape.members.map((member) => ({ shape: member, path }));
		default:
			return unreachable(shape);
	}
}
