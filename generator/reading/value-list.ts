import type { List } from "mdast";
import { plainText } from "../markdown/block.ts";
import { readBullets } from "../markdown/bullets.ts";
import type { Reader } from "./fragment.ts";

/** True when a description ends with words that announce a list of values: "It can be one of the following:". */
export function announcesValues(text: string): boolean {
	const last = /[^.!?]*[.!?:]?\s*$/.exec(text.trim())?.[0] ?? "";
	return (
		/\b(?:(?:valid|allowed|possible|accepted|permitted|supported|available|legal) (?:\w+ )?(?:values?|options?|choices|types?|states?|modes?|status(?:es)?)|possible \w+(?=:)|(?:one|any) of(?: the)?(?: following)?(?: \w+)?|following (?:values?|options?|choices|states?|strings)|values are|options are|can (?:be|have)|must be)\b[^.]*:?$/i.test(
			last,
		) && !/\b(?:fields|keys|attributes|properties|parameters)\b/i.test(last)
	);
}

/** True when the announcing words leave no doubt that they are values, though some bullets may only describe them. */
export function namesValues(text: string): boolean {
	return (
		announcesValues(text) &&
		/\b(?:values?|options?|choices)\b[^.]*:?$/i.test(text.trim())
	);
}

/** The values that bullets list, each in code or quotes at its start; nothing when one of them is none. */
export function valuesOf(
	list: List,
	{ source }: Reader,
): readonly string[] | undefined {
	const values: string[] = [];
	for (const { head } of readBullets(source, list)) {
		const [first] = head;
		if (first === undefined) return undefined;
		const quoted = /^["“']([^"”']+)["”']/.exec(plainText(first))?.[1];
		const coded =
			first.type === "inlineCode" || first.type === "strong"
				? plainText(first).replace(/^"|"?:?$/g, "")
				: undefined;
		const value = quoted ?? coded;
		// "in progress" is a value; a sentence is none.
		if (value === undefined || !/^[^\s{}<>]+(?: [^\s{}<>]+){0,2}$/.test(value))
			return undefined;
		values.push(value);
	}
	return values.length > 1 ? values : undefined;
}
