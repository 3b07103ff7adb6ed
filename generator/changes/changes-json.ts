import type { Change } from "../model/diff/change.ts";
import { type Phrase, printPhrase } from "../model/diff/phrase.ts";
import { byRequest, sentenceOf } from "./sentence.ts";

/** The changes for a program: nothing is cut, every operation and every place is there. */
export function changesJson(changes: readonly Change[]) {
	return changes.map((change) => {
		const { rule, impact, part, detail, before, after, ...rest } = change;
		return {
			rule,
			impact,
			message: printPhrase(sentenceOf(change, byRequest)),
			part: printPhrase(part),
			...(detail !== undefined && { detail: printPhrase(detail) }),
			...(before !== undefined && { before: asText(before) }),
			...(after !== undefined && { after: asText(after) }),
			...rest,
		};
	});
}

/** A text of the docs as it is; anything else in words. */
function asText(words: Phrase): string {
	const [only, ...others] = words;
	return typeof only === "object" && others.length === 0
		? only.quoted
		: printPhrase(words);
}
