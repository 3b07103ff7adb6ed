import type { Span } from "../text/span.ts";

/** A sentence that names the type of what an operation takes or gives, if that type is described anywhere. */
export interface TypeMention {
	/** The operation's id. */
	readonly operation: string;
	readonly side: "request" | "response";
	/** As the docs write it: `Invoice`. */
	readonly name: string;
	/** True for "a list of `Invoice` objects". */
	readonly many: boolean;
	readonly span: Span;
}
