import type { Element } from "./node.ts";
import type { Indent, Printing } from "./printing.ts";

/** Lines in a wrapper may be set in as far as its author likes; without it they would be code. */
export function indentOf(
	element: Element,
	around: Indent,
	{ source }: Printing,
): Indent {
	const { tag, children } = element;
	const [first] = children;
	const last = children.at(-1);
	if (first === undefined || last === undefined) return around;
	const before = source.text.slice(
		source.text.lastIndexOf("\n", tag.start - 1) + 1,
		tag.start,
	);
	const outer =
		around.strip > 0 || around.prefix !== ""
			? around.prefix.length
			: before.trim() === "" && before.length < 4
				? before.length
				: 0;
	const inner = source.text.slice(tag.end, last.end).split("\n").slice(1);
	const columns = inner
		.filter(
			(line) => line.trim() !== "" && !/^\s*(?:<\/|\{%-?\s*end|:::)/.test(line),
		)
		.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
	const least = columns.reduce((a, b) => Math.min(a, b), 200);
	const strip = columns.length === 0 ? 0 : Math.max(0, least - outer);
	return { strip, prefix: " ".repeat(outer) };
}
