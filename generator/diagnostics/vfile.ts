import { VFileMessage } from "vfile-message";
import { printPlace } from "../text/span.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { visibleLine } from "./visible.ts";

/** A diagnostic as the unified ecosystem knows it, so that its reporters and editors show it. */
export function toVFileMessage(diagnostic: Diagnostic): VFileMessage {
	const { code, severity, message, help, span, related = [] } = diagnostic;
	const place = { start: span.start, end: span.end };
	const made = new VFileMessage(visibleLine(message), {
		place,
		ruleId: code,
		source: "docwright",
	});
	made.file = span.file;
	made.note = [
		...related.map(
			(other) => `${printPlace(other.span)}: ${visibleLine(other.message)}`,
		),
		visibleLine(help),
	].join("\n");
	made.fatal = severity === "info" ? undefined : severity === "error";
	return made;
}
