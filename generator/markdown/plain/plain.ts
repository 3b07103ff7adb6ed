import { openSource, type Source, spanBetween } from "../../text/source.ts";
import type { Span } from "../../text/span.ts";
import { pageEndpoint, printPageEndpoint } from "./front-matter.ts";
import { backTo, draftPlain } from "./plain-text.ts";
import { printTree } from "./print.ts";
import type { LeftOut } from "./printing.ts";
import { parseTree } from "./tree.ts";

/** A document without what wraps its Markdown, and the way back to it. */
export interface Plain {
	readonly source: Source;
	/** The place in the document of a place in the text that was made of it. */
	readonly back: (span: Span) => Span;
	readonly leftOut: readonly { readonly span: Span; readonly told: boolean }[];
}

const maximumLength = 2_000_000;

const wraps =
	/<\/?[a-zA-Z]|\{%|\{\{[<%]|\{\/\*|^[ \t]*(?::::|!!!|\?\?\?|===|\[block:)|^(?:import|export)\s|^[^\S\r\n]*>\s*(?:\[!|\|)|^---\s/m;

/**
 * Writes a document as plain Markdown: HTML, JSX components, shortcodes and notes become the tables, lists, headings and
 * labels that they stand for, so that one recogniser reads both. Nothing for a document that is plain already.
 */
export function toPlain(source: Source): Plain | undefined {
	const { text, file } = source;
	if (!wraps.test(text) || text.length > maximumLength) return undefined;
	const draft = draftPlain(text);
	const page = pageEndpoint(text);
	const start = page?.end ?? frontMatterEnd(text);
	const titled = /^#\s/m.test(text.slice(start));
	if (page === undefined) draft.keep(0, start);
	else if (!titled) printPageEndpoint(draft, page, false);
	const leftOut: readonly LeftOut[] = printTree(
		parseTree(source, start),
		source,
		draft,
		() => page !== undefined && titled && printPageEndpoint(draft, page, true),
	);
	const made = draft.text();
	if (made === text) return undefined;
	const { pieces } = draft;
	return {
		source: openSource({ file, text: made }),
		back: ({ start: from, end: to }) => {
			const [first, last] = backTo(pieces, from.offset, to.offset);
			return spanBetween(source, first, Math.min(last, text.length));
		},
		leftOut: leftOut.map((one) => ({
			span: spanBetween(source, one.start, one.end),
			told: one.told,
		})),
	};
}

function frontMatterEnd(text: string): number {
	return (
		/^(?:---|\+\+\+)[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\+\+\+)[ \t]*(?:\r?\n|$)/.exec(
			text,
		)?.[0].length ?? 0
	);
}
