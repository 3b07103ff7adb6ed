import type { Span } from "../text/span.ts";

/** `error`: nothing is written; `warning`: written, but something is missing; `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Something about the docs, or about what was asked of us, that a person should hear. */
export interface Diagnostic {
	/** `area/what-is-wrong`, stable over versions. */
	readonly code: string;
	readonly severity: Severity;
	/** One sentence in the words of the docs' author, without a full stop. */
	readonly message: string;
	/** What to edit. */
	readonly help: string;
	readonly span: Span;
	/** The other places that have a part in it. */
	readonly related?: readonly Related[];
}

export interface Related {
	readonly message: string;
	readonly span: Span;
}
