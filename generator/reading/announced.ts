/** What a sentence says about the list, table or code behind it. */
export interface Announced {
	readonly side?: "request" | "response";
	/** The property that it is about: `data` of "The `data` section has the following format:". */
	readonly property?: string;
}

const request =
	/\b(?:param(?:eter)?s?|arguments?|query string|request body|payload|accepts?|takes|filters?|options?|you (?:can|may|must) (?:set|send|pass|provide|specify))\b/i;
const response =
	/\b(?:respon(?:se|ds?)|returns?|returned|answers?|result|output|contains the following|consists of)\b/i;

const leftOut =
	/\b(?:not|no|without|except(?: for)?|omits?|lacks?|excludes?)\s+(?:the\s+|an?\s+)?$/i;

/** Reads the words in front of a block; those about both sides say neither. */
export function announcedBy(written: string): Announced {
	const text = written.replace(/\s+/g, " ");
	const sides = [request.test(text), response.test(text)];
	const named =
		/`"?([\w-]+)"?`\s+(?:section|property|field|key|member|object|part|array|attribute|element)\b/.exec(
			text,
		);
	// "… and not the `notes` field:" is about what is left out.
	const before = named === null ? "" : text.slice(0, named.index);
	const property = leftOut.test(before) ? undefined : named?.[1];
	const announces = /[:：]\s*$|\b(?:as follows|following)\b/i.test(text);
	return {
		...(sides[0] === true && sides[1] === false && { side: "request" }),
		...(sides[0] === false && sides[1] === true && { side: "response" }),
		...(property !== undefined && announces && { property }),
	};
}

/**
 * True for words that speak of the answer's own fields, whatever part they stand in: "Each returned bed contains:".
 * "To limit the returned beds, use:" does not.
 */
export function announcesAnswer(written: string): boolean {
	return (
		announcedBy(written).side === "response" &&
		/\b(?:contain(?:s|ing)?|consists? of|has|have|having|includes?|including|comprises|returns|are|is)(?: \w+){0,4}\s*[:：]\s*$/i.test(
			written,
		)
	);
}
