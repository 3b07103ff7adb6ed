import { pathParts } from "../path.ts";
import type { Operation, PathPart } from "../types.ts";
import type { Models } from "./shapes.ts";

/** An operation and what became of it. */
export interface OperationPair {
	readonly before: Operation;
	readonly after: Operation;
}

export interface MatchedOperations {
	/** In the order of the docs now. */
	readonly pairs: readonly OperationPair[];
	readonly removed: readonly Operation[];
	readonly added: readonly Operation[];
}

/**
 * Finds each operation again: by method and path, then by those without the names of path parameters, then by its name in
 * the client, under which a call goes on, then by its title in the docs. What several share tells none of them.
 */
export function matchOperations(
	{ before, after }: Models,
	methods: Methods,
): MatchedOperations {
	const olds = new Set(before.operations);
	const found = new Map<Operation, Operation>();
	const keys: readonly (readonly [KeyOf, KeyOf])[] = [
		[idOf, idOf],
		[routeOf, routeOf],
		[methods.before, methods.after],
		[titleOf, titleOf],
	];
	for (const [oldKey, newKey] of keys) {
		const byKey = new Map<string, Operation>();
		for (const old of unlike(olds, oldKey)) byKey.set(oldKey(old), old);
		for (const operation of unlike(
			after.operations.filter((one) => !found.has(one)),
			newKey,
		)) {
			const old = byKey.get(newKey(operation));
			if (old === undefined) continue;
			found.set(operation, old);
			olds.delete(old);
		}
	}
	return {
		pairs: after.operations.flatMap((operation) => {
			const old = found.get(operation);
			return old === undefined ? [] : [{ before: old, after: operation }];
		}),
		removed: [...olds],
		added: after.operations.filter((operation) => !found.has(operation)),
	};
}

/** What operations are called in the client of each model: `hives.get`. */
export interface Methods {
	readonly before: KeyOf;
	readonly after: KeyOf;
}

type KeyOf = (operation: Operation) => string;

function idOf({ id }: Operation): string {
	return id;
}

/** Method and path, whatever the path's parameters are called. */
export function routeOf({ method, path }: Operation): string {
	const segments = path.map((segment) =>
		pathParts([segment]).map(anonymous).join(""),
	);
	return `${method} /${segments.join("/")}`;
}

/** Method and title, where it has one. */
function titleOf({ id, method, summary }: Operation): string {
	return summary === undefined ? id : `${method} ${summary}`;
}

/** The operations that share their key with no other. */
function unlike(
	operations: Iterable<Operation>,
	keyOf: KeyOf,
): readonly Operation[] {
	const all = [...operations];
	const counts = new Map<string, number>();
	for (const one of all)
		counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
	return all.filter((one) => counts.get(keyOf(one)) === 1);
}

function anonymous(part: PathPart): string {
	return part.kind === "literal" ? part.text : "{}";
}
