import type { Operation } from "../model/types.ts";
import { pathWith, type ResourceWord } from "./resource-path.ts";
import { rankOf, type Scopes } from "./scope.ts";

/** An operation with a name; `words` are there where its resource was found from its path. */
export interface Named {
	readonly operation: Operation;
	readonly words?: readonly ResourceWord[];
}

type Detail = "scope" | "version";

/**
 * Two operations under one name whose paths differ by a scope or a version that was left out: the resource of one gets
 * it back, with all operations that it holds: `tags.list` and `zones.tags.list`. What is left out of the other is the
 * scope that comes first in the list of scopes, or the first version, so that its names are the same without the docs of
 * the one.
 */
export function settleResources(
	named: readonly Named[],
	scopes: Scopes,
): readonly Operation[] {
	const byRank = (a: string, b: string) =>
		rank(a, scopes) - rank(b, scopes) || compare(a, b);
	const wanted = named.map((): ReadonlySet<Detail> => new Set());
	for (const detail of ["scope", "version"] as const) {
		const groups = new Map<string, number[]>();
		for (const index of named.keys()) {
			const key = resourceAt(named, wanted, index).join(".");
			groups.set(key, [...(groups.get(key) ?? []), index]);
		}
		for (const group of groups.values()) {
			if (!collide(named, group, detail)) continue;
			const texts = group.map((index) => leftOut(named[index], detail));
			const plain = [...texts].sort(detail === "scope" ? byRank : compare)[0];
			for (const [at, index] of group.entries())
				if (texts[at] !== plain)
					wanted[index] = new Set([...(wanted[index] ?? []), detail]);
		}
	}
	return named.map(({ operation }, index) => ({
		...operation,
		resource: resourceAt(named, wanted, index),
	}));
}

function resourceAt(
	named: readonly Named[],
	wanted: readonly ReadonlySet<Detail>[],
	index: number,
): readonly string[] {
	const { words, operation } = named[index] ?? {};
	if (words === undefined) return operation?.resource ?? [];
	return pathWith(words, wanted[index] ?? new Set());
}

/** True when a name in the group stands for operations that differ by the detail. */
function collide(
	named: readonly Named[],
	group: readonly number[],
	detail: Detail,
): boolean {
	const seen = new Map<string, string>();
	return group.some((index) => {
		const { operation } = named[index] ?? {};
		const name = operation?.name ?? "";
		const text = leftOut(named[index], detail);
		const other = seen.get(name);
		seen.set(name, other ?? text);
		return other !== undefined && other !== text;
	});
}

/** The words of one kind that the resource goes without. */
function leftOut(
	named: Pick<Named, "words"> | undefined,
	detail: Detail,
): string {
	const own = named?.words?.filter(({ left }) => left === detail) ?? [];
	return own.map(({ text }) => text).join(".");
}

/** What has no scope has none to get back. */
function rank(left: string, scopes: Scopes): number {
	return left === "" ? -1 : rankOf(left.split(".")[0] ?? "", scopes);
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
