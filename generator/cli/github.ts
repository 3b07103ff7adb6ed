import { randomUUID } from "node:crypto";
import { visibleLine, visibleText } from "../diagnostics/visible.ts";
import {
	formatWorkflowCommand,
	workflowCommand,
} from "../diagnostics/workflow-command.ts";
import type { Problem } from "./exit.ts";
import type { Io } from "./io.ts";
import type { Outcome } from "./project.ts";
import { pathsInWorkspace } from "./workspace-paths.ts";

/** Prints the diagnostics of a project, or only its errors, to stdout as annotations of GitHub Actions. */
export function writeAnnotations(
	{ diagnostics, docs }: Outcome,
	io: Io,
	quiet: boolean,
): void {
	const pathOf = pathsInWorkspace(io, docs);
	for (const diagnostic of diagnostics)
		if (!quiet || diagnostic.severity === "error")
			io.stdout.write(`${formatWorkflowCommand(diagnostic, { pathOf })}\n`);
}

/** Prints what has no place in the docs as annotations of the whole step. */
export function writeProblemAnnotations(
	problems: readonly Problem[],
	{ stdout }: Io,
): void {
	for (const { message, help } of problems) {
		const lines = [visibleLine(message), `help: ${visibleLine(help)}`];
		const command = workflowCommand(
			"error",
			{ title: "docwright" },
			lines.join("\n"),
		);
		stdout.write(`${command}\n`);
	}
}

/**
 * Prints text that others made between two commands by which the runner heeds none of it: it takes any line for a command
 * that says `##[error]` somewhere. The word that ends this cannot be guessed.
 */
export function writeUnheeded(text: string, { stdout }: Io): void {
	const word = randomUUID();
	const shown = visibleText(text);
	const end = shown.endsWith("\n") ? "" : "\n";
	stdout.write(`::stop-commands::${word}\n${shown}${end}::${word}::\n`);
}
