import type { encodeBody } from "./body.js";
import type { CoreConfig } from "./client-core.js";
import type { ApiError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import type { mergeHeaders } from "./headers.js";
import type { Middleware } from "./middleware.js";
import type { Operation, PathValue } from "./operation.js";
import type { CoreOptions, RequestOptions } from "./options.js";
import type { buildPath } from "./path.js";
import type { serialiseQuery } from "./query.js";
import type { Hints } from "./retry.js";

/** Something that a client can do and that a program does not hold unless it asks for it. */
export type Feature = (config: CoreConfig, options: CoreOptions) => Parts;

/** What a feature is made of. */
export interface Parts {
	/** Sees every attempt, inside of the middleware of the options. */
	readonly middleware?: Middleware;
	/** Reads a body in place of `Response.text`. */
	readonly text?: (response: Response) => Promise<string>;
	/** Bytes that one item of a stream may have; stands beside `text`. */
	readonly limit?: number;
	/** Writes the path of an operation in place of `buildPath`, which says less about what it refuses. */
	readonly path?: typeof buildPath;
	/** Puts layers of headers together in place of `mergeHeaders`. */
	readonly headers?: typeof mergeHeaders;
	/** Writes a query in place of `serialiseQuery`. */
	readonly query?: typeof serialiseQuery;
	/** Writes a body in place of `encodeBody`. */
	readonly body?: typeof encodeBody;
	/** Reads what a response says about another attempt in place of `secondsToWait`. */
	readonly hints?: (response: Response) => Hints;
	/** Gives a connection that failed an error of its own, which is not one that may pass. */
	readonly failure?: (
		exchange: Exchange,
		cause: unknown,
	) => ApiError | undefined;
	/** Whether a request that was refused is sent once more with credentials that are asked for anew. */
	readonly renew?: (exchange: Exchange) => boolean;
	/** Sees what an operation is called with before anything is sent, and may refuse it by throwing. */
	readonly params?: (
		operation: Operation,
		positional: PathValue | undefined,
		params: object | undefined,
		options: RequestOptions,
	) => unknown;
	/** Sees the data of a success and gives what the call resolves to, or refuses it by throwing. */
	readonly data?: (exchange: Exchange, data: unknown) => unknown;
}
