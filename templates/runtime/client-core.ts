import {
	chooseScheme,
	isStated,
	type Scheme,
	waysToAuthenticate,
} from "./auth.js";
import { fromEnvironment } from "./environment.js";
import { ApiConfigError } from "./errors.js";
import type { Feature, Parts } from "./feature.js";
import { mergeHeaders } from "./headers.js";
import type { CoreOptions } from "./options.js";
import { own, pick } from "./own.js";
import { type Budget, fullBudget } from "./retry.js";
import { parseBase } from "./url.js";

/** What the docs say about the whole API. */
export interface CoreConfig {
	/** For messages. */
	readonly name: string;
	readonly baseURL?: string;
	/** What the names of the client's environment variables begin with: `LIBRARY` of `LIBRARY_BASE_URL`. */
	readonly environment?: string;
	/** Ways to authenticate, preferred ones first; none means that the API needs no credentials. */
	readonly schemes: readonly Scheme[];
}

/** What `call` needs of a client. */
export interface Settings {
	readonly config: CoreConfig;
	readonly options: CoreOptions;
	readonly features: readonly Feature[];
	readonly parts: readonly Parts[];
	/** The way to authenticate that was chosen. */
	readonly scheme: Scheme | undefined;
	readonly budget: Budget;
}

/** Makes a client, or throws an `ApiConfigError` that says which option or environment variable is missing. */
export function createCore(
	config: CoreConfig,
	options: CoreOptions,
	features?: readonly Feature[],
): ClientCore {
	return new ClientCore(config, options, features);
}

/** A client without its methods: what functions take that stand for one operation each. It prints no secret. */
export class ClientCore {
	/** May be changed; the next call uses it. */
	baseURL: string;
	/** Milliseconds for a whole call; may be changed. */
	timeout: number;
	/** How often a call is tried again; may be changed. */
	maxRetries: number;
	readonly #settings: Settings;

	/** Throws an `ApiConfigError` that says which option or environment variable is missing. */
	constructor(
		config: CoreConfig,
		options: CoreOptions,
		features: readonly Feature[] = [],
	) {
		const { name, schemes } = config;
		const { timeout = 60_000, maxRetries = 2 } = options;
		this.baseURL =
			options.baseURL?.trim() ||
			fromEnvironment(`${config.environment}_BASE_URL`) ||
			(config.baseURL ?? "");
		this.timeout = timeout;
		this.maxRetries = maxRetries;
		parseBase(name, this.baseURL);
		const scheme = chooseScheme(schemes, options);
		const headers = mergeHeaders(name, [options.defaultHeaders]);
		const stated = isStated(schemes, headers, options.defaultQuery ?? {});
		if (schemes[0] && !scheme && !stated)
			throw new ApiConfigError(
				`${name}: no credentials; set the option ${waysToAuthenticate(schemes)}`,
			);
		this.#settings = {
			config,
			options,
			features,
			parts: features.map((feature) => feature(config, options)),
			scheme,
			budget: { tokens: fullBudget },
		};
	}

	/** For the runtime alone; a method, since a getter would be printed. */
	settings(): Settings {
		return this.#settings;
	}
}

/** A copy of a client with some options replaced; `undefined` keeps what the client has. */
export function withOptions<O extends object>(
	client: ClientCore,
	options: O & CoreOptions,
): ClientCore {
	const { baseURL, timeout, maxRetries } = client;
	const { config, options: before, features } = client.settings();
	const given = pick(options, (name) => own(options, name) !== undefined);
	return new ClientCore(
		config,
		{ ...before, baseURL, timeout, maxRetries, ...given },
		features,
	);
}
