import type { Span } from "../text/span.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { type FormatOptions, formatPlace } from "./format.ts";
import { visibleLine } from "./visible.ts";

/** The commands of GitHub Actions that put a note beside a line. */
type Annotation = "error" | "warning" | "notice";

const annotations: Readonly<Record<Severity, Annotation>> = {
	error: "error",
	warning: "warning",
	info: "notice",
};

/**
 * A diagnostic as a workflow command of GitHub Actions, without a line end, which shows it beside the lines of the docs:
 * `::error file=…,line=1,…,title=code::sentence`, the other places and what to edit below it.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands.
 */
export function formatWorkflowCommand(
	{ code, severity, message, help, span, related = [] }: Diagnostic,
	{ pathOf }: Pick<FormatOptions, "pathOf">,
): string {
	const lines = [
		visibleLine(message),
		...related.map(
			({ message, span }) =>
				`${formatPlace(span, { pathOf })}: ${visibleLine(message)}`,
		),
		`help: ${visibleLine(help)}`,
	];
	return workflowCommand(
		annotations[severity],
		{ file: visibleLine(pathOf(span.file)), ...rangeOf(span), title: code },
		lines.join("\n"),
	);
}

/** A workflow command with its text escaped, so that no text of others ends it, adds to it or begins another. */
export function workflowCommand(
	name: Annotation,
	properties: Readonly<Record<string, string | number>>,
	data: string,
): string {
	const listed = Object.entries(properties).map(
		([key, value]) => `${key}=${escapeProperty(`${value}`)}`,
	);
	return `::${name} ${listed.join(",")}::${escapeData(data)}`;
}

/** Columns are only taken within one line; the last is the last character's. */
function rangeOf({ start, end }: Span): Readonly<Record<string, number>> {
	const range = { line: start.line, endLine: end.line };
	return start.line === end.line
		? {
				...range,
				col: start.column,
				endColumn: Math.max(start.column, end.column - 1),
			}
		: range;
}

function escapeData(text: string): string {
	return text
		.replaceAll("%", "%25")
		.replaceAll("\r", "%0D")
		.replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
