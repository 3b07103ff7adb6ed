import { once } from "../text/once.ts";
import type { Block } from "./block.ts";
import { wherever } from "./move-nodes.ts";
import type { Section } from "./sections.ts";

/**
 * What stands for a section in all places that its blocks were moved to, as long as it is put together of the same ones
 * under the same headings. A section without any stands for itself.
 */
export const sectionWherever = once((section: Section): object => {
	const { level, heading, blocks, sections } = section;
	const parts = [
		...blocks.map(blockWherever),
		...sections.map(sectionWherever),
	];
	const [first] = parts;
	if (first === undefined) return section;
	const words = heading && { ...heading, span: undefined };
	const key = [level, words, blocks.length, ...parts.map(numberOf)];
	return namesBy(first).nameOf(JSON.stringify(key));
});

/** What somebody found out about a block, beside its node and place, is not known of the same block elsewhere. */
function blockWherever(block: Block): object {
	return Object.keys(block).length > 2 ? block : wherever(block.node);
}

const numberOf = numbering();

function numbering(): (thing: object) => number {
	let last = 0;
	return once(() => ++last);
}

/** Sections that begin with one thing, of which the last few are known: others are what they were before they changed. */
const namesBy = once((_: object) => {
	const names = new Map<string, object>();
	return {
		nameOf(key: string): object {
			const name = names.get(key) ?? {};
			if (names.size >= fewStates && !names.has(key)) names.clear();
			names.set(key, name);
			return name;
		},
	};
});

const fewStates = 16;
