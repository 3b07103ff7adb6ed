/** What a part of an operation's section is about. */
export type Role =
	| "path"
	| "query"
	| "header"
	| "cookie"
	| "body"
	| "parameters"
	| "responses"
	| "returns"
	| "example"
	| "security"
	| "permissions";

/** The words that open each part, matched against a whole heading or label, case aside. */
export type Vocabulary = readonly (readonly [Role, RegExp])[];

/** The words that docs use most. */
export const vocabulary: Vocabulary = [
	["path", /^(path|url|uri)\s+(param(eter)?s?|arguments?|variables?)$/i],
	["query", /^query(\s+string)?\s+(param(eter)?s?|arguments?)$/i],
	["header", /^(request\s+)?headers?(\s+param(eter)?s?)?$/i],
	["cookie", /^cookies?(\s+param(eter)?s?)?$/i],
	[
		"body",
		/^((request\s+)?body|form|payload)(\s+(param(eter)?s?|fields?|attributes?))?(\s*json)?$/i,
	],
	["parameters", /^(request\s+)?(param(eter)?s?|arguments?|attributes?)$/i],
	["responses", /^(responses?|response\s+codes?|status\s+codes?)$/i],
	["returns", /^(returns?|return\s+values?|response\s+(body|fields?))$/i],
	[
		"example",
		/^((sample|example)(\s+(requests?|calls?|usage))?|examples|returns?\s+examples?)$/i,
	],
	["security", /^(security|authentication|authorization)$/i],
	["permissions", /^(accepted|required)?\s*(permissions?|scopes?)\b.*$/i],
];

/** The role that a heading or label opens; marks that pages put behind headings do not count. */
export function roleOf(words: Vocabulary, text: string): Role | undefined {
	const bare = text
		.replace(/\s*expand\s*collapse\s*$/i, "")
		.replace(/:$/, "")
		.trim();
	return words.find(([, pattern]) => pattern.test(bare))?.[0];
}

/** A status that a heading starts with, `200 OK`, and what stands behind it. */
export function statusOf(
	text: string,
): { readonly status: string; readonly rest: string } | undefined {
	const match = /^([1-5](?:\d\d|xx)|default)\b[\s:,–—-]*(.*)$/i.exec(
		withoutSymbols(text),
	);
	const [, status, rest = ""] = match ?? [];
	if (status === undefined) return undefined;
	const written = /^\dxx$/i.test(status)
		? status.toUpperCase()
		: status.toLowerCase();
	return { status: written, rest };
}

/** Text without the pictures that docs put in front of headings and labels. */
export function withoutSymbols(text: string): string {
	return text
		.replace(
			/^(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|(?![\d#*])\p{Emoji}|\s)+(?=\S)/u,
			"",
		)
		.trim();
}

/** "Response 200", "Example response (201 Created)", "Returns `202`": the status that a label names behind its words. */
export function statusBehind(
	text: string,
): { readonly words: string; readonly status: string } | undefined {
	const [, words, status] =
		/^([^\d]{2,40}?)[\s([:,–—`-]+([1-5]\d\d)\b(?![.,]?\d)/.exec(text) ?? [];
	return words === undefined || status === undefined
		? undefined
		: { words, status };
}

/** The statuses that follow another in a row of them: `404, 409`, "404 or 410". */
export function statusesListed(rest: string): readonly string[] {
	const listed = /^(?:[\s,/|;`]|or\b|and\b|[1-5]\d\d\b)+\.?$/.test(rest);
	return listed ? (rest.match(/[1-5]\d\d/g) ?? []) : [];
}
