import type { Credential, SecurityScheme } from "../model/types.ts";
import type { Span } from "../text/span.ts";

type Place = Pick<Credential, "kind" | "in" | "parameter" | "name">;

const secret = /key|token|secret|auth|pass|credential|session/i;

/** Headers that every request has, secret or not. */
const common =
	/^(?:accept|content-type|content-length|host|user-agent|date|link|server|location)$/i;

/**
 * The ways to authenticate that words or code about it show: ``the `X-Api-Key` header``, `Authorization: Bearer <token>`,
 * `?token=…`, `curl -u name`. What is ruled out, "basic authentication is not supported", is none.
 */
export function schemesIn(text: string, span: Span): readonly SecurityScheme[] {
	const said = text
		.split(/(?<=[.!?])\s+(?=[A-Z])/)
		.filter(
			(one) =>
				!/\b(?:not|no longer|never|don't|cannot|isn't|deprecated)\b/i.test(one),
		)
		.join(" ");
	const found = [
		...headerLines(said),
		...namedHeaders(said),
		...namedQueries(said),
	];
	if (/\bcurl\b.*\s(?:-u|--user)\s/s.test(said)) found.push(basic);
	const places = new Map(
		found.map((one) => [`${one.kind} ${one.in} ${one.parameter}`, one]),
	);
	return [...places.values()].map((place) => schemeFor(place, span));
}

const bearer: Place = {
	kind: "bearer",
	in: "header",
	parameter: "Authorization",
	name: "token",
};
const basic: Place = {
	kind: "basic",
	in: "header",
	parameter: "Authorization",
	name: "username",
};

/** `Authorization: Bearer x`, `X-Api-Key: x`. */
function headerLines(text: string): Place[] {
	const lines = text.matchAll(
		/(?:^|[`"'\s])([A-Za-z][\w-]*):\s*([A-Za-z]+(?=[ ])|\S)/gm,
	);
	return [...lines].flatMap(([, name = "", word = ""]) => {
		if (/^authorization$/i.test(name)) return [authorization(word)];
		const known = name.includes("-") && secret.test(name) && !common.test(name);
		return known ? [apiKey("header", name)] : [];
	});
}

function authorization(word: string): Place {
	if (/^bearer$/i.test(word)) return bearer;
	return /^basic$/i.test(word) ? basic : apiKey("header", "Authorization");
}

/** "the `X-Api-Key` header", "a header named `Session-Token`"; one of `Authorization` says more in its value. */
function namedHeaders(text: string): Place[] {
	if (!secret.test(text.replace(/`[^`]*`/g, ""))) return [];
	const names = [
		...text.matchAll(
			/[`"*]+([A-Za-z][\w-]*)[`"*]+\s+(?:HTTP |request )?header/gi,
		),
		...text.matchAll(
			/\bheaders?\s+(?:named |called |field |key |name |is )?[`"*]+([A-Za-z][\w-]*)[`"*]+/gi,
		),
	].map(([, name = ""]) => name);
	return names.flatMap((name) => {
		if (common.test(name)) return [];
		if (!/^authorization$/i.test(name)) return [apiKey("header", name)];
		if (/\bbearer\b/i.test(text)) return [bearer];
		return /\bbasic\b/i.test(text) ? [basic] : [];
	});
}

/** "the `api_key` query parameter", "the query parameter `token`", `?token={ACCESS_TOKEN}`. */
function namedQueries(text: string): Place[] {
	const names = [
		...text.matchAll(
			/`\??([\w.-]+)(?:=[^`]*)?`\s+(?:query|URL|GET)(?:[ -]string)?\s+(?:param|arg|var)/gi,
		),
		...text.matchAll(
			/\b(?:query|URL)(?:[ -]string)?\s+(?:param\w*|arg\w*|variable)\s+(?:named |called )?`([\w.-]+)`/gi,
		),
		...text.matchAll(/https?:\/\/\S*?[?&]([\w.-]+)=/g),
	].map(([, name = ""]) => name);
	return names
		.filter((name) => secret.test(name))
		.map((name) => apiKey("query", name));
}

function apiKey(place: "header" | "query", parameter: string): Place {
	const name = parameter
		.replace(/^x-/i, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "_");
	return {
		kind: "apiKey",
		in: place,
		parameter,
		name: name === "authorization" ? "api_key" : name,
	};
}

const titles = {
	bearer: "Bearer token",
	basic: "Basic authentication",
	apiKey: "API key",
} as const;

function schemeFor(place: Place, span: Span): SecurityScheme {
	const origins = [{ span, basis: "stated" }] as const;
	return {
		title: titles[place.kind],
		credentials:
			place.kind === "basic"
				? [
						{ ...place, origins },
						{ ...place, name: "password", origins },
					]
				: [{ ...place, origins }],
		origins,
	};
}
