import type { Span } from "../../text/span.ts";
import type { Phrase } from "./phrase.ts";
import type { Impact, RuleName } from "./rules.ts";

/** One difference between two models that somebody can notice. */
export interface Change {
	readonly rule: RuleName;
	readonly impact: Impact;
	/** What changed: `query parameter page`, `field color of Hive`. */
	readonly part: Phrase;
	/** What is said of the part. */
	readonly says: string;
	/** What there is more, or less, of. */
	readonly detail?: Phrase;
	/** What stood there, as far as it can be said in a line or is a text of the docs. */
	readonly before?: Phrase;
	readonly after?: Phrase;
	/** The named shape that it is told of, once for all that use it. */
	readonly shape?: string;
	/** Whether the part is sent or received, where that makes the difference. */
	readonly direction?: Direction;
	/** The operations that it touches, in the order of the docs; none for what concerns the API as a whole. */
	readonly operations: readonly TouchedOperation[];
	/** Where the docs say it, before and after: once, or once for each operation that says it for itself. */
	readonly places: readonly (ChangedPlace & {
		/** The operations that it is said of right there, by `id`; missing where it is said of a named shape or of the API. */
		readonly operations?: readonly string[];
	})[];
}

/** Whether a value goes to the server or comes from it. */
export type Direction = "request" | "response";

export interface TouchedOperation {
	/** As in the new model, or in the old one for what was removed: `GET /hives/{id}`. */
	readonly id: string;
	/** Members from the client, `hives.get`. */
	readonly method: string;
}

/** Missing on the side where there is nothing. */
export interface ChangedPlace {
	readonly before?: Span;
	readonly after?: Span;
}
