import type { Operation } from "../model/types.ts";
import { methodName } from "./method-name.ts";
import { type PathKey, pathKey } from "./path-key.ts";
import { resourcePaths } from "./resource-path.ts";
import { findScopes, scopeOf } from "./scope.ts";
import { settleCollisions } from "./settle-names.ts";

/**
 * Gives every operation a resource and a name. What the docs state stands; it extends to the other operations of the same
 * collection. The rest follows from method, path and the shape of the answer.
 */
export function nameOperations(
	operations: readonly Operation[],
): readonly Operation[] {
	const keys = operations.map(pathKey);
	const collections = collectionsOf(keys);
	const scopes = findScopes(keys);
	const resources = resourcePaths(operations, keys, scopes);
	const named = operations.map((operation, index): Operation => {
		const key = keys[index];
		if (key === undefined) return operation;
		const scope = scopeOf(operation, key, scopes);
		const scoped = scope === undefined ? operation : { ...operation, scope };
		if (operation.name !== undefined) return scoped;
		const { name, action } = methodName(operation, key, collections);
		const { path, origins } = resources(operation, key, action);
		return { ...scoped, resource: path, name, nameOrigins: origins };
	});
	return settleCollisions(named);
}

/** The paths under which an item hangs: `/zones` when there is a `/zones/{}`. */
function collectionsOf(keys: readonly PathKey[]): ReadonlySet<string> {
	const found = new Set<string>();
	for (const { steps } of keys)
		for (const [index, step] of steps.entries())
			if (step.kind === "parameter")
				found.add(
					steps
						.slice(0, index)
						.map(({ text }) => text)
						.join("/"),
				);
	return found;
}
