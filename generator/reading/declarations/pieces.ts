/** A part of a text and where it stands. */
export interface Piece {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const closes: Readonly<Record<string, string>> = {
	"(": ")",
	"{": "}",
	"[": "]",
};

/** A program that declares more types than this is read that far. */
const mostHeads = 200;

/** The places where declarations start, as a global pattern finds them. */
export function headsIn(
	text: string,
	pattern: RegExp,
): readonly RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	for (const match of text.matchAll(pattern))
		if (found.push(match) >= mostHeads) break;
	return found;
}

/** What stands between a bracket and the one that closes it, or the end. */
export function insideOf(
	text: string,
	open: number,
): { readonly start: number; readonly end: number } {
	const mark = text.charAt(open);
	const close = closes[mark] ?? "";
	let depth = 0;
	for (let at = open; at < text.length; at++) {
		if (text[at] === mark) depth++;
		else if (text[at] === close) depth--;
		if (depth === 0) return { start: open + 1, end: at };
	}
	return { start: open + 1, end: text.length };
}

/** The parts of a stretch of text between marks that stand in no brackets, quotes or comments of it. */
export function piecesOf(
	text: string,
	{ start, end }: { readonly start: number; readonly end: number },
	marks: string,
): readonly Piece[] {
	const found: Piece[] = [];
	let from = start;
	let depth = 0;
	let quote = "";
	const close = (at: number) => {
		const piece = text.slice(from, at);
		if (marks.includes("\n") && isAnnotation(piece)) return;
		if (piece.trim() !== "") found.push({ text: piece, start: from, end: at });
		from = at + 1;
	};
	for (let at = start; at < end; at++) {
		const one = text.charAt(at);
		if (quote !== "") {
			if (one === quote || one === "\n") quote = "";
		} else if (one === '"') quote = one;
		else if (one === "/" && text.charAt(at + 1) === "/") {
			const line = text.indexOf("\n", at);
			at = (line < 0 ? end : Math.min(line, end)) - 1;
		} else if (/[([{<]/.test(one)) depth++;
		else if (/[)\]}>]/.test(one)) depth = Math.max(0, depth - 1);
		else if (depth === 0 && marks.includes(one)) close(at);
	}
	close(end);
	return found;
}

/** Annotations and comments stand on lines of their own, in front of what they are about. */
function isAnnotation(piece: string): boolean {
	if (piece.length > 500) return false;
	const rest = piece
		.replace(/\/\/[^\n]*/g, "")
		.replace(/@\w+(?:\([^()]*\))?|\[[^\][]*\]/g, "");
	return rest.trim() === "" && piece.trim() !== "";
}
