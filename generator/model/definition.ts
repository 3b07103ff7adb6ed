import type { Origins, Shape } from "./types.ts";

/** A type that the docs describe by itself, before anything refers to it. */
export interface Definition {
	/** As the docs write it: `billing.Invoice`. */
	readonly name: string;
	readonly file: string;
	/** What links to it have behind `#`, the heading's own anchor first. */
	readonly anchors: readonly string[];
	readonly shape: Shape;
	readonly description?: string;
	readonly origins: Origins;
}

/** Where words of a document lead: what a type's name that stands there means. */
export interface TypeLink {
	readonly file: string;
	readonly text: string;
	/** As written: `../models.md#invoice`. */
	readonly url: string;
}
