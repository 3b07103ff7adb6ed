import type { Authentication } from "../model/types.ts";
import type { Span } from "../text/span.ts";

const no =
	/^(?:no(?:ne|t (?:required|needed|necessary))?|false|n\/a|nil|null|-+|public|open|anonymous|optional|keine?|ninguna?|aucune?)\b\W*(?:\w+\W*){0,4}$/i;
const yes =
	/^(?:yes|true|required|needed|oui|sí|si|ja|y|bearer|basic|jwt|token|api[ -]?key|oauth|session|cookie|user|admin|login|mandatory|always|http basic)\b/i;

/** What the value of a label such as "Auth required" says: `YES`, `None`, `Bearer token`. */
export function authenticationOf(
	value: string,
	span: Span,
): Authentication | undefined {
	const bare = value.replace(/[`*_]/g, "").trim();
	if (no.test(bare)) return said(false, span);
	return yes.test(bare) ? said(true, span) : undefined;
}

const open = [
	/\b(?:no|without(?: any)?) (?:auth(?:entication|orization)?|api key|credentials|token|login)(?: (?:or|and) \w+)? (?:is |are )?(?:required|needed|necessary)\b/i,
	/\b(?:does not|doesn't|do not|don't|need not) (?:require|need)(?: to be)? (?:any |an? )?(?:auth|api key|credentials|token|login)/i,
	/\b(?:auth(?:entication|orization)?|api key|token|credentials)(?: (?:is|are))? (?:not|n't) (?:required|needed|necessary)\b/i,
	/\bcan be called (?:anonymously|without (?:auth|credentials|an? (?:api key|token)))/i,
	/\bis (?:a )?public(?:ly (?:available|accessible))?(?: endpoint)?[.,]/i,
];
const closed =
	/\b(?:auth(?:entication|orization)?|api key|login|valid token|bearer token|access token)\b(?: \w+)? (?:is |are )?(?:required|needed|mandatory)\b|\brequires? (?:an? |valid |user |admin |bearer |to be )*(?:auth(?:entication|orization|enticated)|api key|access token|bearer token|credentials|login)\b|\bmust be (?:authenticated|logged in)\b/i;

/** What a sentence of an operation's description says of it: "No authentication required." */
export function authenticationIn(
	text: string,
	span: Span,
): Authentication | undefined {
	const short = text.slice(0, 4_000).replace(/\s+/g, " ");
	// Of a part of the fields, or of some callers, is nothing of the operation.
	if (
		/\b(?:if|unless|when|only for|some|field|parameter|otherwise)\b/i.test(
			short,
		)
	)
		return undefined;
	if (open.some((pattern) => pattern.test(short))) return said(false, span);
	return closed.test(short) ? said(true, span) : undefined;
}

function said(required: boolean, span: Span): Authentication {
	return { required, origins: [{ span, basis: "stated" }] };
}
