import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { commonEnds } from "../text/common-ends.ts";
import { openSource, pointAt, type Source } from "../text/source.ts";
import type { Span } from "../text/span.ts";

/** Moves diagnostics of a text to where what they speak of stands in the next one; those of what was changed are left out. */
export function shiftDiagnostics(
	diagnostics: readonly Diagnostic[],
	before: string,
	after: string,
): readonly Diagnostic[] {
	if (diagnostics.length === 0 || before === after) return diagnostics;
	const [start, kept] = commonEnds(before, after);
	const end = before.length - kept;
	const by = after.length - before.length;
	const source = openSource({ file: "", text: after });
	return diagnostics.flatMap((one) => {
		const { span } = one;
		if (span.end.offset <= start) return [one];
		if (span.start.offset < end) return [];
		return [{ ...one, span: moved(span, by, source) }];
	});
}

function moved(span: Span, by: number, source: Source): Span {
	return {
		file: span.file,
		start: pointAt(source, span.start.offset + by),
		end: pointAt(source, span.end.offset + by),
	};
}
