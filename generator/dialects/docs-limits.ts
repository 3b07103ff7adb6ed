import type { Report } from "../diagnostics/reporter.ts";
import { markdownLimits, type PassedLimit } from "../markdown/limits.ts";
import { type Source, spanBetween } from "../text/source.ts";

/** Limits on a document: those on its Markdown, in the units of `MarkdownLimits`, and the seconds that it may take. */
export type DocsLimits = {
	readonly [Limit in PassedLimit["limit"]]?: number | undefined;
};

/** Seconds that it may take to parse a document, and again to read it. */
const mostSeconds = 60;

/** The limits that are asked for, over the defaults. */
export function limitsOf(
	limits: DocsLimits = {},
): Record<PassedLimit["limit"], number> {
	const stated = Object.entries(limits).filter(
		([, value]) => value !== undefined,
	);
	return {
		...markdownLimits,
		seconds: mostSeconds,
		...Object.fromEntries(stated),
	};
}

/** Says of a document that it goes beyond a limit, at the place where it does. */
export function reportLimit(
	source: Source,
	{ limit, found, allowed, offset }: PassedLimit,
	report: Report,
): void {
	report("docs/limit", spanBetween(source, offset, offset), {
		what: limited[limit],
		found,
		allowed,
	});
}

const limited: Readonly<Record<PassedLimit["limit"], string>> = {
	lineLength: "characters in one line",
	nesting: "quotes and lists within each other",
	columns: "columns in one table",
	marks: "marks of emphasis, links and HTML without a blank line between them",
	seconds: "seconds of reading",
};
