import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { folderWith, stateOf, write } from "../output/folder.ts";
import { docwright } from "./command.ts";

const files = {
	"spec/a.md": "GET /one\n",
	"spec/b.md": "GET /two\n",
	"out put/x.txt": "",
	"order.txt": "",
};

/** What is typed, and everything that Tab offers for the last word; `files` where the shell looks for them itself. */
const typed: readonly (readonly [readonly string[], readonly string[]])[] = [
	[["gen"], ["generate"]],
	[["re"], ["release", "report"]],
	[["--v"], ["--version"]],
	[
		["generate", "--"],
		[
			"--config",
			"--strict",
			"--quiet",
			"--out",
			"--check",
			"--dry-run",
			"--force",
			"--reporter",
			"--json",
			"--cache-dir",
			"--no-cache",
			"--verbose",
			"--watch",
			"--help",
		],
	],
	[
		["generate", "--reporter", ""],
		["text", "github", "sarif", "junit", "json"],
	],
	[["generate", "spec", "--reporter", "g"], ["github"]],
	[["generate", "--out", "o"], ["out put"]],
	[
		["diff", "a", "b", "--fail-on", ""],
		["breaking", "addition", "any"],
	],
	[["export", ""], ["openapi"]],
	[["export", "openapi", "--o"], ["--out"]],
	[
		["completion", ""],
		["bash", "zsh", "fish"],
	],
	[
		["help", "re"],
		["release", "report"],
	],
	[["mock", "--port", ""], []],
	[["pull", ""], []],
];

async function scriptFor(shell: string): Promise<string> {
	const cwd = folderWith(files);
	const { status, stdout, stderr } = await docwright(
		{ cwd },
		"completion",
		shell,
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	write(cwd, { completion: stdout });
	return cwd;
}

test("bash completes commands, options, their values and folders", async () => {
	const cwd = await scriptFor("bash");
	const complete = (words: readonly string[]) => {
		const printed = execFileSync(
			"bash",
			[
				"-uc",
				`source ./completion; source ./completion
				COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _docwright
				printf '%s\\n' "\${COMPREPLY[@]+"\${COMPREPLY[@]}"}"`,
				"bash",
				"docwright",
				...words,
			],
			{ cwd, encoding: "utf8" },
		);
		return printed.split("\n").filter((line) => line !== "");
	};
	for (const [words, offered] of typed)
		expect([words, complete(words)]).toEqual([words, offered]);
	// bash takes --reporter=g apart.
	expect(complete(["generate", "--reporter", "=", "g"])).toEqual(["github"]);
	expect(complete(["generate", "--reporter", "="])).toHaveLength(5);
});

test("bash is left to complete files, and runs nothing of the line", async () => {
	const cwd = await scriptFor("bash");
	const state = stateOf(cwd);
	const command = `source ./completion; complete -p docwright
		COMP_WORDS=(docwright generate '$(touch ran)'); COMP_CWORD=2
		_docwright; echo "\${#COMPREPLY[@]}"`;
	const printed = execFileSync("bash", ["-uc", command], {
		cwd,
		encoding: "utf8",
	});
	// Where it offers nothing, "default" takes over.
	expect(printed).toBe("complete -o default -F _docwright docwright\n0\n");
	expect(stateOf(cwd)).toEqual(state);
});

test.skipIf(!has("fish"))("fish completes the same, and files", async () => {
	const cwd = await scriptFor("fish");
	const complete = (line: string) =>
		execFileSync(
			"fish",
			["--no-config", "-c", "source ./completion; complete -C $argv[1]", line],
			{ cwd, encoding: "utf8" },
		)
			.split("\n")
			.filter((each) => each !== "")
			.map((each) => each.split("\t")[0]?.replace(/\/$/, ""))
			.sort();
	for (const [words, offered] of typed) {
		const line = ["docwright", ...words].join(" ");
		expect([line, complete(line)]).toEqual([line, [...offered].sort()]);
	}
	expect(complete("docwright generate --reporter=g")).toEqual([
		"--reporter=github",
	]);
	expect(complete("docwright diff spec/")).toEqual(["spec/a.md", "spec/b.md"]);
	expect(complete("./docwright export ")).toEqual(["openapi"]);
});

test.skipIf(!has("zsh"))("zsh completes the same, and files", async () => {
	const cwd = await scriptFor("zsh");
	const complete = (line: string) =>
		execFileSync("zsh", ["-fc", inTerminal, "zsh", line], {
			cwd,
			encoding: "utf8",
			env: { ...process.env, HOME: cwd, TERM: "dumb" },
		}).trim();
	expect(complete("docwright gen")).toBe("[docwright generate ]");
	expect(complete("docwright generate --reporter=g")).toBe(
		"[docwright generate --reporter=github ]",
	);
	expect(complete("docwright diff --fail-on b")).toBe(
		"[docwright diff --fail-on breaking ]",
	);
	expect(complete("docwright generate --out o")).toBe(
		"[docwright generate --out out\\ put/]",
	);
	expect(complete("docwright export o")).toBe("[docwright export openapi ]");
	expect(complete("docwright export openapi --q")).toBe(
		"[docwright export openapi --quiet ]",
	);
	expect(complete("docwright completion f")).toBe(
		"[docwright completion fish ]",
	);
	expect(complete("docwright report -c spec/a")).toBe(
		"[docwright report -c spec/a.md ]",
	);
	expect(complete("docwright pull s")).toBe("[docwright pull s]");
});

/** Types a line and Tab into a zsh with a terminal of its own, and shows what the line is then. */
const inTerminal = `
zmodload zsh/zpty
zpty shell zsh -fi
send() { zpty -w shell "$1"; zpty -r shell said "*$2*" }
send 'PS1= PS2=; unsetopt zle_bracketed_paste prompt_sp; bindkey -e; autoload -Uz compinit && compinit -u; source ./completion; show() { print -r -- "<<$BUFFER>>"; BUFFER=; zle accept-line }; zle -N show; bindkey "^X^P" show; print re""ady' ready
zpty -wn shell "$1"$'\\t\\x18\\x10'
zpty -r shell said '*<<*>>*'
print -r -- "[\${\${said#*<<}%%>>*}]"
zpty -d shell
`;

test("what the help shows is what shells complete", async () => {
	const cwd = folderWith();
	const commands = ["generate", "diff", "pull", "mock", "report", "completion"];
	for (const shell of ["bash", "zsh", "fish"]) {
		const { stdout: script } = await docwright({ cwd }, "completion", shell);
		for (const command of commands) {
			const { stdout: help } = await docwright({ cwd }, command, "--help");
			for (const [, name] of help.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm))
				expect(script).toMatch(new RegExp(`(?:--|-l )${name}\\b`));
		}
	}
});

test("a shell that nobody knows: exit 2, and those that are known", async () => {
	const { status, stdout, stderr } = await docwright(
		{ cwd: folderWith() },
		"completion",
		"tcsh",
	);
	expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
	expect(stderr).toContain("Allowed choices are bash, zsh, fish");
});

function has(shell: string): boolean {
	return spawnSync(shell, ["-c", ":"]).status === 0;
}
