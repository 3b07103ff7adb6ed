import type { HttpMethod, Operation } from "../model/types.ts";
import { type PathKey, type PathStep, textOf } from "./path-key.ts";
import { type Scopes, withoutScope } from "./scope.ts";

/** What all paths together say about one of them. */
export interface PathFacts {
	/** True when items hang under the path: `/hives` when there is a `/hives/{}`. */
	readonly isCollection: (key: PathKey) => boolean;
	/** The steps that hang under the path, `{}` for its items. */
	readonly childrenOf: (key: PathKey) => readonly string[];
	/** The methods of the path itself. */
	readonly methodsAt: (key: PathKey) => ReadonlySet<HttpMethod>;
	/** The methods of the items that hang under the path. */
	readonly methodsOfItems: (key: PathKey) => ReadonlySet<HttpMethod>;
	/**
	 * True when the path is one of several places under a literal below which everything is only ever read, or one of
	 * several things that are only read of an item.
	 */
	readonly isView: (key: PathKey) => boolean;
}

interface Node {
	readonly methods: Set<HttpMethod>;
	/** The methods of everything below, and how many places there are. */
	readonly below: Set<HttpMethod>;
	readonly children: Set<string>;
}

/** Gathers the facts; only paths that start alike have a say in each other's. */
export function findPathFacts(
	operations: readonly Operation[],
	keys: readonly PathKey[],
	scopes: Scopes,
): PathFacts {
	const nodes = new Map<string, Node>();
	const nodeAt = (path: string) => {
		const found = nodes.get(path);
		if (found !== undefined) return found;
		const made: Node = {
			methods: new Set(),
			below: new Set(),
			children: new Set(),
		};
		nodes.set(path, made);
		return made;
	};
	for (const [index, { method }] of operations.entries()) {
		const steps = keys[index]?.steps ?? [];
		nodeAt(textOf(steps)).methods.add(method);
		for (const [length, { text }] of steps.entries()) {
			const above = nodeAt(textOf(steps.slice(0, length)));
			above.below.add(method);
			above.children.add(text);
		}
	}
	const at = (steps: readonly PathStep[]) => nodes.get(textOf(steps));
	const onlyRead = (steps: readonly PathStep[]) => {
		const node = at(steps);
		const [method, ...others] = node?.methods ?? [];
		return node?.children.size === 0 && method === "GET" && others.length === 0;
	};
	return {
		isCollection: ({ steps }) => at(steps)?.children.has("{}") === true,
		childrenOf: ({ steps }) => [...(at(steps)?.children ?? [])],
		methodsAt: ({ steps }) => at(steps)?.methods ?? new Set(),
		methodsOfItems: ({ steps }) =>
			at([...steps, { kind: "parameter", text: "{}" }])?.methods ?? new Set(),
		isView: ({ steps }) => {
			const above = steps.slice(0, -1);
			const parent = at(above);
			// What hangs under a scope, or under nothing, has nothing to do with its neighbours.
			const thing = withoutScope(steps, scopes).slice(0, -1);
			if (parent === undefined || thing.length === 0) return false;
			if (above.at(-1)?.kind === "literal")
				return (
					parent.children.size > 1 &&
					[...parent.below].every((method) => method === "GET")
				);
			const read = [...parent.children].filter((text) =>
				onlyRead([...above, { kind: "literal", text }]),
			);
			return read.length > 1;
		},
	};
}
