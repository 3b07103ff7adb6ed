import type { SourceStructure } from "../../code/declarations.ts";

/** A file of the client before it is printed; the banner is the printer's business. */
export interface SourceFile extends Omit<SourceStructure, "banner"> {
	readonly path: string;
}
