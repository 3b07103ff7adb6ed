/** A way for an answer to fail: the connection is reset, ends within the body, or says nothing more within it. */
export type Fault = "reset" | "truncate" | "stall";

const faults: readonly Fault[] = ["reset", "truncate", "stall"];

export function isFault(text: string): text is Fault {
	return faults.some((fault) => fault === text);
}

/** Faults for a share of all answers, from 0 to 1; the same sequence in every run. */
export function faultsAtRate(rate: number): () => Fault | undefined {
	const next = numbersFrom(1);
	return () => {
		if (next() >= rate) return undefined;
		return faults[Math.floor(next() * faults.length)];
	};
}

/** Numbers from 0 to 1 that look like chance: a linear congruential generator. */
function numbersFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
