import { wordsOf } from "../text/words.ts";
import type { Group, Place } from "./occurrence.ts";
import { pascal } from "./pascal.ts";
import { overlapped, singularWords } from "./resource-words.ts";

interface Named {
	readonly group: Group;
	readonly name: string;
}

/**
 * Tells apart groups that would share a name, or have that of a type in `others`: the one with the most properties keeps
 * it, and among several resources the one nearest to the root; the rest get more of their resource in front, else the
 * method whose answer they are, else what they have or lack, else the side of a call that they stand on.
 */
export function settleShapeNames(
	named: readonly Named[],
	others: readonly string[],
): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const taken = new Set(others.map((name) => name.toLowerCase()));
	const holders = new Map<string, Group>();
	for (const { group, name } of [...named].sort(inOrder)) {
		const holder = holders.get(name.toLowerCase());
		const free = [name, ...waysToTell(name, group, holder)].find(
			(way) => !taken.has(way.toLowerCase()),
		);
		const own = free ?? another(name, taken);
		taken.add(own.toLowerCase());
		if (holder === undefined) holders.set(own.toLowerCase(), group);
		names.set(group.key, own);
	}
	return names;
}

/** Names that the docs give come first, then larger shapes. */
function inOrder(a: Named, b: Named): number {
	const titled =
		Number(b.group.title !== undefined) - Number(a.group.title !== undefined);
	if (titled !== 0) return titled;
	const deeper = depthOf(a) - depthOf(b);
	if (deeper !== 0) return deeper;
	const larger =
		b.group.shape.properties.length - a.group.shape.properties.length;
	if (larger !== 0) return larger;
	return a.group.key < b.group.key ? -1 : 1;
}

function depthOf({ group: { places } }: Named): number {
	return places[0]?.operation?.resource?.length ?? 0;
}

function waysToTell(
	name: string,
	group: Group,
	holder: Group | undefined,
): readonly string[] {
	const { places, shape } = group;
	const methods = new Set(places.map(({ operation }) => operation?.name));
	const [method] = methods.size === 1 ? methods : [];
	const own = new Set(shape.properties.map((property) => property.name));
	const theirs = new Set(holder?.shape.properties.map((one) => one.name));
	const more = [...own].filter((one) => !theirs.has(one)).sort();
	const less = [...theirs].filter((one) => !own.has(one)).sort();
	const [place] = places;
	const path = place?.operation?.resource ?? [];
	const outer = place?.side === "envelope" || place?.side === "failure";
	const same = outer || pathKey(holder?.places[0]) === pathKey(place);
	const longer = path.map((_, at) =>
		pascal(overlapped(path.slice(at).flatMap(singularWords), wordsOf(name))),
	);
	return [
		...(same ? [] : longer.reverse()),
		...(method === undefined ? [] : [name + pascal(wordsOf(method))]),
		...more.map((one) => `${name}With${pascal(wordsOf(one))}`),
		...less.map((one) => `${name}Without${pascal(wordsOf(one))}`),
		...(place === undefined ? [] : [name + sides[place.side]]),
	];
}

function pathKey(place: Place | undefined): string {
	return place?.operation?.resource?.join(".") ?? "";
}

const sides = {
	request: "Request",
	response: "Response",
	envelope: "Envelope",
	failure: "Failure",
} as const;

/** Where nothing tells two apart. */
function another(name: string, taken: ReadonlySet<string>): string {
	let other = `Other${name}`;
	while (taken.has(other.toLowerCase())) other = `Other${other}`;
	return other;
}
