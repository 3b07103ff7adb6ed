/** A line of a text and where it starts. */
export interface Line {
	readonly text: string;
	readonly start: number;
}

/** The lines of a text with their places. */
export function linesOf(text: string): readonly Line[] {
	let start = 0;
	return text.split("\n").map((line) => {
		const at = start;
		start += line.length + 1;
		return { text: line.replace(/\r$/, ""), start: at };
	});
}
