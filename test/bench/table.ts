/** Rows under headings in columns: the first cell to the left, numbers and all that follows to the right. */
export function table(
	rows: readonly (readonly string[])[],
	isText: (column: number) => boolean = (column) => column === 0,
): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	const lines = rows.map((row) =>
		row
			.map((cell, column) => {
				const width = widths[column] ?? 0;
				return isText(column) ? cell.padEnd(width) : cell.padStart(width);
			})
			.join("  ")
			.trimEnd(),
	);
	return `${lines.join("\n")}\n`;
}
