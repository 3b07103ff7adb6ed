/** "Required." and "Optional." as sentences, or at the start. */
export function requiredIn(text: string): boolean | undefined {
	if (
		/^\W*(?:required|mandatory)\b(?! (?:when|if|for|only|unless|by))|(?:^|[.;]\s+)\**(?:this (?:field|parameter) is )?required\**\.?\**(?=$|\s(?!when|if|for|only|unless|by))|\((?:required|mandatory)\)|(?<!\b(?:one|either|any|some) of [^.]{0,80})\bmust be (?:provided|specified|supplied|given)\s*(?:[.,;]|$)/i.test(
			text,
		)
	)
		return true;
	if (
		/^\W*optional(?:ly)?\b|(?:^|[.;,]\s+)\**(?:this (?:field|parameter) is )?optional\**\.?\**(?=$|[\s.])|\(optional\)/i.test(
			text,
		)
	)
		return false;
	return undefined;
}

/** "Required if `type` is `card`", "Only for `bank`": a field that is not always there, whatever a mark says. */
export function isConditional(text: string): boolean {
	return conditional.some((form) => form.test(text.replace(/\s+/g, " ")));
}

const need = "(?:required|mandatory|needed|obligatory)";
/** Code or quotes say that a condition is on a value; "when creating a hive" may be what the docs are about. */
const valued = '[^.;]{0,60}?[`"“]';
const sentence = "(?:^|[.;:(] ?|[-–—] )\\**";

const conditional: readonly RegExp[] = [
	new RegExp(
		`${sentence}(?:this (?:field|parameter|property) is |it is |is |must be set |also )?(?:only )?${need}(?: only)? (?:(?:if|unless)\\b(?! (?:you|creating|updating|using|calling)\\b)|(?:when|for|with)\\b${valued})`,
		"i",
	),
	new RegExp(
		`${sentence}(?:this (?:field|parameter|property) is |it is |is )?only (?:(?:used|valid|sent|set|allowed|accepted|available|present|returned|given|applicable|applies|relevant|supported|meaningful|there) )?(?:if|when|for|with)\\b${valued}`,
		"i",
	),
];

const places =
	/\b(?:specif\w*|given|pass(?:ed)?|provided|sent|send|set|supplied|part)\b[^.]{0,60}?\b(?:as|in|via|through|on|using|of)\b[^.]{0,40}?\b(query|path|url|uri|header|body|payload)\b/i;

/** "This is specified as part of the path", "Specify this as a query string parameter". */
export function locationIn(
	text: string,
): "path" | "query" | "header" | "body" | undefined {
	const [sentence = "", place] = places.exec(text) ?? [];
	// `?name=…` is what a query looks like, whatever the words around it call it.
	const query =
		/\(\s*`\?\w[\w.-]*=/.test(text) ||
		/\b(?:url|uri)\s+query\b|\bquery(?:[ -]string)?(?: parameter)?\b/i.test(
			`${sentence}${text.slice(text.indexOf(sentence) + sentence.length, text.indexOf(sentence) + sentence.length + 25)}`,
		);
	switch (place?.toLowerCase()) {
		case "query":
			return "query";
		case "path":
		case "url":
		case "uri":
			return query ? "query" : "path";
		case "header":
			return "header";
		case "body":
		case "payload":
			return "body";
		default:
			return undefined;
	}
}
