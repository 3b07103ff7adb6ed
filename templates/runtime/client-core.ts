import {
	type Chosen,
	type Credential,
	chooseScheme,
	isStated,
	type Scheme,
	waysToAuthenticate,
} from "./auth.js";
import { encodeBody } from "./body.js";
import { fromEnvironment } from "./environment.js";
import { ApiConfigError } from "./errors.js";
import type { Feature, Parts } from "./feature.js";
import { type HeaderMap, mergeHeaders } from "./headers.js";
import type { Middleware } from "./middleware.js";
import type { Envelope } from "./operation.js";
import type { Clock, CoreOptions } from "./options.js";
import { own, pick } from "./own.js";
import { buildPath } from "./path.js";
import { serialiseQuery } from "./query.js";
import { fullBudget, type Hints, secondsToWait } from "./retry.js";
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
	/** What answers are wrapped in, unless an operation says otherwise; nothing if left out. */
	readonly envelope?: Envelope;
}

/** What `call` needs of a client, made ready once. */
export interface Settings {
	readonly config: CoreConfig;
	readonly options: CoreOptions;
	readonly features: readonly Feature[];
	/** The way to authenticate that was chosen. */
	readonly scheme: Chosen;
	/** Those of all schemes. */
	readonly credentials: readonly Credential[];
	/** What is left for retries. */
	budget: number;
	/** The headers of every request. */
	readonly defaults: HeaderMap;
	/** That of the options, then that of the features. */
	readonly middleware: readonly Middleware[];
	readonly parts: readonly Parts[];
	readonly path: typeof buildPath;
	readonly headers: typeof mergeHeaders;
	readonly query: typeof serialiseQuery;
	readonly body: typeof encodeBody;
	readonly hints: (response: Response) => Hints;
	readonly renew?: Parts["renew"];
	readonly failure?: Parts["failure"];
	readonly text: (response: Response) => Promise<string>;
	/** Bytes that one item of a stream may have. */
	readonly limit: number;
	readonly clock: Clock;
	readonly random: () => number;
}

/** What does what a client has no feature for. */
const plain = {
	path: buildPath,
	headers: mergeHeaders,
	query: serialiseQuery,
	body: encodeBody,
	hints: secondsToWait,
	text: (response: Response) => response.text(),
	limit: Infinity,
};

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
		const { name, environment, schemes } = config;
		const { timeout = 60_000, maxRetries = 2 } = options;
		this.baseURL =
			options.baseURL?.trim() ||
			fromEnvironment(environment && `${environment}_BASE_URL`) ||
			(config.baseURL ?? "");
		this.timeout = timeout;
		this.maxRetries = maxRetries;
		parseBase(name, this.baseURL);
		const parts = features.map((feature) => feature(config, options));
		const chosen: Pick<Settings, keyof typeof plain> = Object.assign(
			{},
			plain,
			...parts,
		);
		const scheme = chooseScheme(schemes, options);
		const credentials = schemes.flat();
		const defaults = chosen.headers([options.defaultHeaders]);
		if (
			schemes[0] &&
			!scheme &&
			!isStated(credentials, defaults, options.defaultQuery ?? {})
		)
			throw new ApiConfigError(
				`${name}: no credentials; set the option ${waysToAuthenticate(schemes)}`,
			);
		if (
			(options.validate ?? "off") !== "off" &&
			!parts.some(({ params }) => params)
		)
			throw new ApiConfigError(
				`${name}: validate needs the feature validation(schemas)`,
			);
		this.#settings = {
			...chosen,
			config,
			options,
			features,
			scheme: scheme ?? [],
			credentials,
			budget: fullBudget,
			defaults,
			middleware: [options, ...parts].flatMap(
				({ middleware = [] }): Middleware | readonly Middleware[] => middleware,
			),
			parts,
			clock: options.clock ?? globalThis,
			random: options.random ?? Math.random,
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
