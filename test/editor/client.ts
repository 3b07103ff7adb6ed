import { spawn } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import type {
	ClientCapabilities,
	Diagnostic,
	InitializeResult,
	ProtocolConnection,
	PublishDiagnosticsParams,
} from "vscode-languageserver-protocol";
import * as protocol from "vscode-languageserver-protocol/node";

const command = fileURLToPath(
	new URL("../../generator/cli/docwright.mjs", import.meta.url),
);

/** A client of the real command, spoken to over its streams. */
export interface Client {
	readonly connection: ProtocolConnection;
	readonly initialized: InitializeResult;
	/** What the server told the person at the editor. */
	readonly shown: readonly string[];
	readonly open: (path: string, text: string) => string;
	/** Replaces a stretch of the text, between offsets, as a key press does. */
	readonly edit: (uri: string, from: number, to: number, text: string) => void;
	readonly textOf: (uri: string) => string;
	/** Waits for what is told of a document next that passes the test. */
	readonly told: (
		uri: string,
		fits?: (diagnostics: readonly Diagnostic[]) => boolean,
	) => Promise<readonly Diagnostic[]>;
	/** Waits for the last of what is told of a document: nothing more comes for a while. */
	readonly settled: (uri: string) => Promise<readonly Diagnostic[]>;
	readonly offsetAt: (
		uri: string,
		position: { line: number; character: number },
	) => number;
	/** Where a word begins in the text, `nth` from 0. */
	readonly at: (
		uri: string,
		word: string,
		nth?: number,
	) => { line: number; character: number };
	/** Makes this folder the workspace, with nothing open and nothing shown. */
	readonly enter: (folder: string) => Promise<void>;
	/** Seconds of the processor that the server took so far. */
	readonly cpuSeconds: () => Promise<number>;
	readonly stop: () => Promise<number | null>;
	/** Ends the process, if it did not end. */
	readonly kill: () => Promise<void>;
}

