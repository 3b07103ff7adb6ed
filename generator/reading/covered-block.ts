import type { Span } from "../text/span.ts";

/** What became of a block: facts, a description, or nothing. */
export type Became = "read" | "prose" | "unread";

/** A block of a document and what became of it. */
export interface CoveredBlock {
	readonly span: Span;
	readonly became: Became;
	/** In a person's words: `endpoint`, `path parameters`, `description`. */
	readonly what: string;
}
