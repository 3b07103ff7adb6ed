/**
 * Cuts a text that comes in pieces into lines, wherever the pieces are cut: takes the next piece and gives the lines that
 * end in it; behind the last piece also what has no end. `ends`, a global expression, matches the end of a line.
 */
export function createSplitter(
	ends: RegExp,
	limit: number,
): (piece: string, last: boolean) => Iterable<string> {
	let rest = "";
	let afterReturn = false;
	return function* (piece, last) {
		// "a\r" + "\nb": the line has ended already.
		const text = afterReturn ? piece.replace(/^\n/, "") : piece;
		let start = 0;
		for (const { 0: end, index } of text.matchAll(ends)) {
			yield within(limit, rest + text.slice(start, index));
			rest = "";
			start = index + end.length;
		}
		if (piece)
			afterReturn = start > 0 && start === text.length && text.endsWith("\r");
		rest = within(limit, rest + text.slice(start));
		if (last && rest) yield rest;
	};
}

/** The text, if it has no more characters than `limit`; a `RangeError` otherwise. */
export function within(limit: number, text: string): string {
	if (text.length > limit) throw new RangeError(`more than ${limit} bytes`);
	return text;
}
