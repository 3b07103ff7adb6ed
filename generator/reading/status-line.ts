/** A status that a heading starts with, `200 OK`, and what stands behind it. */
export function statusOf(
	text: string,
): { readonly status: string; readonly rest: string } | undefined {
	const match = /^([1-5](?:\d\d|xx)|default)\b[\s:,–—-]*(.*)$/i.exec(
		withoutSymbols(text),
	);
	const [, status, rest = ""] = match ?? [];
	if (status === undefined) return undefined;
	// "Default Behavior" is about something else.
	if (
		status === "Default" &&
		rest !== "" &&
		!/\b(?:response|error)/i.test(rest)
	)
		return undefined;
	const written = /^\dxx$/i.test(status)
		? status.toUpperCase()
		: status.toLowerCase();
	return { status: written, rest };
}

/** Text without the pictures that docs put in front of headings and labels. */
export function withoutSymbols(text: string): string {
	if (/^[A-Za-z]/.test(text)) return text.trim();
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
