import { type FormatOptions, formatDiagnostic } from "../diagnostics/format.ts";
import { visibleLine } from "../diagnostics/visible.ts";
import type { Docs } from "../output/docs.ts";
import type { Problem } from "./exit.ts";
import type { Io } from "./io.ts";
import { paletteFor } from "./palette.ts";
import type { Outcome } from "./project.ts";
import { shownFrom } from "./settings.ts";

/**
 * Prints the diagnostics of a project to stderr, or only its errors, on a terminal with the lines of the docs that they speak of. Notes come in
 * hundreds: what to do about them is said once for each code.
 */
export async function writeDiagnostics(
	{ diagnostics, docs }: Outcome,
	io: Io,
	quiet: boolean,
): Promise<void> {
	const texts = new Map(docs.documents.map(({ file, text }) => [file, text]));
	const told = diagnostics.filter(
		({ severity }) => !quiet || severity === "error",
	);
	const withFrames = io.stderr.isTerminal && told.length > 0;
	const frames = withFrames && (await import("../diagnostics/code-frame.ts"));
	const options: Omit<FormatOptions, "withHelp"> = {
		palette: paletteFor(io.stderr, io.env),
		pathOf: pathsFrom(io.cwd, docs),
		...(frames && { frameOf: frames.codeFrames((file) => texts.get(file)) }),
	};
	const noted = new Set<string>();
	for (const diagnostic of told) {
		const { code, severity } = diagnostic;
		const withHelp = severity !== "info" || !noted.has(code);
		noted.add(code);
		const text = formatDiagnostic(diagnostic, { ...options, withHelp });
		io.stderr.write(`${text}\n`);
	}
}

/** Where a person opens what a diagnostic names: from the working folder, not under the name it has in the output. */
export function pathsFrom(
	cwd: string,
	{ paths }: Docs,
): (file: string) => string {
	return (file) => {
		const path = paths.get(file);
		return path === undefined ? file : shownFrom(cwd, path);
	};
}

/** Prints what has no place in the docs: one line for what is wrong, one for what to do. */
export function writeProblems(problems: readonly Problem[], io: Io): void {
	const palette = paletteFor(io.stderr, io.env);
	for (const { message, help } of problems) {
		const title = palette.error("docwright:");
		io.stderr.write(`${title} ${visibleLine(message)}\n`);
		io.stderr.write(`  ${palette.quiet("help:")} ${visibleLine(help)}\n`);
	}
}
