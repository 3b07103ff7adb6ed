import type { Span } from "../text/span.ts";

/** Words by which an operation says that it supports what another place describes: "Blocking queries: YES". */
export interface Support {
	/** The operation's id. */
	readonly operation: string;
	/** What it supports, or the words of the link that leads to it. */
	readonly text: string;
	/** What the link has behind `#`. */
	readonly anchor?: string;
	/** True when it is the `shelf` of the permission `shelf:read`: the operation acts within one. */
	readonly permission?: boolean;
	readonly span: Span;
}
