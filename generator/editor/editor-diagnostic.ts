import type {
	DiagnosticSeverity,
	Diagnostic as EditorDiagnostic,
} from "vscode-languageserver";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { visibleLine } from "../diagnostics/visible.ts";
import { rangeOf } from "./places.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: 1,
	warning: 2,
	info: 3,
};

/** A diagnostic as editors take it: what to edit stands below the sentence. */
export function editorDiagnostic(
	{ code, severity, message, help, span, related = [] }: Diagnostic,
	uriOf: (file: string) => string,
): EditorDiagnostic {
	return {
		range: rangeOf(span),
		severity: severities[severity],
		code,
		source: "docwright",
		message: `${visibleLine(message)}\nhelp: ${visibleLine(help)}`,
		...(related.length > 0 && {
			relatedInformation: related.map((other) => ({
				location: { uri: uriOf(other.span.file), range: rangeOf(other.span) },
				message: visibleLine(other.message),
			})),
		}),
	};
}
