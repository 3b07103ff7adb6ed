import type { Operation } from "./operation.js";

/** One call on its way: what messages may say about its request, and its response once that has come. */
export interface Exchange {
	readonly operation: Operation;
	readonly method: string;
	/** The requested URL without the credentials of the client's scheme. */
	readonly url: string;
	/** Texts that no message may show. */
	readonly secrets: readonly string[];
	response?: Response;
}
