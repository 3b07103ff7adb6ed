/** A word, a quoted text, a number, or a mark of a type notation. */
export interface Token {
	readonly kind: "word" | "text" | "number" | "mark";
	readonly text: string;
}

const pattern =
	/\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d+(?:\.\d+)?)(?![\w.])|([\p{L}_$][\p{L}\p{N}_$.-]*)|(\[\]|…|\.\.\.|[[\](){}<>,;|&?:=*]))/uy;

/** Splits a type notation; nothing when it holds what no notation uses. */
export function tokenize(text: string): readonly Token[] | undefined {
	const tokens: Token[] = [];
	// Converters write `¦` where `|` would end a cell.
	const trimmed = text.trim().replaceAll("¦", "|");
	pattern.lastIndex = 0;
	while (pattern.lastIndex < trimmed.length) {
		const match = pattern.exec(trimmed);
		if (match === null) return undefined;
		const [, double, single, number, word, mark] = match;
		const quoted = double ?? single;
		if (quoted !== undefined) tokens.push({ kind: "text", text: quoted });
		else if (number !== undefined)
			tokens.push({ kind: "number", text: number });
		else if (word !== undefined) tokens.push({ kind: "word", text: word });
		else tokens.push({ kind: "mark", text: mark ?? "" });
	}
	return tokens;
}
