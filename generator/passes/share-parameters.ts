import type { Operation, Parameter } from "../model/types.ts";
import { speaksFor } from "./speaks-for.ts";

/** A parameter that a document describes once for all operations. */
export interface SharedParameter {
	readonly file: string;
	readonly parameter: Parameter;
}

/**
 * The operations with the parameters that the docs describe once for all of them. A page without endpoints, or
 * one that introduces the others, speaks for its folder and those within; any other page for its own operations.
 */
export function shareParameters(
	operations: readonly Operation[],
	shared: readonly SharedParameter[],
): readonly Operation[] {
	if (shared.length === 0) return operations;
	const speaks = speaksFor(operations);
	return operations.map((operation) => {
		const known = new Set(
			operation.parameters.map(({ in: place, name }) => `${place} ${name}`),
		);
		const taken = shared.filter(({ file, parameter: { in: place, name } }) => {
			const key = `${place} ${name}`;
			if (!speaks(file, operation) || known.has(key)) return false;
			known.add(key);
			return true;
		});
		return taken.length === 0
			? operation
			: {
					...operation,
					parameters: [
						...operation.parameters,
						...taken.map(({ parameter }) => parameter),
					],
				};
	});
}
