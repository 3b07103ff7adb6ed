import type { CompletableCommand, Values } from "./completion-table.ts";

/** A script that completes `program` in bash from 3.2 on, which macOS has; it runs nothing but bash itself. */
export function bashCompletion(
	program: string,
	table: readonly CompletableCommand[],
): string {
	const cases = table.flatMap(caseOf);
	return `# Completion of ${program} for bash: source <(${program} completion bash)
_${program}() {
  local IFS=$' \\t\\n' cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  local before="\${COMP_WORDS[*]:1:COMP_CWORD-1} " options="" values="" kind=text found
  # bash takes --option=value apart.
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $prev == "=" ]]; then
    prev="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "$before" in
${indent(cases, "    ")}
  esac
  COMPREPLY=()
  if [[ $kind == files && $cur != -* ]]; then return; fi
  compopt +o default 2>/dev/null
  if [[ $kind == folders ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -d -- "$cur")
  else
    [[ $cur == -* ]] && values="$options"
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
  fi
}
complete -o default -F _${program} ${program}
`;
}

function caseOf({
	words,
	commands,
	options,
	argument,
}: CompletableCommand): readonly string[] {
	const before = words.map((word) => `${word} `).join("");
	const flags = options.flatMap(({ flags }) => flags).join(" ");
	if (commands.length > 0)
		return [
			`"${before === "" ? " " : before}")`,
			`  options="${flags}" values="${commands.map(({ name }) => name).join(" ")}" ;;`,
		];
	const valued = options.flatMap(({ flags, value }) =>
		value === undefined ? [] : [`  ${flags.join("|")}) ${set(value)} ;;`],
	);
	return [
		`"${before}"*)`,
		`  options="${flags}"${argument === undefined ? "" : ` ${set(argument)}`}`,
		...(valued.length === 0
			? []
			: ['  case "$prev" in', ...indentAll(valued, "  "), "  esac"]),
		"  ;;",
	];
}

function set(values: Values): string {
	return typeof values === "string"
		? `kind=${values}`
		: `kind=words values="${values.join(" ")}"`;
}

function indent(lines: readonly string[], by: string): string {
	return indentAll(lines, by).join("\n");
}

function indentAll(lines: readonly string[], by: string): readonly string[] {
	return lines.map((line) => by + line);
}
