import type { Response } from "./types.ts";

/** What one place of a document says of the failures of all operations. */
export interface SharedError {
	/** The document that says so. */
	readonly file: string;
	/** Its status is `default` where the docs do not tell one failure from another. */
	readonly response: Response;
}
