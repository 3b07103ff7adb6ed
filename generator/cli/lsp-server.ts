import {
	type ClientCapabilities,
	createConnection,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
	type InitializeResult,
	MessageType,
	ShowMessageNotification,
	StreamMessageReader,
	StreamMessageWriter,
	TextDocumentSyncKind,
	TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { visibleLine } from "../diagnostics/visible.ts";
import { partsToCome } from "../editor/completion.ts";
import { roleOfPart } from "../pipeline.ts";
import { actionsAt } from "./lsp-actions.ts";
import { definitionAt, hoverAt, symbolsIn } from "./lsp-answers.ts";
import { openSession, pathOfUri } from "./lsp-session.ts";

/** The streams that the protocol is spoken over. */
export interface Streams {
	readonly input: NodeJS.ReadableStream;
	readonly output: NodeJS.WritableStream;
}

/** Speaks the Language Server Protocol 3.17 until the client ends it; the library ends the process then. */
export function serveEditor({ input, output }: Streams, version: string): void {
	const connection = createConnection(
		new StreamMessageReader(input),
		new StreamMessageWriter(output),
	);
	const documents = new TextDocuments(TextDocument);
	const session = openSession({
		publish: (uri, diagnostics, version) =>
			void connection.sendDiagnostics({
				uri,
				diagnostics: [...diagnostics],
				...(version !== undefined && { version }),
			}),
		tell: ({ message, help }) =>
			void connection.sendNotification(ShowMessageNotification.type, {
				type: MessageType.Warning,
				message: visibleLine(`docwright: ${message}. ${help}`),
			}),
		fail: (error) =>
			connection.console.error(
				`internal error: ${error instanceof Error ? error.stack : String(error)}`,
			),
	});
	let client: ClientCapabilities = {};

	connection.onInitialize((params) => {
		client = params.capabilities;
		session.setFolders(foldersOf(params));
		return initialized(version);
	});
	connection.onInitialized(() => {
		if (client.workspace?.workspaceFolders === true)
			connection.workspace.onDidChangeWorkspaceFolders(async () => {
				const folders = await connection.workspace.getWorkspaceFolders();
				session.setFolders(pathsOf((folders ?? []).map(({ uri }) => uri)));
			});
		if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
			void connection.client.register(DidChangeWatchedFilesNotification.type, {
				watchers: [
					{ globPattern: "**/*.{md,mdx,markdown,txt}" },
					{ globPattern: "**/docwright.config.{ts,mts,js,mjs,json}" },
				],
			});
	});
	connection.onDidChangeWatchedFiles(({ changes }) =>
		session.changedOnDisk(pathsOf(changes.map(({ uri }) => uri))),
	);

	documents.onDidOpen(({ document }) => session.open(document));
	documents.onDidChangeContent(({ document }) => session.change(document));
	documents.onDidClose(({ document }) => session.close(document.uri));

	connection.onHover(async ({ textDocument, position }) => {
		const at = await session.at(textDocument.uri);
		const formats = client.textDocument?.hover?.contentFormat ?? [];
		return at && hoverAt(at, position, formats.includes("markdown"));
	});
	connection.onDefinition(async ({ textDocument, position }) => {
		const at = await session.at(textDocument.uri);
		return at && definitionAt(at, position);
	});
	connection.onDocumentSymbol(async ({ textDocument }) => {
		const at = await session.at(textDocument.uri);
		return at && [...symbolsIn(at)];
	});
	connection.onCodeAction(async ({ textDocument, range, context }) => {
		const at = await session.at(textDocument.uri);
		return at && [...actionsAt(at, textDocument.uri, range, context.only)];
	});
	connection.onCompletion(({ textDocument, position }) => {
		const text = documents.get(textDocument.uri)?.getText();
		const lines = text?.split(/\r\n|\r|\n/) ?? [];
		return [...partsToCome(lines, position, roleOfPart)];
	});

	documents.listen(connection);
	connection.listen();
}

function initialized(version: string): InitializeResult {
	return {
		serverInfo: { name: "docwright", version },
		capabilities: {
			textDocumentSync: TextDocumentSyncKind.Incremental,
			hoverProvider: true,
			definitionProvider: true,
			documentSymbolProvider: true,
			codeActionProvider: {
				codeActionKinds: ["quickfix", "refactor.rewrite"],
			},
			completionProvider: { triggerCharacters: ["#", "*", " "] },
			workspace: {
				workspaceFolders: { supported: true, changeNotifications: true },
			},
		},
	};
}

function foldersOf({
	workspaceFolders,
	rootUri,
}: InitializeParams): readonly string[] {
	const uris =
		workspaceFolders?.map(({ uri }) => uri) ??
		(rootUri === null ? [] : [rootUri]);
	return pathsOf(uris);
}

function pathsOf(uris: readonly string[]): readonly string[] {
	return uris.flatMap((uri) => pathOfUri(uri) ?? []);
}
