import type { Section } from "../markdown/sections.ts";
import { readEndpointTitle } from "./endpoint-title.ts";

/**
 * Headings that stand on each other share what the last of them says: one with an endpoint in it and nothing under it
 * takes what stands under the next, where that has an endpoint, too.
 */
export function shareStacked(sections: readonly Section[]): readonly Section[] {
	const shared: Section[] = [];
	for (const section of [...sections].reverse()) {
		const [next] = shared;
		const takes =
			next !== undefined &&
			isBare(section) &&
			isTitle(section) &&
			readEndpointTitle(section.heading?.markdown ?? "", section.span)
				?.words === "" &&
			next.span.start.line - section.span.start.line <= 2 &&
			isTitle(next) &&
			!next.sections.some(isTitle);
		shared.unshift(
			takes
				? { ...section, blocks: next.blocks, sections: next.sections }
				: section,
		);
	}
	return shared;
}

function isBare({ blocks, sections }: Section): boolean {
	return blocks.length === 0 && sections.length === 0;
}

function isTitle({ heading }: Section): boolean {
	return (
		heading !== undefined &&
		readEndpointTitle(heading.markdown, heading.span) !== undefined
	);
}
