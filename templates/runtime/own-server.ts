import { isStated } from "./auth.js";
import { ApiConfigError } from "./errors.js";
import type { Operation } from "./operation.js";
import { own } from "./own.js";
import { parseBase } from "./url.js";

/**
 * The place of an operation that the docs put elsewhere than the API. A client that was told another base URL than that
 * of the docs calls every operation there. To an origin that is neither the API's nor among the client's
 * `trustedOrigins` go the operation's own params alone: where more would be sent, an `ApiConfigError` says so.
 */
export function ownServer(given: string): NonNullable<Operation["server"]> {
	return (client, { name, open }, { headers, query = {} }) => {
		const { config, options, scheme, credentials, ...settings } =
			client.settings();
		if (client.baseURL !== config.baseURL) return undefined;
		const base = parseBase(config.name, given);
		const { origin } = new URL(given);
		const trusted = [
			new URL(client.baseURL).origin,
			own(options, "trustedOrigins"),
		].flat();
		const stated = settings.headers([settings.defaults, headers]);
		if (
			!trusted.includes(origin) &&
			((!open && scheme[0]) ||
				[...stated.values()].some((value) => value !== null) ||
				Object.keys(options.defaultQuery ?? {})[0] !== undefined ||
				isStated(credentials, stated, query ?? {}))
		)
			throw new ApiConfigError(
				`${config.name}: ${name} is at ${origin}, where credentials, headers and query parameters go only if the option trustedOrigins lists it`,
			);
		return base;
	};
}
