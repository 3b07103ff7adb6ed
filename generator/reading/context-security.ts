import type { SecurityScheme } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import {
	apiKey,
	authorizationPlace,
	basic,
	bearer,
	type CredentialPlace,
	keyAsUser,
	schemesFor,
} from "./credential-place.ts";
import { labelledPlaces } from "./security-labels.ts";

const secret = /key|token|secret|auth|pass|credential|session|signature|jwt/i;

/** Headers that every request has, secret or not. */
const common =
	/^(?:accept|content-type|content-length|host|user-agent|date|link|server|location|www-authenticate|set-cookie|cookie|authentication|authorisation)$/i;

/** Headers with which a request is signed: what goes into them is made of the request. */
const signs = /signature|hmac|digest|nonce|timestamp/i;

/**
 * The ways to authenticate that words or code about it show: ``the `X-Api-Key` header``, `Authorization: Bearer <token>`,
 * `?token=…`, `curl -u name`. What is ruled out, "basic authentication is not supported", is none.
 */
export function schemesIn(text: string, span: Span): readonly SecurityScheme[] {
	const said = text
		.slice(0, most)
		.split(/(?<=[.!?])\s+(?=[A-Z])/)
		.filter((one) => !ruledOut.test(one))
		.join(" ");
	const headers = [...headerLines(said), ...namedHeaders(said)];
	const found = [
		...headers,
		...(headers.some(isAuthorization) ? [] : named(said)),
		...namedQueries(said),
		...namedCookies(said),
		...labelledPlaces(said),
	];
	return schemesFor(found, span, "stated");
}

/** What a block says of credentials stands near its start. */
const most = 20_000;

const ruledOut =
	/\b(?:not (?:be )?(?:supported|accepted|allowed|recommended|possible|used?|send|sent|put|pass|passed|include|share|available)|no longer|deprecated|don't|cannot|isn't|unsupported)\b|\bnever (?:send|put|pass|use|include)\b/i;

function isAuthorization({ parameter }: CredentialPlace): boolean {
	return /^authorization$/i.test(parameter);
}

/** `Authorization: Bearer x`, `X-Api-Key: x`, `| X-Api-Key | x |`. */
function headerLines(text: string): readonly CredentialPlace[] {
	const lines = [
		...text.matchAll(
			/(?:^|[`"'\s])([A-Za-z][\w-]*)(?:`?\*{0,2}):\s*`?"?([^\n`"']{0,200})/gm,
		),
		...text.matchAll(
			/^\|?[ \t]{0,40}[`*]{0,8}([A-Za-z][\w-]*)[`*]*\s*\|\s*`?([^\n`|]{0,200})/gm,
		),
	];
	return lines.flatMap(([, name = "", value = ""]) => {
		if (/^authorization$/i.test(name))
			return value.trim() === ""
				? []
				: [authorizationPlace(withoutWords(value))];
		const known = name.includes("-") && secret.test(name) && !common.test(name);
		return known && !signs.test(name) ? [apiKey("header", name)] : [];
	});
}

/** `Bearer <token>` is a value; "required. The token that …" is a sentence about it. */
function withoutWords(value: string): string {
	const text = value.replace(/[<>{}[\]]/g, "").trim();
	return /^(?:the|an?|your|required|yes|string|header|is|must|should|api|access|session|user)\b/i.test(
		text,
	)
		? (/\b(bearer|basic)\b/i.exec(text)?.[1] ?? "x")
		: text;
}

