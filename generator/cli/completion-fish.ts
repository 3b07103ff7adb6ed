import type { CompletableCommand, Values } from "./completion-table.ts";

/** A script that completes `program` in fish from 3.0 on. */
export function fishCompletion(
	program: string,
	table: readonly CompletableCommand[],
): string {
	return `# Completion of ${program} for fish: ${program} completion fish | source
# Whether the words before the cursor are these alone, or begin with them.
function __${program}_at
    set -l words (commandline -opc)
    test "$words[2..-1]" = "$argv"
end
function __${program}_in
    set -l words (commandline -opc)
    set -l last (math (count $argv) + 1)
    test (count $words) -ge $last; and test "$words[2..$last]" = "$argv"
end
complete -c ${program} -f
${table.flatMap((command) => linesOf(program, command)).join("\n")}
`;
}

function linesOf(
	program: string,
	{ words, commands, options, argument }: CompletableCommand,
): readonly string[] {
	const inner = commands.length > 0;
	const condition = [`__${program}_${inner ? "at" : "in"}`, ...words].join(" ");
	const start = `complete -c ${program} -n ${quote(condition)}`;
	return [
		...commands.map(
			({ name, summary }) => `${start} -a ${name} -d ${quote(summary)}`,
		),
		...options.map(({ flags, summary, value }) => {
			const names = flags.map((flag) =>
				flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
			);
			const taken = value === undefined ? [] : [`-r${among(value)}`];
			return [start, ...names, ...taken, `-d ${quote(summary)}`].join(" ");
		}),
		...(argument === undefined ? [] : [`${start}${among(argument)}`]),
	];
}

function among(values: Values): string {
	if (values === "text") return " -f";
	if (values === "files") return " -F";
	return values === "folders"
		? " -f -a '(__fish_complete_directories)'"
		: ` -f -a ${quote(values.join(" "))}`;
}

function quote(text: string): string {
	return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
