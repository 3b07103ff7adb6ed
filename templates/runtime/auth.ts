import { fromEnvironment } from "./environment.js";
import type { HeaderMap } from "./headers.js";
import { own } from "./own.js";

/** One way to authenticate: all its credentials are sent together. */
export type Scheme = readonly Credential[];

/** One secret of a scheme, where it is read from and where it goes. */
export interface Credential {
	/** Name of the client's option. */
	readonly option: string;
	/** Environment variable that is read when the option is `undefined`. */
	readonly environment?: string;
	/** The header that carries it, in lower case. */
	readonly header?: string;
	/** The query parameter that carries it. */
	readonly query?: string;
	/** What stands in front of it, spaces included: `Bearer `, or `name=` of a cookie. */
	readonly prefix?: string;
	/** How it is put on a request if not as a header of its own; who has no such credential does not load it. */
	readonly put?: (draft: Draft, credential: Credential, sent: string) => string;
}

/** What becomes of an attempt's request before it is sent. */
export interface Draft {
	readonly headers: HeaderMap;
	url: string;
	/** The credentials so far, and their values. */
	readonly given: [Credential, string][];
}

/**
 * A credential, or a function that gives one: it is asked before every attempt, and once more, with `true`, after the
 * server refused what it gave (401).
 */
export type Secret = string | ((refused: boolean) => string | Promise<string>);

/** The secrets of a scheme that was chosen. */
export type Chosen = readonly (readonly [Credential, Secret])[];

/**
 * Chooses one scheme: the first whose credentials are all set, those with a credential among the options before those
 * that the environment alone completes.
 */
export function chooseScheme(
	schemes: readonly Scheme[],
	options: object,
): Chosen | undefined {
	const set = ({ option }: Credential) => own(options, option);
	const complete = schemes.filter((scheme) =>
		scheme.every((credential) => secretOf(credential, set(credential))),
	);
	const scheme =
		complete.find((each) => each.some((one) => set(one) !== undefined)) ??
		complete[0];
	return scheme?.map((one) => [one, secretOf(one, set(one)) ?? ""]);
}

/** Whether the caller's own headers or query carry one of the credentials, and so take the scheme's place. */
export function isStated(
	credentials: readonly Credential[],
	headers: ReadonlyMap<string, unknown>,
	query: object,
): boolean {
	return credentials.some(
		(one) =>
			headers.has(one.header ?? "") || own(query, one.query) !== undefined,
	);
}

/** `apiToken (or $API_TOKEN), or email (or $EMAIL) and key (or $KEY)`: every option and variable that would help. */
export function waysToAuthenticate(schemes: readonly Scheme[]): string {
	const wayOf = ({ option, environment }: Credential) =>
		option + (environment ? ` (or $${environment})` : "");
	return schemes.map((scheme) => scheme.map(wayOf).join(" and ")).join(", or ");
}

/** Puts a credential on a request; gives the texts that no message may show then. */
export function put(
	draft: Draft,
	credential: Credential,
	value: string,
): readonly string[] {
	const { header = "", prefix = "", put } = credential;
	const sent = prefix + value;
	draft.given.push([credential, value]);
	if (put) return [sent, put(draft, credential, sent)];
	draft.headers.set(header, sent);
	return [sent];
}

/** `undefined` for a credential that is not set; blank is not set. */
function secretOf(
	{ environment }: Credential,
	given: unknown,
): Secret | undefined {
	const value = given === undefined ? fromEnvironment(environment) : given;
	return typeof value === "function" ||
		(typeof value === "string" && value.trim())
		? (value as Secret)
		: undefined;
}