/** "the `X-Api-Key` header", "a header named `Session-Token`"; one of `Authorization` says more in its value. */
function namedHeaders(text: string): readonly CredentialPlace[] {
	if (!secret.test(text.replace(/`[^`]*`/g, ""))) return [];
	const names = [
		...text.matchAll(
			/(?:[`"*]|\b(?=[A-Z]))([A-Za-z][\w-]{0,100})[`"*]{0,8}(?::\s{0,8}[^`\n]{0,200}`)?\s+(?:HTTP |request |custom )*header/g,
		),
		...text.matchAll(
			/\bheaders?\*{0,2}:?\*{0,2}\s+(?:field |key |name |is |named |called |of the form |like |such as )*[`"*]+([A-Za-z][\w-]*)[`"*:]/gi,
		),
	].map(([, name = ""]) => name);
	return names.flatMap((name) => {
		if (common.test(name) || signs.test(name)) return [];
		if (/^authorization$/i.test(name)) return [spokenAuthorization(text)];
		return secret.test(name) || name.includes("-")
			? [apiKey("header", name)]
			: [];
	});
}

/** What words say of the value of the `Authorization` header: "with the prefix `Token`", "in the form `ApiKey <key>`". */
function spokenAuthorization(text: string): CredentialPlace {
	if (/\bbearer\b/i.test(text)) return bearer;
	const [, prefix] =
		/\b(?:prefix(?:ed)?|scheme|preceded|start(?:s|ing)?)\b(?: (?:it|the|your|token|key|with|by|of|is|using|string|value|a|an|word|literal))*\s+[`"']+([A-Za-z][\w-]*):?\s*[`"']/i.exec(
			text,
		) ??
		/[`"']([A-Za-z][\w-]{0,100})\s+[`"']{0,8}(?:prefix|scheme)\b/i.exec(text) ??
		/[`"']([A-Z][\w-]{0,40}) {1,8}[<{[$]?[\w -]{0,40}(?:key|token|secret|jwt|credential)[\w -]{0,40}[>}\]]*[`"']/i.exec(
			text,
		) ??
		[];
	if (
		prefix !== undefined &&
		!/^(?:authorization|https?|your|the)$/i.test(prefix)
	)
		return authorizationPlace(`${prefix} x`);
	return /\bbasic\b/i.test(text) ? basic : apiKey("header", "Authorization");
}

/** Ways that have a name of their own: "HTTP Basic authentication", "bearer tokens", OAuth 2. */
function named(text: string): readonly CredentialPlace[] {
	const found: CredentialPlace[] = [];
	const call = text.slice(indexOrEnd(text, /\bcurl\b/));
	const curl = /\s(?:-u|--user)\s/.test(call);
	if (curl || /\bbasic[ -](?:http |access )?auth|\bhttp[ -]basic\b/i.test(text))
		found.push(
			/\b(?:key|token)\b[^.]{0,40}\b(?:as|for|is) (?:the |your |a )?(?:basic auth )?user/i.test(
				text,
			) || /\s(?:-u|--user)\s+["']?[^\s:"']+:["']?(?:\s|$)/.test(call)
				? keyAsUser
				: basic,
		);
	if (
		/\bbearer[ -](?:\w+ )?(?:token|auth|scheme|jwt)|\b(?:access )?tokens? as (?:an? )?bearer|\boauth ?2|\bas a bearer\b/i.test(
			text,
		)
	)
		found.push(bearer);
	return found;
}

function indexOrEnd(text: string, pattern: RegExp): number {
	const at = text.search(pattern);
	return at < 0 ? text.length : at;
}

/** "the `api_key` query parameter", "the query parameter `token`", `?token={ACCESS_TOKEN}`. */
function namedQueries(text: string): readonly CredentialPlace[] {
	const names = [
		...text.matchAll(
			/`[?&]?([\w.-]+)(?:=[^`]*)?`\s+(?:query|URL|GET|request)?(?:[ -]string)?\s*(?:param|arg|var)/gi,
		),
		...text.matchAll(
			/\b(?:query|URL|GET)?(?:[ -]string)?\s*(?:param\w*|arg\w*|variable)\s+(?:named |called |of )?`[?&]?([\w.-]+)(?:=[^`]*)?`/gi,
		),
		...text.matchAll(
			/`[?&]?([\w.-]+)(?:=[^`]*)?`[^.`]{0,40}\b(?:query[ -]?string|query|URL)\b/gi,
		),
		...text.matchAll(/[?&]([\w.-]+)=/g),
	].map(([, name = ""]) => name);
	return names
		.filter(
			(name) =>
				secret.test(name) && !/^(?:page|next|grant|authuser)/i.test(name),
		)
		.filter((name) => !notKeys.test(name))
		.map((name) => apiKey("query", name));
}

/** What is passed while a token is got, and no credential of a request. */
const notKeys =
	/^(?:refresh_token|page_?token|next_?token|continuation_?token|authorization_code|password|client_secret|grant_type|token_type|author\w*)$/i;

/** "a session cookie named `sid`", "the `sid` cookie", `Cookie: sid=…`. */
function namedCookies(text: string): readonly CredentialPlace[] {
	const names = [
		...text.matchAll(
			/[`"*]([A-Za-z_][\w.-]{0,100})[`"*]{1,8}\s+(?:\w+ )?cookie\b/gi,
		),
		...text.matchAll(
			/\bcookie\s+(?:named |called |is |name |with the name )+[`"*]+([A-Za-z_][\w.-]*)[`"*=]/gi,
		),
		...text.matchAll(/\b(?:Set-)?Cookie:\s*([A-Za-z_][\w.-]*)=/g),
	].map(([, name = ""]) => name);
	return names
		.filter((name) => !/^(?:cookie|the|set-cookie)$/i.test(name))
		.map((name) => apiKey("cookie", name));
}