/** Starts `docwright lsp` for a workspace. */
export async function spawnClient(
	folder: string | undefined,
	capabilities: ClientCapabilities = markdown,
): Promise<Client> {
	const args = [`--import=${teller}`, command, "lsp", "--stdio"];
	const child = spawn(process.execPath, args, {
		cwd: "/",
		stdio: ["pipe", "pipe", "inherit", "ipc"],
	});
	const { stdin, stdout } = child;
	if (stdin === null || stdout === null) throw new Error("No streams");
	const ended = new Promise<number | null>((done) => child.once("exit", done));
	let folders = folder === undefined ? null : [folderOf(folder)];
	const connection = protocol.createProtocolConnection(
		new protocol.StreamMessageReader(stdout),
		new protocol.StreamMessageWriter(stdin),
	);
	const texts = new Map<string, { text: string; version: number }>();
	const shown: string[] = [];
	const heard: PublishDiagnosticsParams[] = [];
	const waiting = new Set<(params: PublishDiagnosticsParams) => void>();
	connection.onNotification("textDocument/publishDiagnostics", (params) => {
		heard.push(params);
		for (const one of waiting) one(params);
	});
	for (const way of ["window/showMessage", "window/logMessage"])
		connection.onNotification(way, ({ message }: { message: string }) => {
			shown.push(message);
		});
	connection.onRequest("client/registerCapability", () => null);
	connection.onRequest("workspace/workspaceFolders", () => folders);
	connection.listen();
	const initialized = await connection.sendRequest<InitializeResult>(
		"initialize",
		{
			processId: process.pid,
			rootUri: null,
			workspaceFolders: folders,
			capabilities,
		},
	);
	void connection.sendNotification("initialized", {});
	const textOf = (uri: string) => texts.get(uri)?.text ?? "";
	const told = (
		uri: string,
		fits: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
	) =>
		new Promise<readonly Diagnostic[]>((done, fail) => {
			const timer = setTimeout(
				() => fail(new Error(`Not told: ${JSON.stringify(heard.at(-1))}`)),
				patience,
			);
			const listen = (params: PublishDiagnosticsParams) => {
				if (params.uri !== uri || !fits(params.diagnostics)) return;
				// What was told of an earlier text comes late.
				if (isEarlier(params)) return;
				clearTimeout(timer);
				waiting.delete(listen);
				done(params.diagnostics);
			};
			waiting.add(listen);
		});
	const isEarlier = ({ uri, version }: PublishDiagnosticsParams) =>
		version !== undefined && version < (texts.get(uri)?.version ?? 0);
	return {
		connection,
		initialized,
		shown,
		textOf,
		open(path, text) {
			const uri = pathToFileURL(path).href;
			texts.set(uri, { text, version: 1 });
			const textDocument = { uri, languageId: "markdown", version: 1, text };
			void connection.sendNotification("textDocument/didOpen", {
				textDocument,
			});
			return uri;
		},
		edit(uri, from, to, text) {
			const before = textOf(uri);
			const version = (texts.get(uri)?.version ?? 0) + 1;
			const now = before.slice(0, from) + text + before.slice(to);
			texts.set(uri, { text: now, version });
			const range = {
				start: positionAt(before, from),
				end: positionAt(before, to),
			};
			void connection.sendNotification("textDocument/didChange", {
				textDocument: { uri, version },
				contentChanges: [{ range, text }],
			});
		},
		told,
		settled: (uri) =>
			new Promise((done, fail) => {
				let timer = setTimeout(() => fail(new Error("Not told")), patience);
				waiting.add((params) => {
					if (params.uri !== uri) return;
					clearTimeout(timer);
					timer = setTimeout(() => done(params.diagnostics), quiet);
				});
			}),
		offsetAt: (uri, { line, character }) =>
			textOf(uri)
				.split("\n")
				.slice(0, line)
				.reduce((sum, { length }) => sum + length + 1, 0) + character,
		at(uri, word, nth = 0) {
			let offset = -1;
			for (let left = nth; left >= 0; left--)
				offset = textOf(uri).indexOf(word, offset + 1);
			return positionAt(textOf(uri), offset);
		},
		async enter(path) {
			for (const uri of texts.keys())
				await connection.sendNotification("textDocument/didClose", {
					textDocument: { uri },
				});
			texts.clear();
			const removed = folders ?? [];
			folders = [folderOf(path)];
			await connection.sendNotification("workspace/didChangeWorkspaceFolders", {
				event: { added: folders, removed },
			});
			// It asks for them, and then has them.
			await connection.sendRequest("textDocument/completion", {
				textDocument: { uri: "file:///none.md" },
				position: { line: 0, character: 0 },
			});
			shown.length = 0;
		},
		cpuSeconds: () =>
			new Promise((done) => {
				child.once("message", (used) => done(Number(used)));
				child.send("cpu");
			}),
		async kill() {
			connection.dispose();
			child.kill();
			await ended;
		},
		async stop() {
			await connection.sendRequest("shutdown");
			void connection.sendNotification("exit");
			return ended;
		},
	};
}

/** Lets the server answer how much of the processor it took; it ends when it would without that. */
const teller = `data:text/javascript,${encodeURIComponent(`
process.on("message", () => {
	const { user, system } = process.cpuUsage();
	process.send((user + system) / 1e6);
});
process.channel.unref();`)}`;

function folderOf(path: string) {
	return { uri: pathToFileURL(path).href, name: "it" };
}

const markdown: ClientCapabilities = {
	textDocument: { hover: { contentFormat: ["markdown", "plaintext"] } },
	workspace: {
		workspaceFolders: true,
		didChangeWatchedFiles: { dynamicRegistration: true },
	},
};

/** Milliseconds that a large document may take on a machine that does other work. */
const patience = 60_000;

/** Milliseconds after which nothing more is told of a change: more than the server waits before it reads all together. */
const quiet = 400;

function positionAt(text: string, offset: number) {
	const before = text.slice(0, offset).split("\n");
	return {
		line: before.length - 1,
		character: before.at(-1)?.length ?? 0,
	};
}
