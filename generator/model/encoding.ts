/** How a body of a media type is written: with names for its fields, or as it is given. */
export type Encoding = "json" | "form" | "multipart" | "raw";

/** The encoding that a media type stands for; a type that nothing is known of is sent as it is. */
export function encodingOf(mediaType: string): Encoding {
	if (/json/i.test(mediaType) && !/ndjson|jsonl|json-seq/i.test(mediaType))
		return "json";
	if (/^application\/x-www-form-urlencoded/i.test(mediaType)) return "form";
	return /^multipart\//i.test(mediaType) ? "multipart" : "raw";
}
