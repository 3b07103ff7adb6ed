/** Words of ours with words of the docs between them, so that each output can show those as what they are. */
export type Phrase = readonly (string | Quoted)[];

/** Text from the docs. */
export interface Quoted {
	readonly quoted: string;
}

/** `` phrase`query parameter ${name}` ``: what is put in is quoted, and a phrase is taken as it is. */
export function phrase(
	words: TemplateStringsArray,
	...values: readonly (string | Phrase)[]
): Phrase {
	const parts = words.flatMap((word, at): Phrase => {
		const value = values[at];
		if (value === undefined) return [word];
		return typeof value === "string"
			? [word, { quoted: value }]
			: [word, ...value];
	});
	return parts.filter((part) => part !== "");
}

/** Each text quoted, with commas between them. */
export function listed(texts: readonly string[]): Phrase {
	return texts.flatMap((text, at): Phrase => {
		const quoted = { quoted: text };
		return at === 0 ? [quoted] : [", ", quoted];
	});
}

/** The phrase as plain text, the docs' words between backticks. */
export function printPhrase(words: Phrase): string {
	return words
		.map((word) => (typeof word === "string" ? word : `\`${word.quoted}\``))
		.join("");
}
