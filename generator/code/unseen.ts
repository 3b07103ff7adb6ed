/**
 * What a reader of source cannot see: controls, line separators, directions, joiners, the byte order mark, tags, selectors
 * of variants beyond those of emoji, and halves of surrogate pairs. Tab and line feed are not among them.
 */
export const unseen =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	/[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/** The text with `<U+202E>` for each unseen character, and a space for each that would end a line. */
export function showUnseen(text: string): string {
	// Most text is ASCII, and there is a lot of it.
	if (/^[\t\n -~]*$/.test(text)) return text;
	return text
		.replace(/\r\n?/g, "\n")
		.replace(/[\v\f\x85\u2028\u2029]/g, " ")
		.replace(unseen, (unit) => `<U+${codeOf(unit).toUpperCase()}>`);
}

/** `\u202e`: how an unseen character is written in a literal; beyond the first plane, as its two halves. */
export function escapeUnseen(character: string): string {
	return character
		.split("")
		.map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`)
		.join("");
}

function codeOf(character: string): string {
	return (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
}
