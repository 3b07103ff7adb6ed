import type { CoreConfig } from "./client-core.js";
import { secretName } from "./redact.js";

/** A URL with `instead` for the values of credentials and of parameters whose names say that they are secrets. */
export function safeUrl(
	{ schemes }: CoreConfig,
	url: string,
	instead: string,
): string {
	const credentials = schemes
		.flat()
		.flatMap(({ query }) => (query ? encodeURIComponent(query) : []));
	return url.replace(/([?&])([^=&#]*)=[^&#]*/g, (pair, mark, name) =>
		credentials.includes(name) || secretName.test(name)
			? `${mark}${name}=${instead}`
			: pair,
	);
}
