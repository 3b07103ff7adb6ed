import { singular, wordsOf } from "../text/words.ts";
import type { Group, Place } from "./occurrence.ts";
import { outerName } from "./outer-name.ts";
import { pascal } from "./pascal.ts";
import { endsWith, overlapped, singularWords } from "./resource-words.ts";
import { settleShapeNames } from "./settle-shape-names.ts";

/**
 * A name for each group, by key: what the docs call it; else the words that end its resource and those that end the names
 * of all properties that hold it. No name depends on what else there is, so that none changes when other things are
 * described; only groups that would share one are told apart, by where they stand or what they hold.
 */
export function nameShapes(
	groups: readonly Group[],
	others: readonly string[],
): ReadonlyMap<string, string> {
	const named = groups.map((group) => ({ group, name: ownName(group) }));
	return settleShapeNames(named, others);
}

function ownName(group: Group): string {
	if (group.title !== undefined && /^[A-Za-z]\w*$/.test(group.title))
		return upperFirst(group.title);
	if (group.key === "message") return "ResponseMessage";
	const [first] = group.places;
	const whole = first?.property === undefined;
	if (whole && first?.side === "envelope") return outerName("envelope", group);
	if (whole && first?.side === "failure") return outerName("failure", group);
	return pascal(overlapped(pathWords(first), commonEnd(group.places) ?? []));
}

/** `modified_tunnel`, `deleted_tunnel` and `tunnels[]` all hold a tunnel. */
function commonEnd(places: readonly Place[]): readonly string[] | undefined {
	const held = places.some(({ property }) => property !== undefined);
	const names = places.flatMap((place) => {
		const { property, many } = place;
		// A whole answer is one of what its resource is called after.
		if (property === undefined) return held ? [lastWords(place)] : [];
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

/** A resource of two words says enough, `ipsec_tunnels`; one such as `policies` says whose they are. */
function pathWords(place: Place | undefined): readonly string[] {
	const path = place?.operation?.resource ?? [];
	const words = path.map(singularWords);
	const first = words.findLastIndex(({ length }) => length > 1);
	const start = Math.min(Math.max(first, path.length - 2), path.length - 1);
	return path.length > 0
		? words.slice(Math.max(start, 0)).flat()
		: wordsOf(place?.operation?.name ?? "shape");
}

function lastWords(place: Place): readonly string[] {
	return singularWords(place.operation?.resource?.at(-1) ?? "shape");
}

function upperFirst(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
