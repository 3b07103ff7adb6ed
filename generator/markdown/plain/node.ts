import type { MagicBlock } from "./magic-block.ts";
import type { Tag } from "./tag.ts";

/** Markdown with what wraps it, as a tree; offsets are those of the document. */
export type Node =
	| { readonly kind: "text"; readonly start: number; readonly end: number }
	/** A table, list or other element of HTML that is read as a whole. */
	| { readonly kind: "html"; readonly start: number; readonly end: number }
	/** What is left out: it only wraps or separates, or, where it may say something, it is told. */
	| {
			readonly kind: "left out";
			readonly start: number;
			readonly end: number;
			readonly told: boolean;
	  }
	| (MagicBlock & { readonly kind: "magic block" })
	| Element;

/** A wrapper and what is in it. */
export interface Element {
	readonly kind: "element";
	readonly tag: Tag;
	readonly children: readonly Node[];
	readonly start: number;
	readonly end: number;
}
