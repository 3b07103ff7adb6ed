import { printPlace, type Span } from "../text/span.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { visibleLine } from "./visible.ts";

/** How the parts of a diagnostic are set apart; each function returns its text as it is where there is no colour. */
export type Palette = Readonly<
	Record<Severity | "quiet" | "strong", (text: string) => string>
>;

export interface FormatOptions {
	readonly palette: Palette;
	/** Where a person opens a document: its path from the working folder. */
	readonly pathOf: (file: string) => string;
	/** The lines of the docs around a place, if they are to be shown. */
	readonly frameOf?: (span: Span) => string | undefined;
	/** Whether to say what to edit; it was, perhaps, said already. */
	readonly withHelp: boolean;
}

/**
 * One diagnostic as text, without a line end: `file:line:column: severity code: sentence`, then the lines of the docs,
 * the other places that have a part in it, and what to edit.
 */
export function formatDiagnostic(
	diagnostic: Diagnostic,
	options: FormatOptions,
): string {
	const { palette, frameOf, withHelp } = options;
	const { code, severity, message, help, span, related = [] } = diagnostic;
	const place = palette.strong(formatPlace(span, options));
	const title = `${palette[severity](severity)} ${palette.quiet(code)}`;
	const frame = severity === "info" ? undefined : frameOf?.(span);
	const lines = [`${place}: ${title}: ${visibleLine(message)}`];
	if (frame !== undefined) lines.push(frame);
	for (const other of related)
		lines.push(
			`  ${formatPlace(other.span, options)}: ${visibleLine(other.message)}`,
		);
	if (withHelp) lines.push(`  ${palette.quiet("help:")} ${visibleLine(help)}`);
	return lines.join("\n");
}

/** `file:line:column` as a person can click it. Never starts with `::`, which build servers take for a command. */
export function formatPlace(
	span: Span,
	{ pathOf }: Pick<FormatOptions, "pathOf">,
): string {
	const place = printPlace({ ...span, file: visibleLine(pathOf(span.file)) });
	return place.startsWith("::") ? `./${place}` : place;
}
