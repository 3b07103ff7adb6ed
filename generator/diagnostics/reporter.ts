import { compareSpans, type Span } from "../text/span.ts";
import {
	type Catalogue,
	type Code,
	catalogue,
	type Holes,
} from "./catalogue.ts";
import type { Diagnostic, Related } from "./diagnostic.ts";

type Values<C extends Code> = Readonly<
	Record<Holes<Catalogue[C]["message"]>, string | number>
>;

/** Reports one fault: its code, its place, a value for each hole of its message, and the other places in it. */
export type Report = <C extends Code>(
	code: C,
	span: Span,
	values: Values<C>,
	related?: readonly Related[],
) => void;

export interface Reporter {
	readonly report: Report;
	/** Takes in what another reporter collected. */
	readonly add: (diagnostics: readonly Diagnostic[]) => void;
	/** What was reported so far: each once, sorted by document and place. */
	readonly diagnostics: () => readonly Diagnostic[];
}

/** A reporter that collects; reporting never throws. */
export function createReporter(): Reporter {
	const found = new Map<string, Diagnostic>();
	const take = (diagnostic: Diagnostic): void => {
		const { code, message, span } = diagnostic;
		const key = JSON.stringify([code, span.file, span.start.offset, message]);
		if (!found.has(key)) found.set(key, diagnostic);
	};
	return {
		report: (code, span, values, related) =>
			take(describe(code, span, values, related)),
		add: (diagnostics) => diagnostics.forEach(take),
		diagnostics: () => [...found.values()].sort(compareDiagnostics),
	};
}

function describe(
	code: Code,
	span: Span,
	values: Readonly<Record<string, string | number>>,
	related: readonly Related[] | undefined,
): Diagnostic {
	const { severity, message, help } = catalogue[code];
	const filled = message.replace(/\{(\w+)\}/g, (hole, name: string) =>
		Object.hasOwn(values, name) ? String(values[name]) : hole,
	);
	const diagnostic = { code, severity, message: filled, help, span };
	return related === undefined ? diagnostic : { ...diagnostic, related };
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
	return compareSpans(a.span, b.span) || (a.code < b.code ? -1 : 1);
}
