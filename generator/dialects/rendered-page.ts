import { everyBlock } from "../markdown/sections.ts";
import { gather } from "../reading/fragment.ts";
import { linesOfMarkdownPage, type PageLine } from "../reading/page-lines.ts";
import { readPageOperation } from "../reading/page-operation.ts";
import { findPageOperations, isPageEndpoint } from "../reading/page-parts.ts";
import { pageWords } from "../reading/page-words.ts";
import { once } from "../text/once.ts";
import { lineOf, type Source } from "../text/source.ts";
import type { Dialect } from "./dialect.ts";

/**
 * A rendered reference page, selected and copied as text: `POST/path` without a space, `ParametersExpand Collapse`,
 * `name: type`, `maxLength32`; all marks and all nesting lost.
 */
export const renderedPage: Dialect = {
	name: "rendered-page",
	whole: (source) =>
		firstEndpoint(source) !== undefined ||
		linesOfMarkdownPage(source) !== undefined,
	claims: (section, { source }) => {
		if (section.level !== 0) return false;
		const offset = firstEndpoint(source);
		if (offset === undefined) return linesOfMarkdownPage(source) !== undefined;
		// Markdown has headings above its endpoints; a sample call further down may have comments that look like some.
		const marked = [...everyBlock(section)].some(
			({ span, node }) => node === undefined && span.start.offset < offset,
		);
		return !marked || linesOfMarkdownPage(source) !== undefined;
	},
	read: (_, reader) => {
		const { source } = reader;
		const lines: readonly PageLine[] =
			linesOfMarkdownPage(source) ?? source.lines;
		for (const { span, layout } of lines)
			if (layout === true) reader.ledger.mark(span, "read", "layout");
		return gather(
			findPageOperations(lines, reader, pageWords).map((page) =>
				readPageOperation(page, reader),
			),
		);
	},
};

/** Where the first line starts that is an endpoint. */
const firstEndpoint = once((source: Source): number | undefined =>
	source.starts.find((start, index) => {
		const end = lineOf(source, index + 1)?.end;
		return end !== start && isPageEndpoint(source.text.slice(start, end));
	}),
);
