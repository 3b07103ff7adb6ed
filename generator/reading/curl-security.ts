import type { SecurityScheme } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import {
	apiKey,
	authorizationPlace,
	basic,
	type CredentialPlace,
	keyAsUser,
	schemesFor,
} from "./credential-place.ts";
import type { CurlCommand } from "./curl.ts";

/**
 * The schemes that a request shows: `Authorization: Bearer $ACME_API_TOKEN`, `X-Api-Key: $KEY`, `-u name:password`,
 * `?api_key=$KEY`, a cookie of a session.
 */
export function schemesOf(
	{ headers, url, user, cookie }: CurlCommand,
	span: Span,
): readonly SecurityScheme[] {
	const found = headers.flatMap(([name, value]) => inHeader(name, value));
	if (user !== undefined) found.push(asUser(user));
	const query = /\?([^#]*)/.exec(url)?.[1] ?? "";
	for (const pair of query.split("&")) {
		const [name = "", value = ""] = pair.split("=");
		if (keys.test(name))
			found.push({ ...apiKey("query", name), ...variableIn(value) });
	}
	for (const pair of (cookie ?? "").split(";")) {
		const [name = "", value = ""] = pair.trim().split("=");
		if (/sess|auth|token|sid$|jwt/i.test(name))
			found.push({ ...apiKey("cookie", name), ...variableIn(value) });
	}
	return schemesFor(found, span, "inferred");
}

const keys =
	/^(?:api[-_]?key|api[-_]?token|access[-_]?token|access[-_]?key|auth[-_]?token|auth[-_]?key|app[-_]?key|subscription-key)$/i;

/** Headers of other names that carry a secret of the caller: `X-Api-Key`, `X-Auth-Token`, `PRIVATE-TOKEN`. */
const secretHeader =
	/^(?:x-)?(?:[\w-]*-)?(?:api-?key|apikey|auth-?(?:token|key)|access-?(?:token|key)|api-?token|private-token|session-token|app-?key|auth|token|subscription-key|secret-key)$/i;

function inHeader(name: string, value: string): CredentialPlace[] {
	if (/^authorization$/i.test(name)) {
		if (computed.test(value)) return [];
		const place = authorizationPlace(value);
		const { prefix, kind } = place;
		// What was meant is a scheme of its own, or a secret of several words.
		if (prefix !== undefined && /[<{]/.test(prefix)) return [];
		const bare = value.replace(/^\S+\s+(?:\w+=)?/, "");
		const { environment } = variableIn(
			kind === "apiKey" && prefix === undefined ? value : bare,
		);
		if (kind === "basic") return [place];
		return [
			{
				...place,
				...(kind === "bearer" && { name: credentialName(environment) }),
				...(environment !== undefined && { environment }),
			},
		];
	}
	return secretHeader.test(name)
		? [{ ...apiKey("header", name), ...variableIn(value) }]
		: [];
}

/** What is made of each request anew is no secret that can be held. */
const computed =
	/^(?:digest|hawk|hmac\S*|aws\S*|signature|ntlm|negotiate|oauth(?= ))\b/i;

/** `name:password`; a key with nothing behind its colon, or alone, takes the place of the name. */
function asUser(user: string): CredentialPlace {
	const [name = "", ...password] = user.split(":");
	const alone = password.join(":") === "" || /^x$/i.test(password.join(":"));
	const key =
		alone && (user.endsWith(":") || /key|token|secret|^sk_|^pk_/i.test(name));
	return key || (alone && password.length > 0)
		? { ...keyAsUser, ...variableIn(name) }
		: basic;
}

function variableIn(text: string): { readonly environment?: string } {
	const variable = /^\$\{?([A-Z][A-Z0-9_]*)\}?$/.exec(text.trim())?.[1];
	return variable === undefined ? {} : { environment: variable };
}

/** `ACME_API_TOKEN` names an `api_token`; a variable in other words, or none, a `token`. */
function credentialName(variable: string | undefined): string {
	const known = /(?:^|_)((?:API|ACCESS|AUTH)_(?:TOKEN|KEY)|TOKEN|KEY)$/;
	return known.exec(variable ?? "")?.[1]?.toLowerCase() ?? "token";
}
