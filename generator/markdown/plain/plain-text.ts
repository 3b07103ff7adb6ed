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
	// A stretch of the document that is taken over line by line, and is one text.
	let run = { start: 0, end: 0 };
	const endRun = (): void => {
		texts.push(source.slice(run.start, run.end));
		run = { start: run.end, end: run.end };
	};
	const add = (length: number, stretch: Omit<Piece, "at" | "length">) => {
		pieces.push({ at, length, ...stretch });
		at += length;
	};
	const say = (text: string, start: number, end: number): void => {
		if (text === "") return;
		endRun();
		texts.push(text);
		add(text.length, { start, end, same: false });
		tail = text.length > 1 ? text.slice(-2) : (tail + text).slice(-2);
	};
	return {
		pieces,
		text() {
			endRun();
			return texts.join("");
		},
		keep(start, end) {
			if (end <= start) return;
			if (run.end !== start) {
				endRun();
				run = { start, end };
			} else run.end = end;
			add(end - start, { start, end, same: true });
			tail = (tail + source.slice(Math.max(start, end - 2), end)).slice(-2);
		},
		say,
		part(place) {
			if (tail === "\n\n") return;
			say(tail.endsWith("\n") ? "\n" : "\n\n", place, place);
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
