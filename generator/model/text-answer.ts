import type { Operation } from "./types.ts";

/**
 * True when every success of an operation answers text that a caller wants as it is: plain text, CSV, XML, YAML. A stream
 * of events is none, as it may never end, and a page of HTML where JSON was to come is a fault and no answer.
 */
export function answersText({ responses }: Operation): boolean {
	const successes = responses.filter(({ status }) => /^2/.test(status));
	return (
		successes.length > 0 &&
		successes.every(({ mediaType = "" }) => text.test(mediaType))
	);
}

const text = /^text\/(?!event-stream|json)|[/+](?:xml|yaml)\s*(?:;|$)/i;

/** True when every success of an operation answers bytes: a file, an image, an archive. */
export function answersBytes({ responses }: Operation): boolean {
	const successes = responses.filter(({ status }) => /^2/.test(status));
	return (
		successes.length > 0 &&
		successes.every(({ mediaType = "" }) => bytes.test(mediaType))
	);
}

const bytes =
	/^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:octet-stream|pdf|zip|gzip|x-tar|x-gzip|vnd\.openxml|vnd\.ms-))/i;
