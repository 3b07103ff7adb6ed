import type { Io } from "./io.ts";
import { writeProblems } from "./messages.ts";
import { type Flags, loadSettings, type Settings } from "./settings.ts";

/** Settles what a command works on; what a person should know about the config is printed. */
export async function openSettings(
	patterns: readonly string[],
	flags: Flags,
	io: Io,
): Promise<Settings> {
	return loadSettings({
		patterns,
		flags,
		cwd: io.cwd,
		note: (problem) => writeProblems([problem], io),
	});
}
