import type { Operation } from "../model/types.ts";
import type { PathKey, PathStep } from "./path-key.ts";

/** The literals of scopes: `accounts` of `/accounts/{account_id}/…`. */
export type Scopes = ReadonlySet<string>;

/**
 * First pairs of literal and parameter that scope what comes after them: nothing is done to them by themselves, or so
 * many different things hang under them that they say nothing.
 */
export function findScopes(keys: readonly PathKey[]): Scopes {
	const under = new Map<string, Set<string>>();
	const own = new Set<string>();
	for (const { steps } of keys) {
		const [first, second, third] = steps;
		if (first?.kind !== "literal") continue;
		if (second?.kind === "parameter" && third?.kind === "literal") {
			const things = under.get(first.text) ?? new Set();
			under.set(first.text, things.add(third.text));
		} else own.add(first.text);
	}
	const many = 10;
	return new Set(
		[...under]
			.filter(([name, things]) => !own.has(name) || things.size >= many)
			.map(([name]) => name),
	);
}

/** Steps without the scope in front. */
export function withoutScope(
	steps: readonly PathStep[],
	scopes: Scopes,
): readonly PathStep[] {
	const [first, second, third] = steps;
	const scoped =
		first !== undefined &&
		second?.kind === "parameter" &&
		third !== undefined &&
		scopes.has(first.text);
	return scoped ? steps.slice(2) : steps;
}

/** The wire name of the parameter of the scope that an operation hangs under. */
export function scopeOf(
	{ path }: Operation,
	{ steps }: PathKey,
	scopes: Scopes,
): readonly string[] | undefined {
	if (withoutScope(steps, scopes) === steps) return undefined;
	const first = path.find((segment) => segment.kind === "parameter");
	return first?.kind === "parameter" ? [first.name] : undefined;
}
