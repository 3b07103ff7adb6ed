import { markdownCode } from "../code/markdown-text.ts";
import type { Phrase } from "../model/diff/phrase.ts";

/** Words of ours as they are, words of the docs as code; for a cell of a table. */
export function cellPhrase(words: Phrase): string {
	return words
		.map((word) =>
			typeof word === "string" ? word : markdownCode(word.quoted),
		)
		.join("");
}

/** The same for a line of a list, where a bar needs no mark before it. */
export function linePhrase(words: Phrase): string {
	return cellPhrase(words).replaceAll("\\|", "|");
}

/** A sentence begins with a capital, unless it begins with code. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
