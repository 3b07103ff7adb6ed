/** A number of the checklist that has no test yet, or whose tests leave something out. */
export interface Waiting {
	readonly number: string;
	/** What its tests leave out; without it there is no test. */
	readonly part?: string;
	readonly reason: string;
}

const oneServer = "no operation has a base URL of its own in the model";

/** Everything that is not tested yet. An entry goes when its tests come. */
export const waiting: readonly Waiting[] = [
	...["B24", "B25", "B26"].map((number) => ({ number, reason: oneServer })),
	{ number: "B89", reason: "nothing that the client gives is in base64" },
];
