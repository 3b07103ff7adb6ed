import { camelCase, unique } from "./names.ts";

/**
 * The client's option for each credential: `api_token` → `apiToken`. Credentials of one name that are sent alike are one
 * option; other options of the client are left alone.
 */
export function optionNames<T extends CredentialLike>(
	credentials: readonly T[],
): ReadonlyMap<T, string> {
	const taken = new Set(clientOptions);
	const byUse = new Map<string, string>();
	const names = new Map<T, string>();
	for (const credential of credentials) {
		const { name, kind, in: place, parameter, prefix } = credential;
		const use = JSON.stringify([name, kind, place, parameter, prefix]);
		const option = byUse.get(use) ?? unique(camelCase(name), taken);
		byUse.set(use, option);
		names.set(credential, option);
	}
	return names;
}

interface CredentialLike {
	readonly name: string;
	readonly kind: string;
	readonly in: string;
	readonly parameter: string;
	readonly prefix?: string;
}

/** What the runtime's own options are called, now and as it grows. */
const clientOptions = [
	"attemptTimeout",
	"baseURL",
	"clock",
	"defaultHeaders",
	"defaultQuery",
	"fetch",
	"fetchOptions",
	"idempotencyKey",
	"logLevel",
	"logger",
	"maxResponseBytes",
	"maxRetries",
	"middleware",
	"propagator",
	"random",
	"schemas",
	"timeout",
	"tracer",
	"trustedOrigins",
	"validate",
];
