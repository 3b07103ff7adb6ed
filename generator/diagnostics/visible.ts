/** Characters that a terminal obeys, hides or reorders by; line feeds and tabs are among them. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text from the docs as a terminal may see it: what it would obey or hide is spelt out, `\x1b`; lines stay lines. */
export function visibleText(text: string): string {
	return text.replace(unseen, (character) =>
		character === "\n" || character === "\t" ? character : spell(character),
	);
}

/** The same for text that has to stay on one line: line feeds are spelt out too, tabs become a space. */
export function visibleLine(text: string): string {
	return text.replace(unseen, (character) =>
		character === "\t" ? " " : spell(character),
	);
}

function spell(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	const digits = code.toString(16);
	if (code <= 0xff) return `\\x${digits.padStart(2, "0")}`;
	return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\u{${digits}}`;
}
