import type { Operation } from "../model/types.ts";
import { singular, wordsOf } from "../text/words.ts";
import type { PathKey, PathStep } from "./path-key.ts";

/**
 * Words for whom everything else belongs to. They are a fixed list: whether a word is a scope must not depend on what
 * other documents describe, or a name would change when docs of something else are added.
 */
const owners = /^(accounts?|realms?|tenants?|zones?)$/i;

/** Steps without the scope in front: without `accounts/{}` of `accounts/{}/hives`. */
export function withoutScope(steps: readonly PathStep[]): readonly PathStep[] {
	const [first, second, third] = steps;
	const scoped =
		first?.kind === "literal" &&
		second?.kind === "parameter" &&
		third !== undefined &&
		owners.test(first.text);
	return scoped ? steps.slice(2) : steps;
}

/**
 * The wire name of the parameter of the scope that an operation hangs under: its resource, stated or found, says nothing
 * of the path's first word.
 */
export function scopeOf(
	{ path }: Operation,
	{ steps }: PathKey,
	resource: readonly string[],
): readonly string[] | undefined {
	const [literal, parameter, ...others] = steps;
	if (literal?.kind !== "literal" || parameter?.kind !== "parameter")
		return undefined;
	const word = wordsOf(singular(literal.text)).join("_");
	const named = resource.some(
		(name) => wordsOf(singular(name)).join("_") === word,
	);
	if (others.length === 0 || named) return undefined;
	const first = path.find((segment) => segment.kind === "parameter");
	return first?.kind === "parameter" ? [first.name] : undefined;
}
