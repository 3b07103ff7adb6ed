import { joinOrigins } from "../model/join-origins.ts";
import type { Credential, OAuth, SecurityScheme } from "../model/types.ts";
import { compareSpans } from "../text/span.ts";

/**
 * Makes one scheme of all that send the same credentials to the same places. A list that states which scheme is
 * preferred comes before what is read off examples.
 */
export function mergeSecurity(
	schemes: readonly SecurityScheme[],
): readonly SecurityScheme[] {
	const sorted = [...schemes].sort(
		(a, b) =>
			rank(a) - rank(b) || compareSpans(a.origins[0].span, b.origins[0].span),
	);
	const merged = new Map<string, SecurityScheme>();
	for (const scheme of sorted) {
		const key = scheme.credentials.map(keyOf).join(" ");
		const known = merged.get(key);
		merged.set(key, known === undefined ? scheme : mergeTwo(known, scheme));
	}
	return withoutBare([...merged.values()]);
}

function rank({ origins }: SecurityScheme): number {
	return origins[0].basis === "stated" ? 0 : 1;
}

function keyOf(credential: Credential): string {
	const { kind, in: place, parameter, prefix = "" } = credential;
	return `${kind} ${place} ${parameter.toLowerCase()} ${prefix}`;
}

/** "Send the key in the `Authorization` header" says less than an example with `Bearer` in front of the key. */
function withoutBare(
	schemes: readonly SecurityScheme[],
): readonly SecurityScheme[] {
	const fuller = schemes.find(
		(one) => inAuthorization(one) && !isBare(one) && one.credentials.length < 2,
	);
	if (fuller === undefined) return schemes;
	return schemes
		.filter((one) => !isBare(one))
		.map((one) => {
			if (one !== fuller) return one;
			const origins = schemes
				.filter(isBare)
				.reduce((all, bare) => joinOrigins(all, bare.origins), one.origins);
			return { ...one, origins };
		});
}

function inAuthorization({ credentials: [first] }: SecurityScheme): boolean {
	return (
		first?.in === "header" && /^authorization$/i.test(first?.parameter ?? "")
	);
}

function isBare(scheme: SecurityScheme): boolean {
	const [first] = scheme.credentials;
	return (
		inAuthorization(scheme) &&
		first?.kind === "apiKey" &&
		first.prefix === undefined
	);
}

function mergeTwo(a: SecurityScheme, b: SecurityScheme): SecurityScheme {
	const credentials = a.credentials.map((credential, index): Credential => {
		const other = b.credentials[index];
		if (other === undefined) return credential;
		const environment = credential.environment ?? other.environment;
		const description = credential.description ?? other.description;
		return {
			...credential,
			...(environment !== undefined && { environment }),
			...(description !== undefined && { description }),
			origins: joinOrigins(credential.origins, other.origins),
		};
	});
	const oauth = joinOAuth(a.oauth, b.oauth);
	return {
		...a,
		credentials,
		...(oauth !== undefined && { oauth }),
		origins: joinOrigins(a.origins, b.origins),
	};
}

/** The pages of one API tell of one way to its tokens: what one leaves out another may say. */
function joinOAuth(
	a: OAuth | undefined,
	b: OAuth | undefined,
): OAuth | undefined {
	if (a === undefined || b === undefined) return a ?? b;
	const authorizationUrl = a.authorizationUrl ?? b.authorizationUrl;
	const tokenUrl = a.tokenUrl ?? b.tokenUrl;
	const names = new Set(a.scopes.map(({ name }) => name));
	return {
		...(authorizationUrl !== undefined && { authorizationUrl }),
		...(tokenUrl !== undefined && { tokenUrl }),
		scopes: [...a.scopes, ...b.scopes.filter(({ name }) => !names.has(name))],
	};
}
