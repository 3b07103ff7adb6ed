/** How a project's package manager is called. */
export interface Commands {
	/** What installs the project as its lockfile says, line by line. */
	readonly install: readonly string[];
	/** What runs the docwright that is installed. */
	readonly run: string;
}

export const npmCommands: Commands = {
	install: ["npm ci"],
	run: "npx docwright",
};

/** A workflow of GitHub Actions that fails when the committed client is not what the docs give. */
export function checkWorkflow({ install, run }: Commands): string {
	return `# Fails when the client is not what the docs give: run docwright generate, and commit what it writes.
name: docwright
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: false
      - uses: actions/setup-node@v6
        with:
          node-version: 24
${stepsOf(install)}${stepsOf([`${run} generate --check --reporter github`])}`;
}

/**
 * A workflow of GitHub Actions that publishes the client with its provenance, and with no token: the registry has to know
 * this workflow as a trusted publisher of the package, and the config the repository.
 */
export function publishWorkflow({ install, run }: Commands): string {
	return `# Publishes the client of a release. The registry has to know this file as a trusted publisher of the package.
name: publish
on:
  release:
    types: [published]
permissions:
  contents: read
  id-token: write
jobs:
  publish:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: false
      - uses: actions/setup-node@v6
        with:
          node-version: 24
${stepsOf(install)}${stepsOf([
	`${run} generate --check --reporter github`,
	"npm publish ./generated --provenance --access public",
])}`;
}

/** The same check for any other build server: a shell script that fails where it has to. */
export function checkScript({ install, run }: Commands): string {
	const lines = ["set -eu", ...install, `${run} generate --check`];
	return lines.map((line) => `${line}\n`).join("");
}

function stepsOf(commands: readonly string[]): string {
	return commands.map((command) => `      - run: ${command}\n`).join("");
}
