import {
	type Auth,
	chooseScheme,
	isStated,
	noAuth,
	type Scheme,
	waysToAuthenticate,
} from "./auth.js";
import { ApiConfigError } from "./errors.js";
import { mergeHeaders } from "./headers.js";
import type { CoreOptions } from "./options.js";
import { own, pick } from "./own.js";
import { parseBase } from "./url.js";

/** What the docs say about the whole API. */
export interface CoreConfig {
	/** For messages. */
	readonly name: string;
	readonly baseURL?: string;
	/** Ways to authenticate, preferred ones first; none means that the API needs no credentials. */
	readonly schemes: readonly Scheme[];
}

/** What `call` needs of a client. */
export interface Settings {
	readonly config: CoreConfig;
	readonly options: CoreOptions;
	readonly auth: Auth;
}

/** Makes a client, or throws an `ApiConfigError` that says which option or environment variable is missing. */
export function createCore(
	config: CoreConfig,
	options: CoreOptions,
): ClientCore {
	return new ClientCore(config, options);
}

/** A client without its methods: what functions take that stand for one operation each. It prints no secret. */
export class ClientCore {
	/** May be changed; the next call uses it. */
	baseURL: string;
	/** Milliseconds for a whole call; may be changed. */
	timeout: number;
	readonly #settings: Settings;

	constructor(config: CoreConfig, options: CoreOptions) {
		const { name, schemes } = config;
		const { baseURL, timeout = 60_000, defaultHeaders } = options;
		this.baseURL = baseURL?.trim() || (config.baseURL ?? "");
		this.timeout = timeout;
		parseBase(name, this.baseURL);
		const auth = chooseScheme(schemes, { ...options });
		const headers = mergeHeaders(name, [defaultHeaders]);
		const stated = isStated(schemes, headers, options.defaultQuery ?? {});
		if (schemes.length > 0 && auth === noAuth && !stated)
			throw new ApiConfigError(
				`${name}: no credentials; set the option ${waysToAuthenticate(schemes)}`,
			);
		this.#settings = { config, options, auth };
	}

	/** For the runtime alone; a method, since a getter would be printed. */
	settings(): Settings {
		return this.#settings;
	}

	/** A copy of this client with some options replaced; `undefined` keeps what this client has. */
	withOptions<O extends object>(options: O & CoreOptions): ClientCore {
		const { baseURL, timeout } = this;
		const { config, options: before } = this.#settings;
		const given = pick(options, (name) => own(options, name) !== undefined);
		return new ClientCore(config, { ...before, baseURL, timeout, ...given });
	}
}
