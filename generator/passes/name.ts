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
	const methods = operations.map((operation, index) => {
		const key = keys[index] ?? pathKey(operation);
		return methodName(operation, key, collections);
	});
	// What is done to a thing does not hang under it: `POST /hives/{hive_id}/feed` is about hives.
	const things = keys.map(({ steps }, index) =>
		methods[index]?.action === true ? { steps: steps.slice(0, -1) } : { steps },
	);
	const scopes = findScopes(things);
	const resources = resourcePaths(operations, keys, scopes);
	const named = operations.map((operation, index): Operation => {
		const thing = things[index];
		const method = methods[index];
		if (thing === undefined || method === undefined) return operation;
		const scope = scopeOf(operation, thing, scopes);
		const scoped = scope === undefined ? operation : { ...operation, scope };
		if (operation.name !== undefined) return scoped;
		const { path, origins } = resources(operation, thing);
		return {
			...scoped,
			resource: path,
			name: method.name,
			nameOrigins: origins,
		};
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
