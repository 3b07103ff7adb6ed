/** A number of the checklist that has no test yet, or whose tests leave something out. */
export interface Waiting {
	readonly number: string;
	/** What its tests leave out; without it there is no test. */
	readonly part?: string;
	readonly reason: string;
}

/** Everything that is not tested yet. An entry goes when its tests come. */
export const waiting: readonly Waiting[] = [];
