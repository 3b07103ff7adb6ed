import { singular, wordsOf } from "../text/words.ts";

/** The words of a resource's segment for one of its things: `ipsec_tunnels` → `ipsec`, `tunnel`. */
export function singularWords(name: string): readonly string[] {
	const words = wordsOf(name);
	return [...words.slice(0, -1), singular(words.at(-1) ?? "")];
}

/** Words behind others: `hive` and `hive queen` say `hive queen`, and no word is said twice in a row. */
export function overlapped(
	path: readonly string[],
	words: readonly string[],
): readonly string[] {
	const front = withoutRepeats(path);
	let length = Math.min(front.length, words.length);
	while (length > 0 && !endsWith(front, words.slice(0, length))) length--;
	return withoutRepeats([...front, ...words.slice(length)]);
}

function withoutRepeats(words: readonly string[]): readonly string[] {
	return words.filter((word, index) => word !== words[index - 1]);
}

/** True when the words end with the others. */
export function endsWith(
	words: readonly string[],
	end: readonly string[],
): boolean {
	return end.every((word, index) => words.at(index - end.length) === word);
}
