import type { Operation } from "../model/types.ts";
import type { Steps } from "../text/steps.ts";
import { methodName } from "./method-name.ts";
import { findPathFacts } from "./path-facts.ts";
import { pathKey } from "./path-key.ts";
import { pathWith, resourcePaths } from "./resource-path.ts";
import { defaultScopes, type Scopes, scopeOf } from "./scope.ts";
import { settleCollisions } from "./settle-names.ts";
import { settleNesting } from "./settle-nesting.ts";
import { type Named, settleResources } from "./settle-resources.ts";

/**
 * Gives every operation a resource and a name. What the docs state stands; it extends to the other operations of the same
 * collection. The rest follows from method, path and the shape of the answer; `scopes` are words that others hang under.
 */
export function* nameOperations(
	operations: readonly Operation[],
	scopes: Scopes = defaultScopes,
): Steps<readonly Operation[]> {
	const keys = operations.map(pathKey);
	const facts = findPathFacts(operations, keys, scopes);
	yield;
	const found = operations.map((operation, index) => {
		const key = keys[index] ?? pathKey(operation);
		const { name, steps } = methodName(operation, key, facts);
		// What is done to a thing does not hang under it: `POST /hives/{hive_id}/feed` is about hives.
		const thing = {
			...key,
			steps: key.steps.slice(0, key.steps.length - steps),
		};
		return { operation, name, thing };
	});
	yield;
	const resources = resourcePaths(operations, keys, scopes);
	yield;
	const named = found.map(({ operation, name, thing }): Named => {
		const { words, origins } = resources(operation, thing);
		const isNamed = operation.name !== undefined;
		const stated = isNamed ? operation.resource : undefined;
		const resource = stated ?? pathWith(words, new Set());
		const scope = scopeOf(operation, thing, resource, scopes);
		const scoped = scope === undefined ? operation : { ...operation, scope };
		if (stated !== undefined) return { operation: scoped };
		// An operation id says how to call the method, and not what it belongs to.
		if (isNamed) return { operation: { ...scoped, resource }, words };
		return {
			operation: { ...scoped, resource, name, nameOrigins: origins },
			words,
		};
	});
	yield;
	const settled = settleResources(named, scopes);
	yield;
	return settleCollisions(settleNesting(settled));
}
