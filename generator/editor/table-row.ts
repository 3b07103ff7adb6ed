/** The cells of a row of a table and where each begins and ends in its line; bars that are escaped, or in code, divide nothing. */
export function cellsOf(line: string): readonly {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}[] {
	const bars: number[] = [];
	for (const match of line.matchAll(/\\.|`[^`]*`|\|/g))
		if (match[0] === "|") bars.push(match.index);
	const opens = /^\s*\|/.test(line);
	const closes = /\|\s*$/.test(line) && bars.length > (opens ? 1 : 0);
	const starts = opens ? bars : [-1, ...bars];
	const ends = closes ? starts.slice(1) : [...starts.slice(1), line.length];
	return ends.map((end, at) => {
		const start = (starts[at] ?? -1) + 1;
		return { text: line.slice(start, end).trim(), start, end };
	});
}

const rule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The number of the line with the titles of the table that a line is in, from 0; nothing for one that is in none. */
export function headOf(
	lines: readonly string[],
	at: number,
): number | undefined {
	for (let line = at; line > 0 && lines[line]?.includes("|"); line--)
		if (rule.test(lines[line] ?? "")) return line - 1;
	return undefined;
}

/** The last line of the table that a line is in. */
export function lastRowOf(lines: readonly string[], at: number): number {
	let last = at;
	while (lines[last + 1]?.includes("|")) last++;
	return last;
}
