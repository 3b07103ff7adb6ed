/** How many units two texts have in common at the start, and how many of the rest at the end. */
export function commonEnds(a: string, b: string): readonly [number, number] {
	const most = Math.min(a.length, b.length);
	let start = 0;
	while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
	let end = 0;
	while (
		end < most - start &&
		a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)
	)
		end++;
	return [start, end];
}
