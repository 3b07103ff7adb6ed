import type { DocumentSymbol, SymbolKind } from "vscode-languageserver";
import { visibleLine } from "../diagnostics/visible.ts";
import type { Operation } from "../model/types.ts";
import { compareSpans, type Span } from "../text/span.ts";
import { rangeOf } from "./places.ts";

const method: SymbolKind = 6;

/** The operations that a document describes, each up to where the next one begins. */
export function symbolsOf(
	operations: readonly Operation[],
	end: Span["end"],
): readonly DocumentSymbol[] {
	const sorted = [...operations].sort((a, b) =>
		compareSpans(a.origins[0].span, b.origins[0].span),
	);
	return sorted.map((operation, at) => {
		const { span } = operation.origins[0];
		const next = sorted[at + 1]?.origins[0].span.start ?? end;
		const last = next.offset < span.end.offset ? span.end : next;
		return {
			name: visibleLine(operation.id),
			...(operation.summary !== undefined && {
				detail: visibleLine(operation.summary),
			}),
			kind: method,
			...(operation.deprecated === true && { tags: [1 as const] }),
			range: rangeOf({ start: span.start, end: last }),
			selectionRange: rangeOf(span),
		};
	});
}
