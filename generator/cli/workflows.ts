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

/** Actions by the digest of what was looked at: whoever moves a tag of theirs changes nothing here. */
const actions = {
	checkout:
		"actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
	setupNode:
		"actions/setup-node@53b83947a5a98c8d113130e565377fae1a50d02f # v6.3.0",
	upload:
		"actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
	download:
		"actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
};

const node = `      - uses: ${actions.setupNode}
        with:
          node-version: 24
          package-manager-cache: false
`;

/** The clone holds no key to the repository while what was installed runs. */
const clone = `    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
${node}`;

/** A workflow of GitHub Actions that fails when the committed client is not what the docs give. */
export function checkWorkflow({ install, run }: Commands): string {
	return `# Fails when the client is not what the docs give: run docwright generate, and commit what it writes.
name: docwright
on: [push, pull_request]
permissions: {}
jobs:
  check:
${clone}${stepsOf([...install, `${run} generate --check --reporter github`])}`;
}

/**
 * A workflow of GitHub Actions that publishes the client with its provenance, and with no token: the registry has to know
 * this workflow as a trusted publisher of the package, and the config the repository. What is installed runs in a job that
 * may do nothing; the job that publishes runs nothing of it.
 */
export function publishWorkflow({ install, run }: Commands): string {
	return `# Publishes the client of a release. The registry has to know this file as a trusted publisher of the package.
name: publish
on:
  release:
    types: [published]
permissions: {}
jobs:
  pack:
${clone}${stepsOf([
	...install,
	`${run} generate --check --reporter github`,
	"mkdir release",
	"npm pack ./generated --pack-destination release",
])}      - uses: ${actions.upload}
        with:
          name: release
          path: release
  publish:
    needs: pack
    runs-on: ubuntu-latest
    permissions:
      id-token: write
    steps:
      - uses: ${actions.download}
        with:
          name: release
          path: release
${node}${stepsOf(["npm publish ./release/*.tgz --provenance --access public --ignore-scripts"])}`;
}

/** The same check for any other build server: a shell script that fails where it has to. */
export function checkScript({ install, run }: Commands): string {
	const lines = ["set -eu", ...install, `${run} generate --check`];
	return lines.map((line) => `${line}\n`).join("");
}

function stepsOf(commands: readonly string[]): string {
	return commands.map((command) => `      - run: ${command}\n`).join("");
}
