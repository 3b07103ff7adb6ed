/** A number from 0 up to `end`, exclusive. */
export type Pick = (end: number) => number;

/** An input made of another: pieces cut, doubled, moved in from a third, and words put in; no longer than `most`. */
export function mutate(
	input: Buffer,
	other: Buffer,
	words: readonly Buffer[],
	{ pick, most }: { readonly pick: Pick; readonly most: number },
): Buffer {
	let made = input;
	for (let left = 1 + pick(4); left > 0; left--) {
		const at = pick(made.length + 1);
		const end = Math.min(made.length, at + 1 + pick(32));
		const piece = pieceOf(pick(6), { made, at, end, other, words, pick });
		const kept = pick(2) === 0 ? end : at;
		made = Buffer.concat([made.subarray(0, at), piece, made.subarray(kept)]);
	}
	return made.subarray(0, most);
}

function pieceOf(
	kind: number,
	{
		made,
		at,
		end,
		other,
		words,
		pick,
	}: {
		readonly made: Buffer;
		readonly at: number;
		readonly end: number;
		readonly other: Buffer;
		readonly words: readonly Buffer[];
		readonly pick: Pick;
	},
): Buffer {
	const [word = made] = words.slice(pick(words.length));
	if (kind === 0) return Buffer.alloc(0);
	if (kind === 1) return made.subarray(at, end);
	if (kind === 2) return Buffer.from([pick(256)]);
	if (kind === 3) {
		const from = pick(other.length + 1);
		return other.subarray(from, from + pick(128));
	}
	return word;
}
