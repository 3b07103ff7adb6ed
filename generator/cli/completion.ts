import type { Command } from "commander";
import { bashCompletion } from "./completion-bash.ts";
import { fishCompletion } from "./completion-fish.ts";
import { completionTable } from "./completion-table.ts";
import { zshCompletion } from "./completion-zsh.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Shell } from "./shells.ts";

/**
 * `docwright completion`: prints what makes a shell complete the command. The script knows all that can be typed, so that
 * a press of Tab starts no program and evaluates nothing of the line, and it works where the command is not on the `PATH`.
 */
export function completion(
	shell: Shell,
	program: Command,
	{ io }: Context,
): ExitCode {
	const table = completionTable(program);
	io.stdout.write(scripts[shell](program.name(), table));
	return exitCodes.ok;
}

const scripts = {
	bash: bashCompletion,
	zsh: zshCompletion,
	fish: fishCompletion,
} as const;
