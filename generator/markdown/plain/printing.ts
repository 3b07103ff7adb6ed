import type { Source } from "../../text/source.ts";
import type { PlainDraft } from "./plain-text.ts";

/** A stretch of a document that is not in what was made of it. */
export interface LeftOut {
	readonly start: number;
	readonly end: number;
	/** True where it may have said something. */
	readonly told: boolean;
}

/** What is written, from what, and where in the document it stands. */
export interface Printing {
	readonly draft: PlainDraft;
	readonly source: Source;
	readonly left: LeftOut[];
	/** The level of the heading that the text stands under. */
	level: number;
	/** What goes under the title of the document. */
	underTitle: (() => void) | undefined;
}

/** How far the lines of a wrapper's content are set in, and how far they stay so. */
export interface Indent {
	readonly strip: number;
	readonly prefix: string;
}
