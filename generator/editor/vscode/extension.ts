import { existsSync } from "node:fs";
import { join } from "node:path";
import { commands, type ExtensionContext, window, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { serverOf } from "./server.ts";

let client: LanguageClient | undefined;

/** Starts the server of the workspace; VS Code calls it when a folder with a config is open. */
export async function activate(context: ExtensionContext): Promise<void> {
	context.subscriptions.push(
		commands.registerCommand("docwright.restart", async () => {
			await deactivate();
			await start();
		}),
	);
	await start();
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
	await client?.stop();
	client = undefined;
}

async function start(): Promise<void> {
	const folders = (workspace.workspaceFolders ?? []).map(
		({ uri }) => uri.fsPath,
	);
	const stated = workspace
		.getConfiguration("docwright")
		.get<readonly string[]>("command", []);
	const server = serverOf(stated, folders, (folder, file) =>
		existsSync(join(folder, file)),
	);
	if (server === undefined) {
		void window.showInformationMessage(
			"Docwright is not installed in this workspace: npm install --save-dev docwright, or set docwright.command",
		);
		return;
	}
	client = new LanguageClient("docwright", "Docwright", server, {
		documentSelector: [
			{ scheme: "file", language: "markdown" },
			{ scheme: "file", language: "mdx" },
			{ scheme: "file", pattern: "**/*.{md,mdx,markdown,txt}" },
		],
		// Nothing in a hover may run a command, whatever the docs say.
		markdown: { isTrusted: false, supportHtml: false },
	});
	await client.start();
}
