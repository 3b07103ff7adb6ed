import { VFileMessage } from "vfile-message";
import type { Diagnostic } from "./diagnostic.ts";

/** A diagnostic as the unified ecosystem knows it, so that its reporters and editors show it. */
export function toVFileMessage(diagnostic: Diagnostic): VFileMessage {
	const { code, severity, message, help, span } = diagnostic;
	const place = { start: span.start, end: span.end };
	const made = new VFileMessage(message, {
		place,
		ruleId: code,
		source: "docwright",
	});
	made.file = span.file;
	made.note = help;
	made.fatal = severity === "info" ? undefined : severity === "error";
	return made;
}
