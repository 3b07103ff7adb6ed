import type {
	CompletableCommand,
	CompletableOption,
	Values,
} from "./completion-table.ts";

/** A script that completes `program` in zsh: sourced behind `compinit`, or as the file `_docwright` of a folder in `fpath`. */
export function zshCompletion(
	program: string,
	table: readonly CompletableCommand[],
): string {
	return `#compdef ${program}
# Completion of ${program} for zsh: source <(${program} completion zsh), behind compinit
${table.map((command) => functionOf(program, command)).join("\n")}
if [[ $zsh_eval_context == *func ]]; then
  _${program} "$@"
else
  compdef _${program} ${program}
fi
`;
}

function functionOf(
	program: string,
	{ words, commands, options, argument }: CompletableCommand,
): string {
	const name = `_${[program, ...words].join("_")}`;
	const specs = options.map(optionSpec);
	if (commands.length === 0)
		return `${name}() {
  _arguments \\
${list([...specs, ...(argument === undefined ? [] : [`'*:${message(argument)}:${action(argument)}'`])], " \\\n")}
}
`;
	const described = commands.map(({ name, summary }) =>
		quote(`${name}:${summary}`),
	);
	return `${name}() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  _arguments -C \\
${list([...specs, "'1:command:->command'", "'*::argument:->argument'"], " \\\n")}
  case $state in
  command)
    commands=(
${list(described, "\n", "      ")}
    )
    _describe command commands
    ;;
  argument)
    (( $+functions[${name}_$line[1]] )) && ${name}_$line[1]
    ;;
  esac
}
`;
}

/** `'(-o --out)'{-o+,--out=}'[the output folder]:folder:_files -/'` */
function optionSpec({ flags, summary, value }: CompletableOption): string {
	const text = `[${summary.replace(/[[\]\\]/g, "\\$&")}]`;
	const rest = quote(
		value === undefined ? text : `${text}:${message(value)}:${action(value)}`,
	);
	const names = flags.map((flag) =>
		value === undefined ? flag : `${flag}${flag.startsWith("--") ? "=" : "+"}`,
	);
	return names.length === 1
		? `'${names[0]}'${rest}`
		: `'(${flags.join(" ")})'{${names.join(",")}}${rest}`;
}

function message(values: Values): string {
	return typeof values === "string" ? values : "value";
}

function action(values: Values): string {
	if (values === "files") return "_files";
	if (values === "folders") return "_files -/";
	return values === "text" ? " " : `(${values.join(" ")})`;
}

function list(lines: readonly string[], mark: string, by = "    "): string {
	return lines.map((line) => by + line).join(mark);
}

function quote(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
