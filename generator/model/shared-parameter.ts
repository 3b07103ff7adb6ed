import type { Parameter } from "./types.ts";

/** A parameter that one place describes for many operations. */
export interface SharedParameter {
	/** The document that says so. */
	readonly file: string;
	readonly parameter: Parameter;
	/** Who takes it: every operation, each that gives a list, or those that say that they support what the place is about. */
	readonly taken: "all" | "lists" | "named";
	/** What the place is about, as its heading and the one above have it. */
	readonly titles: readonly string[];
	/** What links to its heading have behind `#`. */
	readonly anchors: readonly string[];
}
