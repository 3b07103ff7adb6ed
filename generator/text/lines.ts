/** Where each line of a text starts; `\n`, `\r\n` and `\r` end a line. */
export function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10))
			starts.push(at + 1);
	}
	return starts;
}

/** Where a line ends, by its index from 0, its line end left out. */
export function lineEnd(
	text: string,
	starts: readonly number[],
	index: number,
): number {
	const next = starts[index + 1];
	if (next === undefined) return text.length;
	const pair =
		text.charCodeAt(next - 1) === 10 &&
		next - 2 >= (starts[index] ?? 0) &&
		text.charCodeAt(next - 2) === 13;
	return pair ? next - 2 : next - 1;
}
