import type { Document, Section } from "../markdown/sections.ts";
import type { SourceText } from "../text/source.ts";
import type { Span } from "../text/span.ts";

/** A stretch of a document in which its author wants to hear nothing of some diagnostics. */
export interface Silence {
	/** Codes of the catalogue; none for all. */
	readonly codes: readonly string[];
	readonly span: Span;
}

const comment = /^<!--\s*docwright-ignore\b([^>]*?)-->$/;

/** A look at the text alone: most documents silence nothing. */
export function mayBeSilent({ text }: SourceText): boolean {
	return text.includes("docwright-ignore");
}

/**
 * The stretches that comments silence, `<!-- docwright-ignore type/unknown -->`: what comes right behind the comment, and
 * that is the whole section when it is a heading, or when the comment is the first thing under one.
 */
export function silencesIn({ root }: Document): readonly Silence[] {
	return [...within(root)];
}

function* within(section: Section): Generator<Silence> {
	const { blocks, sections } = section;
	for (const [index, { node, span }] of blocks.entries()) {
		if (node.type !== "html") continue;
		const words = comment.exec(node.value.trim())?.[1];
		if (words === undefined) continue;
		const first = index === 0 && section.level > 0;
		const next = blocks[index + 1] ?? sections[0];
		const end = first ? section.span.end : (next?.span.end ?? span.end);
		const codes = words.split(/[\s,]+/).filter((word) => word !== "");
		const start = first ? section.span.start : span.start;
		yield { codes, span: { file: span.file, start, end } };
	}
	for (const inner of sections) yield* within(inner);
}
