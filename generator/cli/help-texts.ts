/** What the help of each command says beyond its arguments and options. */
export const helpTexts = {
	inputs: `
Paths and globs start at the working folder; a glob that begins with ! takes away
from those before it. What a config imports is not listed: name it yourself. The
generator has no digest where it runs from its sources.`,

	diff: `
A change is breaking, an addition, or of wording. A request breaks where it may
say less than before, an answer where it may say more. --fail-on addition fails
on breaking changes, too. Both sides are read with the config as it is now. A
revision's path starts at the top of the repository, or here with ./ in front.`,

	release: `
Compares the docs with the model.json of the last release: the one in the output
folder at the tag of the highest version (v1.2.0, 1.2.0, name@1.2.0) that HEAD's
history has, or at HEAD where there is no such tag. The version rises from the
one in the package.json beside it:

             from 1.0.0 on   before 1.0.0
  breaking   major           minor
  addition   minor           patch
  wording    patch           patch

A pre-release becomes the next one: 1.0.0-beta.2 after 1.0.0-beta.1. The version
is written to the config, and what changed to CHANGELOG.md in the output folder,
or to the config's package.changelog. Where there is a .changeset folder, a
changeset is written instead of both.`,

	mock: `
Answers are the docs' examples, or made up where they show none; the parameters
of pages are checked and change nothing. A request can ask for more:

  Prefer: code=404             the documented answer of this status
  Prefer: wait=1.5             an answer after so many seconds
  Prefer: fault=reset          reset the connection; truncate ends the answer
                               halfway, stall never ends it`,

	lsp: `
Speaks the Language Server Protocol. A document belongs to the first config, from
the workspace's folder down, that names it. What the editor holds counts, whatever
is on the disk.`,

	report: `
The page is one file of HTML that loads nothing: the docs as written, what was
read from each line, and the operations and diagnostics, with links both ways.
It is written even when the docs have errors; the exit status is 1 then.
--serve listens on 127.0.0.1 alone and ends with 0 on Ctrl+C.`,

	completion: `
  bash   source <(docwright completion bash)      in ~/.bashrc
  zsh    source <(docwright completion zsh)       in ~/.zshrc, behind compinit
  fish   docwright completion fish | source       in ~/.config/fish/config.fish`,
} as const;
