import type { Operation } from "../model/types.ts";
import { pathWith, type ResourceWord } from "./resource-path.ts";

/** An operation with a name; `words` are there where its resource was found from its path. */
export interface Named {
	readonly operation: Operation;
	readonly words?: readonly ResourceWord[];
}

type Detail = "scope" | "version";

/**
 * Two operations under one name whose paths differ by a scope or a version that was left out: their resources get it
 * back, with all operations that they hold: `accounts.tags.list` and `zones.tags.list`.
 */
export function settleResources(named: readonly Named[]): readonly Operation[] {
	const wanted = named.map((): ReadonlySet<Detail> => new Set());
	for (const detail of ["scope", "version"] as const) {
		const groups = new Map<string, number[]>();
		for (const index of named.keys()) {
			const key = resourceAt(named, wanted, index).join(".");
			groups.set(key, [...(groups.get(key) ?? []), index]);
		}
		for (const group of groups.values()) {
			if (!collide(named, group, detail)) continue;
			for (const index of group)
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
		const { operation, words = [] } = named[index] ?? {};
		const name = operation?.name ?? "";
		const own = words.filter(({ left }) => left === detail);
		const text = own.map((word) => word.text).join(".");
		const other = seen.get(name);
		seen.set(name, other ?? text);
		return other !== undefined && other !== text;
	});
}
