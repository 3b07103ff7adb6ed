/** The numbers that a title begins with: `B46` of `B46 an attempt …`, two of `B22 B23 a blank …`. */
export function numbersOf(title: string): readonly string[] {
	const [text = ""] = /^([BRP]\d+ )*/.exec(title) ?? [];
	return text.split(" ").filter(Boolean);
}
