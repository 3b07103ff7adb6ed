import type { Tag } from "./tag.ts";

const maximumLength = 200_000;
const maximumTags = 4000;

/** Where an element of HTML ends, those of the same name within it counted; nothing when nothing closes it. */
export function htmlEnd(
	text: string,
	{ name, start }: Tag,
): number | undefined {
	const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, "gi");
	tags.lastIndex = start;
	let depth = 0;
	for (let count = 0; count < maximumTags; count++) {
		const found = tags.exec(text);
		if (found === null || found.index > start + maximumLength) return undefined;
		depth += found[1] === "/" ? -1 : 1;
		if (depth === 0) return found.index + found[0].length;
	}
	return undefined;
}

/** Where a block ends that a blank line ends. */
export function blockEnd(text: string, start: number): number {
	const blank = /\r?\n[ \t]*(?=\r?\n)|$(?![\s\S])/g;
	blank.lastIndex = start;
	return blank.exec(text)?.index ?? text.length;
}
