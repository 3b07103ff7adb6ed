import type { Command } from "commander";

/** A command over documents, with what all of them take. */
export function addDocsCommand(parent: Command, name: string): Command {
	return parent
		.command(name)
		.argument(
			"[docs...]",
			"files, folders or globs (default: the config's, or spec)",
		)
		.option("-c, --config <file>", "the config (default: docwright.config.*)")
		.option("--strict", "let warnings fail")
		.option(
			"--quiet",
			"print no warnings, notes or summary; errors and results stay",
		);
}
