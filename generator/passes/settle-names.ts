import { pathParameters } from "../model/path.ts";
import type { Operation } from "../model/types.ts";
import { singular, wordsOf } from "../text/words.ts";

/**
 * Two operations under one name: each gets the segments of its path that the others lack, then its parameters, then its
 * method. Only where all of these are the same words does the order of ids decide.
 */
export function settleCollisions(
	operations: readonly Operation[],
): readonly Operation[] {
	let settled = operations;
	for (const detail of [literals, parameters, method, ordinal]) {
		const groups = group(settled);
		settled = settled.map((operation) => {
			const rivals = groups.get(nameKey(operation)) ?? [];
			if (rivals.length < 2 || keepsName(operation, rivals)) return operation;
			return { ...operation, name: distinct(operation, rivals, detail) };
		});
	}
	return settled;
}

type Detail = (
	operation: Operation,
	rivals: readonly Operation[],
) => readonly string[];

/** True where the docs state the name. */
export function isStated({ nameOrigins }: Operation): boolean {
	return nameOrigins?.[0].basis === "stated";
}

/** The one whose name the docs state keeps it. */
function keepsName(
	operation: Operation,
	rivals: readonly Operation[],
): boolean {
	return isStated(operation) && rivals.filter(isStated).length === 1;
}

function group(
	operations: readonly Operation[],
): ReadonlyMap<string, readonly Operation[]> {
	const groups = new Map<string, Operation[]>();
	for (const operation of operations) {
		const key = nameKey(operation);
		groups.set(key, [...(groups.get(key) ?? []), operation]);
	}
	return groups;
}

function nameKey({ resource, name }: Operation): string {
	return [...(resource ?? []), name].join(".");
}

function distinct(
	operation: Operation,
	rivals: readonly Operation[],
	detail: Detail,
): string {
	const others = rivals
		.filter((rival) => rival !== operation)
		.map((rival) => new Set(detail(rival, rivals)));
	const own = detail(operation, rivals);
	const mine = own.filter((word) => !others.every((words) => words.has(word)));
	return [operation.name ?? "", ...mine].join("_");
}

function literals({ path }: Operation): readonly string[] {
	return path.flatMap((segment) =>
		segment.kind === "literal"
			? [`for_${wordsOf(singular(segment.text)).join("_")}`]
			: [],
	);
}

function parameters({ path }: Operation): readonly string[] {
	return pathParameters(path).map((name) => `by_${wordsOf(name).join("_")}`);
}

function method(operation: Operation): readonly string[] {
	return [operation.method.toLowerCase()];
}

function ordinal(
	operation: Operation,
	rivals: readonly Operation[],
): readonly string[] {
	const ids = rivals.map(({ id }) => id).sort();
	const at = ids.indexOf(operation.id);
	return at === 0 ? [] : [String(at + 1)];
}
