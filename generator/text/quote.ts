/**
 * JSON on one line. Characters that cannot be seen, or that turn the text around them, are escapes, so that a file looks
 * like what it holds.
 */
export function quote(value: unknown): string {
	const json = JSON.stringify(value);
	// Most text is ASCII, and there is a lot of it.
	if (/^[ -~]*$/.test(json)) return json;
	return json.replace(unseen, (unit) => {
		const digits = unit.charCodeAt(0).toString(16).padStart(4, "0");
		return `\\u${digits}`;
	});
}

/** Controls, soft hyphens, zero-width and direction marks, line separators, byte order marks, halves of tags. */
const unseen =
	/[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40|(?<=\udb40)[\udc00-\udfff]/g;
