import type { Operation, Shape } from "./types.ts";
import { shapesIn } from "./walk.ts";

/** How many parameters and properties operations have; what a reference leads to is not theirs. */
export function countFields(operations: readonly Operation[]): number {
	return operations.reduce((sum, { parameters, body, responses }) => {
		const shapes = [body?.shape, ...responses.map(({ shape }) => shape)];
		return sum + parameters.length + shapes.reduce(addProperties, 0);
	}, 0);
}

function addProperties(sum: number, shape: Shape | undefined): number {
	if (shape === undefined) return sum;
	let count = 0;
	for (const { shape: inner } of shapesIn(shape))
		if (inner.kind === "object") count += inner.properties.length;
	return sum + count;
}
