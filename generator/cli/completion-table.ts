import type { Argument, Command, Option } from "commander";

/** One command as a shell completes it; the program itself is one without words. */
export interface CompletableCommand {
	/** How it is called: `["export", "openapi"]`. */
	readonly words: readonly string[];
	/** Those that it has; a command has these or arguments. */
	readonly commands: readonly Named[];
	readonly options: readonly CompletableOption[];
	/** What each of its arguments may be; missing where it takes none. */
	readonly argument?: Values;
}

export interface Named {
	readonly name: string;
	readonly summary: string;
}

export interface CompletableOption {
	/** `-o` and `--out`, or one of them. */
	readonly flags: readonly string[];
	readonly summary: string;
	/** Missing for a flag that is on or off. */
	readonly value?: Values;
}

/** Words to choose from, something on the disk, or what nobody can guess. */
export type Values = readonly string[] | "files" | "folders" | "text";

/** All that can be typed, the program first, as the help shows it. */
export function completionTable(
	command: Command,
	words: readonly string[] = [],
	siblings: readonly Named[] = [],
): readonly CompletableCommand[] {
	const help = command.createHelp();
	const inner = help
		.visibleCommands(command)
		.filter((one) => one.name() !== "help" || words.length === 0);
	const [argument] = command.registeredArguments;
	const commands = inner.map((one) => ({
		name: one.name(),
		summary: one.description(),
	}));
	const own: CompletableCommand = {
		words,
		commands,
		options: help.visibleOptions(command).map(completableOption),
		...(argument && { argument: valuesOf(argument, siblings) }),
	};
	return [
		own,
		...inner.flatMap((one) =>
			completionTable(one, [...words, one.name()], commands),
		),
	];
}

function completableOption(option: Option): CompletableOption {
	const { short, long, description, argChoices, flags } = option;
	const takes = option.required || option.optional;
	return {
		flags: [short, long].filter((flag) => flag !== undefined),
		summary: description,
		...(takes && { value: argChoices ?? placed(flags) }),
	};
}

function valuesOf(argument: Argument, siblings: readonly Named[]): Values {
	if (argument.argChoices !== undefined) return argument.argChoices;
	const name = argument.name();
	// `docwright help generate`
	if (name === "command") return siblings.map(({ name }) => name);
	return placed(`<${name}>`);
}

/** What a placeholder stands for: `-o, --out <folder>`. Revisions of git may be anything, and docs are at hand. */
function placed(flags: string): Values {
	if (/<folder>/.test(flags)) return "folders";
	return /<(?:file|docs|old|new|what)>/.test(flags) ? "files" : "text";
}
