import type { Operation, Origins } from "../model/types.ts";
import { wordsOf } from "../text/words.ts";
import { isVersion, type PathKey, type PathStep, textOf } from "./path-key.ts";
import { type Scopes, scopeLength } from "./scope.ts";

/** A word of a resource's path; `left` says why it is left out unless two operations would share a name without it. */
export interface ResourceWord {
	readonly text: string;
	readonly left?: "scope" | "version";
}

/** A resource, and where its name comes from. */
export interface FoundResource {
	readonly words: readonly ResourceWord[];
	readonly origins: Origins;
}

/** Finds the resource of an operation whose docs do not state it. */
export type ResourceFinder = (
	operation: Operation,
	/** The operation's path without the segment that is its method's name. */
	key: PathKey,
) => FoundResource;

interface Stated {
	readonly path: readonly string[];
	readonly origins: Origins;
}

/**
 * Learns from the operations whose names are stated which resource hangs at which path. Elsewhere the path's own words
 * are the resource, without the scope that it hangs under and without versions.
 */
export function resourcePaths(
	operations: readonly Operation[],
	keys: readonly PathKey[],
	scopes: Scopes,
): ResourceFinder {
	const stated = statedResources(operations, keys);
	return (operation, key) => {
		const literals = trimParameters(key.steps);
		const [{ span }] = operation.origins;
		const origin = { span, basis: "inferred", of: ["name"] } as const;
		for (let length = literals.length; length > 0; length--) {
			const found = stated.get(textOf(literals.slice(0, length)));
			if (found === undefined) continue;
			const path = [...found.path, ...namesIn(literals.slice(length))];
			const [{ span: from }] = found.origins;
			const sibling = { span: from, basis: "inferred", of: ["name"] } as const;
			return {
				words: path.map((text) => ({ text })),
				origins: [origin, sibling],
			};
		}
		const words = wordsFrom(literals, scopeLength(literals, scopes), key);
		return { words, origins: [origin] };
	};
}

/** The words of a resource with those of the left ones that are wanted. */
export function pathWith(
	words: readonly ResourceWord[],
	wanted: ReadonlySet<string>,
): readonly string[] {
	return words
		.filter(({ left }) => left === undefined || wanted.has(left))
		.map(({ text }) => text);
}

function wordsFrom(
	literals: readonly PathStep[],
	scoped: number,
	{ version }: PathKey,
): readonly ResourceWord[] {
	const words = literals.flatMap((step, index): readonly ResourceWord[] => {
		const [text] = namesIn([step]);
		if (text === undefined) return [];
		if (index < scoped) return [{ text, left: "scope" }];
		return [isVersion(step) ? { text, left: "version" } : { text }];
	});
	const named = words.some(({ left }) => left === undefined);
	const kept = named ? words : words.map(({ text }) => ({ text }));
	const [first] = version === undefined ? [] : wordsOf(version);
	const front =
		first === undefined ? [] : [{ text: first, left: "version" } as const];
	return [...front, ...kept];
}

/** Path prefixes and the resources that stated names put there, parents included where the words agree. */
function statedResources(
	operations: readonly Operation[],
	keys: readonly PathKey[],
): ReadonlyMap<string, Stated> {
	const found = new Map<string, Stated>();
	for (const [index, operation] of operations.entries()) {
		const { resource, nameOrigins, name } = operation;
		const steps = keys[index]?.steps;
		if (!resource || !nameOrigins || !name || !steps) continue;
		let path = trimParameters(withoutAction(steps, resource, name));
		let names = resource;
		while (names.length > 0 && path.length > 0) {
			const key = textOf(path);
			if (!found.has(key))
				found.set(key, { path: names, origins: nameOrigins });
			if (wordsIn(path.at(-1)?.text) !== wordsIn(names.at(-1))) break;
			path = trimParameters(path.slice(0, -1));
			names = names.slice(0, -1);
		}
	}
	return found;
}

/** The steps without the last one where that is the method's own name. */
function withoutAction(
	steps: readonly PathStep[],
	resource: readonly string[],
	name: string,
): readonly PathStep[] {
	const last = steps.at(-1);
	const own =
		last?.kind === "literal" &&
		wordsIn(last.text) !== wordsIn(resource.at(-1)) &&
		wordsIn(name).includes(wordsIn(last.text));
	return own ? steps.slice(0, -1) : steps;
}

function wordsIn(name: string | undefined): string {
	return wordsOf(name ?? "").join("_");
}

function trimParameters(steps: readonly PathStep[]): readonly PathStep[] {
	const end = steps.findLastIndex(({ kind }) => kind === "literal");
	return steps.slice(0, end + 1);
}

function namesIn(steps: readonly PathStep[]): readonly string[] {
	return steps
		.filter(({ kind }) => kind === "literal")
		.map(({ text }) => wordsOf(text).join("_"))
		.filter((text) => text !== "");
}
