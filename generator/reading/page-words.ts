import type { PartWords } from "./part-role.ts";

/**
 * The words that open parts on a page of bare lines, where nothing but its words tells a heading from text: few, and
 * nothing that could be a field or a value.
 */
export const pageWords: PartWords = [
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
