/** How the server is started: a program of this machine, and where. */
export interface Server {
	readonly command: string;
	readonly args: string[];
	readonly options: { readonly cwd?: string };
}

const script = "node_modules/docwright/generator/cli/docwright.mjs";

/** The server that the settings state, or that of the first folder that has one installed; nothing where none has. */
export function serverOf(
	stated: readonly string[],
	folders: readonly string[],
	has: (folder: string, file: string) => boolean,
): Server | undefined {
	const [command, ...args] = stated;
	const [first] = folders;
	if (command !== undefined)
		return {
			command,
			args,
			options: first === undefined ? {} : { cwd: first },
		};
	const folder = folders.find((one) => has(one, script));
	if (folder === undefined) return undefined;
	// Node runs the script itself: no shell reads a path of the workspace.
	return {
		command: "node",
		args: [script, "lsp", "--stdio"],
		options: { cwd: folder },
	};
}
