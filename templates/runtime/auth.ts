import type { HeaderMap } from "./headers.js";

/** One way to authenticate: all its credentials are sent together. */
export interface Scheme {
	readonly title: string;
	readonly credentials: readonly Credential[];
}

/** One secret of a scheme, where it is read from and where it goes. */
export interface Credential {
	/** Name of the client's option. */
	readonly option: string;
	/** Environment variable that is read when the option is `undefined`. */
	readonly environment?: string;
	readonly kind: "bearer" | "basic" | "apiKey";
	readonly in: "header" | "query" | "cookie";
	/** The header, query parameter or cookie that carries it. */
	readonly parameter: string;
	/** What stands in front of it, spaces included: `Token `. */
	readonly prefix?: string;
}

/** What the chosen scheme adds to every request. */
export interface Auth {
	readonly headers: ReadonlyMap<string, string>;
	readonly query: Readonly<Record<string, string>>;
	/** Texts that no message may show. */
	readonly secrets: readonly string[];
}

/** Nothing to add. */
export const noAuth: Auth = { headers: new Map(), query: {}, secrets: [] };

/**
 * Chooses one scheme: the first whose credentials are all set, those with a credential among the options before those
 * that the environment alone completes. `noAuth` when there is none.
 */
export function chooseScheme(
	schemes: readonly Scheme[],
	options: Readonly<Record<string, unknown>>,
): Auth {
	const complete = schemes.filter(({ credentials }) =>
		credentials.every((credential) => read(credential, options)),
	);
	const explicit = complete.find(({ credentials }) =>
		credentials.some(({ option }) => options[option] !== undefined),
	);
	const chosen = explicit ?? complete[0];
	return chosen ? authOf(chosen, options) : noAuth;
}

/** Whether the caller's own headers or query carry a credential of any scheme, and so take the scheme's place. */
export function isStated(
	schemes: readonly Scheme[],
	headers: HeaderMap,
	query: object,
): boolean {
	return schemes
		.flatMap(({ credentials }) => credentials)
		.some(({ in: place, parameter }) =>
			place === "query"
				? Object.hasOwn(query, parameter)
				: headers.has(place === "cookie" ? place : parameter.toLowerCase()),
		);
}

/** `apiToken (or $API_TOKEN), or email (or $EMAIL) and key (or $KEY)`: every option and variable that would help. */
export function waysToAuthenticate(schemes: readonly Scheme[]): string {
	const ways = schemes.map(({ credentials }) =>
		credentials
			.map(({ option, environment }) =>
				environment ? `${option} (or $${environment})` : option,
			)
			.join(" and "),
	);
	return ways.join(", or ");
}

function authOf(
	{ credentials }: Scheme,
	options: Readonly<Record<string, unknown>>,
): Auth {
	const headers = new Map<string, string>();
	const query: [string, string][] = [];
	const secrets: string[] = [];
	// User and password may be one credential (`user:password`) or two.
	const basic: string[] = [];
	for (const credential of credentials) {
		const { kind, parameter, prefix = "", in: place } = credential;
		let value = read(credential, options) ?? "";
		secrets.push(value);
		if (kind === "bearer") value = `Bearer ${value}`;
		if (kind === "basic") {
			basic.push(value);
			value = `Basic ${base64(basic.join(":"))}`;
		}
		value = prefix + value;
		secrets.push(value);
		if (place === "query") query.push([parameter, value]);
		else if (place === "cookie") {
			const before = headers.get(place);
			const pair = `${parameter}=${value}`;
			headers.set(place, before ? `${before}; ${pair}` : pair);
		} else headers.set(parameter.toLowerCase(), value);
	}
	return { headers, query: Object.fromEntries(query), secrets };
}

/** `undefined` for a credential that is not set; blank is not set. */
function read(
	{ option, environment = "" }: Credential,
	options: Readonly<Record<string, unknown>>,
): string | undefined {
	const given = options[option];
	const value = given === undefined ? fromEnvironment(environment) : given;
	return typeof value === "string" && value.trim() ? value : undefined;
}

function fromEnvironment(name: string): string | undefined {
	try {
		return (globalThis as WithProcess).process?.env?.[name];
	} catch {
		// A runtime that asks for a permission first, and was not given it.
		return undefined;
	}
}

interface WithProcess {
	readonly process?: {
		readonly env?: Readonly<Record<string, string | undefined>>;
	};
}

function base64(text: string): string {
	const whole = text.includes(":") ? text : `${text}:`;
	return btoa(String.fromCharCode(...new TextEncoder().encode(whole)));
}
