import { pathParameters } from "../model/path.ts";
import type { Operation } from "../model/types.ts";
import { singular, wordsOf } from "../text/words.ts";

/**
 * Two operations under one name: each gets the segments of its path that the others lack, then its parameters, then its
 * method, then words of its summary. What no words tell apart is called another.
 */
export function settleCollisions(
	operations: readonly Operation[],
): readonly Operation[] {
	let settled = operations;
	for (const detail of [literals, parameters, method, summary, another]) {
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
	return path
		.flatMap((segment) => (segment.kind === "mixed" ? segment.parts : segment))
		.flatMap((part) =>
			part.kind === "literal" && /[\p{L}\p{N}]/u.test(part.text)
				? [`for_${wordsOf(singular(part.text)).join("_")}`]
				: [],
		);
}

function parameters({ path }: Operation): readonly string[] {
	return pathParameters(path).map((name) => `by_${wordsOf(name).join("_")}`);
}

function method(operation: Operation): readonly string[] {
	return [operation.method.toLowerCase()];
}

/** Paths that are the same words in other spellings: the first in order keeps the name. */
function summary(
	operation: Operation,
	rivals: readonly Operation[],
): readonly string[] {
	const words = wordsOf(operation.summary ?? "");
	return placeAmong(operation, rivals) === 0
		? []
		: words.filter((word) => !/^(?:an?|the|of|all|for)$/.test(word));
}

function another(
	operation: Operation,
	rivals: readonly Operation[],
): readonly string[] {
	const before = placeAmong(operation, rivals);
	return Array.from({ length: before }, (_, index) =>
		Array(index + 1)
			.fill("another")
			.join("_"),
	);
}

function placeAmong({ id }: Operation, rivals: readonly Operation[]): number {
	const ids = rivals.map((rival) => rival.id).sort();
	return ids.indexOf(id);
}
