import { explainPaths } from "./explain-paths.js";
import type { Feature } from "./feature.js";
import { limitResponses } from "./limit.js";
import { logging } from "./logging.js";
import { followRedirects } from "./redirects.js";
import { renewal } from "./renewal.js";
import { retryHints } from "./retry-hints.js";
import { tracing } from "./tracing.js";
import { wideArguments } from "./wide-arguments.js";

/** What a client with all its methods can do beyond calling operations, within deadlines and with retries. */
export const allFeatures: readonly Feature[] = [
	logging,
	followRedirects,
	limitResponses,
	retryHints,
	renewal,
	wideArguments,
	explainPaths,
	// Last, so that it sees what is really sent.
	tracing,
];
