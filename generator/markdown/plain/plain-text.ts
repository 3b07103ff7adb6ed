/** A stretch of made text, and the stretch of the document that it stands for. */
export interface Piece {
	/** Where it starts in the made text. */
	readonly at: number;
	readonly length: number;
	readonly start: number;
	readonly end: number;
	/** True when it is the document's own text, so that each character has its place. */
	readonly same: boolean;
}

/** Text that is made from a document's, each stretch with its place. */
export interface PlainDraft {
	readonly text: () => string;
	readonly pieces: readonly Piece[];
	/** Takes over a stretch of the document. */
	readonly keep: (start: number, end: number) => void;
	/** Writes other words for a stretch of the document. */
	readonly say: (text: string, start: number, end: number) => void;
	/** Ends the block that is open: a blank line, unless there is one. */
	readonly part: (at: number) => void;
}

/** Starts with no text. */
export function draftPlain(source: string): PlainDraft {
	const pieces: Piece[] = [];
	const texts: string[] = [];
	let at = 0;
	let tail = "\n\n";
	const add = (text: string, start: number, end: number, same: boolean) => {
		if (text === "") return;
		pieces.push({ at, length: text.length, start, end, same });
		texts.push(text);
		at += text.length;
		tail = text.length > 1 ? text.slice(-2) : (tail + text).slice(-2);
	};
	return {
		pieces,
		text: () => texts.join(""),
		keep: (start, end) => add(source.slice(start, end), start, end, true),
		say: (text, start, end) => add(text, start, end, false),
		part(place) {
			if (tail === "\n\n") return;
			add(tail.endsWith("\n") ? "\n" : "\n\n", place, place, false);
		},
	};
}

/** The offsets of the document that two offsets of the made text stand for; never an empty stretch. */
export function backTo(
	pieces: readonly Piece[],
	from: number,
	to: number,
): readonly [number, number] {
	const first = pieceAt(pieces, from);
	const last = pieceAt(pieces, Math.max(from, to - 1));
	if (first === undefined || last === undefined) return [0, 1];
	const start = first.same ? first.start + (from - first.at) : first.start;
	const end = last.same ? last.start + (to - last.at) : last.end;
	if (end > start) return [start, end];
	return [start, Math.max(start + 1, first.end)];
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		const piece = pieces[middle];
		if (piece !== undefined && piece.at <= at) low = middle;
		else high = middle - 1;
	}
	return pieces[low];
}
