import type { Fact, Origins } from "../types.ts";
import type { ChangedPlace, Direction } from "./change.ts";
import type { Phrase } from "./phrase.ts";
import type { RuleName } from "./rules.ts";

/** A difference where it was met, before it is known who else is touched by it. */
export interface Finding {
	readonly rule: RuleName;
	readonly part: Phrase;
	readonly detail?: Phrase;
	readonly before?: Phrase;
	readonly after?: Phrase;
	readonly direction?: Direction;
	readonly place: ChangedPlace;
}

/** Who a finding belongs to: the API, an operation, or a pair of named shapes, by a key. */
export type Owner = string;

export const theApi: Owner = "";

/** The part of a finding that is told of an operation as a whole. */
export const theOperation: Phrase = ["the operation"];

/** Takes what was found. */
export type Report = (owner: Owner, finding: Finding) => void;

/** The places of what stands in both models, those that vouch for the fact in question first. */
export function placesOf(
	before: Origins | undefined,
	after: Origins | undefined,
	fact?: Fact,
): ChangedPlace {
	return {
		...(before !== undefined && { before: spanOf(before, fact) }),
		...(after !== undefined && { after: spanOf(after, fact) }),
	};
}

function spanOf(origins: Origins, fact: Fact | undefined) {
	const [first] = origins;
	const own = origins.find(
		({ of = [] }) => fact !== undefined && of.includes(fact),
	);
	return (own ?? first).span;
}
