import { singular, wordsOf } from "../text/words.ts";
import type { Group, Place } from "./occurrence.ts";

/**
 * A name for each group, by key: what the docs call it, else the words that end the names of all properties that hold it,
 * else what its resource is one of. A name that is taken gets the words of the resource in front.
 */
export function nameShapes(
	groups: readonly Group[],
	others: readonly string[],
): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const taken = new Set(others.map((name) => name.toLowerCase()));
	const sorted = [...groups].sort((a, b) => (a.key < b.key ? -1 : 1));
	for (const group of sorted) {
		const candidates = candidatesFor(group);
		const free = candidates.find((name) => !taken.has(name.toLowerCase()));
		const name = free ?? numbered(candidates[0] ?? "Shape", taken);
		taken.add(name.toLowerCase());
		names.set(group.key, name);
	}
	return names;
}

function candidatesFor(group: Group): readonly string[] {
	if (group.title !== undefined && /^[A-Za-z]\w*$/.test(group.title))
		return [upperFirst(group.title), ...longer(group, [group.title])];
	if (group.key === "message") return ["Message", "ResponseMessage"];
	const [first] = group.places;
	if (first?.property === undefined && first?.side === "envelope")
		return ["Envelope", ...longer(group, ["Envelope"])];
	if (first?.property === undefined && first?.side === "failure")
		return ["ErrorBody", ...longer(group, ["ErrorBody"])];
	const words = commonEnd(group.places) ?? resourceWords(first);
	return [pascal(words), ...longer(group, words)];
}

/** The same with the resource's words in front, one more at a time, from the nearest. */
function longer({ places: [place] }: Group, words: readonly string[]) {
	const resource = place?.operation?.resource ?? [];
	return resource
		.map((_, index) => resource.slice(resource.length - index - 1))
		.map((path) => pascal([...path.flatMap(wordsOf).map(singular), ...words]));
}

/** `modified_tunnel`, `deleted_tunnel` and `tunnels[]` all hold a tunnel. */
function commonEnd(places: readonly Place[]): readonly string[] | undefined {
	const held = places.some(({ property }) => property !== undefined);
	const names = places.flatMap((place) => {
		const { property, many } = place;
		// A whole answer is one of what its resource is called after.
		if (property === undefined) return held ? [resourceWords(place)] : [];
		const words = wordsOf(property);
		const last = words.at(-1) ?? "";
		return [[...words.slice(0, -1), many ? singular(last) : last]];
	});
	const [first, ...others] = names;
	if (first === undefined) return undefined;
	let length = first.length;
	for (const other of others)
		while (length > 0 && !endsWith(other, first.slice(-length))) length--;
	return length === 0 ? undefined : first.slice(-length);
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
	return end.every((word, index) => words.at(index - end.length) === word);
}

function resourceWords(place: Place | undefined): readonly string[] {
	const words = wordsOf(place?.operation?.resource?.at(-1) ?? "shape");
	return [...words.slice(0, -1), singular(words.at(-1) ?? "")];
}

function pascal(words: readonly string[]): string {
	const name = words
		.map(upperFirst)
		.join("")
		.replace(/[^A-Za-z0-9]/g, "");
	return /^[A-Za-z]/.test(name) ? name : `Shape${name}`;
}

function upperFirst(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

function numbered(name: string, taken: ReadonlySet<string>): string {
	let count = 2;
	while (taken.has(`${name}${count}`.toLowerCase())) count++;
	return `${name}${count}`;
}
