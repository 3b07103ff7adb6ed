import { compareSpans } from "../text/span.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Joins what several stages reported: each once, by document, place and code, the order in which it is printed. */
export function sortDiagnostics(
	...lists: readonly (readonly Diagnostic[])[]
): readonly Diagnostic[] {
	const single = new Map<string, Diagnostic>();
	for (const diagnostic of lists.flat()) {
		const { code, message, span } = diagnostic;
		single.set(JSON.stringify([code, message, span]), diagnostic);
	}
	return [...single.values()].sort(
		(a, b) => compareSpans(a.span, b.span) || compareText(a.code, b.code),
	);
}

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
