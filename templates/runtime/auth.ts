import { fromEnvironment } from "./environment.js";
import type { HeaderMap } from "./headers.js";
import { own } from "./own.js";

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

/**
 * A credential, or a function that gives one: it is asked before every attempt, and once more, with `true`, after the
 * server refused what it gave (401).
 */
export type Secret = string | ((refused: boolean) => string | Promise<string>);

/** What a scheme adds to a request. */
export interface Auth {
	readonly headers: ReadonlyMap<string, string>;
	readonly query: Readonly<Record<string, string>>;
	/** Texts that no message may show. */
	readonly secrets: readonly string[];
	/** Whether asking again may give other credentials. */
	readonly renewable: boolean;
}

/**
 * Chooses one scheme: the first whose credentials are all set, those with a credential among the options before those
 * that the environment alone completes.
 */
export function chooseScheme(
	schemes: readonly Scheme[],
	options: object,
): Scheme | undefined {
	const complete = schemes.filter(({ credentials }) =>
		credentials.every((credential) => read(credential, options)),
	);
	const explicit = complete.find(({ credentials }) =>
		credentials.some(({ option }) => own(options, option) !== undefined),
	);
	return explicit ?? complete[0];
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

/** Asks for the credentials of a scheme; `refused` as in `Secret`. */
export async function authenticate(
	scheme: Scheme | undefined,
	options: object,
	refused: boolean,
): Promise<Auth> {
	const headers = new Map<string, string>();
	const query: [string, string][] = [];
	const secrets: string[] = [];
	// User and password may be one credential (`user:password`) or two.
	const basic: string[] = [];
	let renewable = false;
	for (const credential of scheme?.credentials ?? []) {
		const { kind, parameter, prefix = "", in: place } = credential;
		let value = read(credential, options) ?? "";
		if (typeof value === "function") {
			renewable = true;
			value = `${await value(refused)}`;
		}
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
	return { headers, query: Object.fromEntries(query), secrets, renewable };
}

/** `undefined` for a credential that is not set; blank is not set. */
function read(
	{ option, environment }: Credential,
	options: object,
): Secret | undefined {
	const given = own(options, option);
	const value = given === undefined ? fromEnvironment(environment) : given;
	return typeof value === "function" ||
		(typeof value === "string" && value.trim())
		? (value as Secret)
		: undefined;
}

function base64(text: string): string {
	const whole = text.includes(":") ? text : `${text}:`;
	return btoa(String.fromCharCode(...new TextEncoder().encode(whole)));
}
