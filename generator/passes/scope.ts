import type { Operation } from "../model/types.ts";
import { singular, wordsOf } from "../text/words.ts";
import type { PathKey, PathStep } from "./path-key.ts";

/** The words that other resources hang under, in order: of two that differ by them alone, the first goes without. */
export type Scopes = readonly string[];

/**
 * Words for whom everything else belongs to. They are a fixed list: whether a word is a scope must not depend on what
 * other documents describe, or a name would change when docs of something else are added.
 */
export const defaultScopes: Scopes = ["accounts", "realms", "tenants", "zones"];

/** Where a scope stands in the list of scopes, whatever its case and number; behind them all when it is none. */
export function rankOf(text: string, scopes: Scopes): number {
	const word = wordKey(text);
	const at = scopes.findIndex((scope) => wordKey(scope) === word);
	return at < 0 ? scopes.length : at;
}

/** How many steps in front are scopes: two of `accounts/{}/hives`, four where scopes hang under each other. */
export function scopeLength(
	steps: readonly PathStep[],
	scopes: Scopes,
): number {
	let length = 0;
	for (;;) {
		const [first, second, third] = steps.slice(length);
		const scoped =
			first?.kind === "literal" &&
			second?.kind === "parameter" &&
			third !== undefined &&
			rankOf(first.text, scopes) < scopes.length;
		if (!scoped) return length;
		length += 2;
	}
}

/** Steps without the scopes in front: without `accounts/{}` of `accounts/{}/hives`. */
export function withoutScope(
	steps: readonly PathStep[],
	scopes: Scopes,
): readonly PathStep[] {
	return steps.slice(scopeLength(steps, scopes));
}

/**
 * The wire names of the parameters of the scopes that an operation hangs under: its resource, stated or found, says
 * nothing of the words in front of them.
 */
export function scopeOf(
	{ path }: Operation,
	{ steps }: PathKey,
	resource: readonly string[],
	scopes: Scopes,
): readonly string[] | undefined {
	const [literal, parameter, ...others] = steps;
	if (literal?.kind !== "literal" || parameter?.kind !== "parameter")
		return undefined;
	const word = wordKey(literal.text);
	const named = resource.some((name) => wordKey(name) === word);
	if (others.length === 0 || named) return undefined;
	const count = Math.max(1, scopeLength(steps, scopes) / 2);
	const names = path.flatMap((segment) =>
		segment.kind === "parameter" ? [segment.name] : [],
	);
	return names.length < count ? undefined : names.slice(0, count);
}

function wordKey(text: string): string {
	return wordsOf(singular(text)).join("_");
}
