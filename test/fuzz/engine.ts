import type { Target } from "./targets.ts";

/** What an engine is told: what to fuzz, for how long, with what to begin, and what it knows already. */
export interface Round {
	readonly target: Target;
	readonly seconds: number;
	/** The bundle that `bundleTarget` made. */
	readonly bundle: string;
	/** A folder of inputs, to which the engine adds those that ran code that no other ran. */
	readonly corpus: string;
	/** Kinds of faults that are no finds any more. */
	readonly known: readonly string[];
}

/** What came of a round, which ends with the first find. */
export interface Outcome {
	readonly executions: number;
	/** Places of the code that were run, of those that are counted. */
	readonly covered: number;
	readonly find?: { readonly bytes: Uint8Array; readonly fault: string };
}

/** The most bytes of one input. */
export const largest = 4096;

export function environmentOf({ target, known }: Round): NodeJS.ProcessEnv {
	return {
		...process.env,
		FUZZ_TARGET: target,
		FUZZ_KNOWN: JSON.stringify(known),
	};
}
