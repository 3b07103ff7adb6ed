import type { Report } from "../diagnostics/reporter.ts";
import { openSource, type SourceText, spanBetween } from "../text/source.ts";
import type { Span } from "../text/span.ts";
import type { ReadDocument } from "./read-document.ts";

/** The text of a document that was read, or nothing and a word about what is wrong with it. */
export function acceptDocument(
	result: ReadDocument,
	file: string,
	report: Report,
): string | undefined {
	switch (result.kind) {
		case "unreadable":
			report("docs/unreadable", top(file), { errno: result.errno });
			return undefined;
		case "too-large":
			report("docs/too-large", top(file), {
				bytes: result.bytes,
				limit: result.limit,
			});
			return undefined;
		case "not-utf8": {
			const source = openSource({ file, text: result.before });
			const end = result.before.length;
			const { offset } = result;
			report("docs/not-utf8", spanBetween(source, end, end), { offset });
			return undefined;
		}
		case "text":
			return checked({ file, text: result.text }, report);
	}
}

function checked(document: SourceText, report: Report): string | undefined {
	const { text } = document;
	const nul = text.indexOf("\0");
	if (nul !== -1) {
		report("docs/nul", spanBetween(openSource(document), nul, nul + 1), {});
		return undefined;
	}
	return text;
}

/** The start of a document, for what concerns the whole of it. */
export function top(file: string): Span {
	const start = { line: 1, column: 1, offset: 0 };
	return { file, start, end: start };
}
