import type { Origins } from "./types.ts";

/**
 * How two shapes become one. `same`: both describe the same values, so the more specific statement wins and what one
 * lacks the other completes. `fill`: the first is stated and the second read off an example, so the second only fills
 * what the first leaves open. `either`: a value fits one or the other, so the result is wide enough for both.
 */
export interface Joining {
	readonly mode: "same" | "fill" | "either";
	/** Told about each place where the two contradict each other; not in mode `either`. */
	readonly conflict?: (one: Contradiction) => void;
	/**
	 * `needed` keeps of the second only the origins of what it adds or lacks, and few of those: for joining the many places
	 * where one thing stands.
	 */
	readonly origins?: "needed";
}

/** Two statements about one property that cannot both hold; the first was kept. */
export interface Contradiction {
	readonly name: string;
	readonly one: Statement;
	readonly other: Statement;
}

export interface Statement {
	/** In a person's words: `string`, `required`. */
	readonly says: string;
	readonly origins: Origins;
}
