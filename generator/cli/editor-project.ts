import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createReporter } from "../diagnostics/reporter.ts";
import { openWorkspace, type Workspace } from "../editor/workspace.ts";
import { acceptDocument } from "../output/accept-document.ts";
import { isWithin } from "../output/look-at.ts";
import { largestDocument } from "../output/read-document.ts";
import { readApart, readingTogether } from "../pipeline.ts";
import { configPaths } from "./config-file.ts";
import type { Problem } from "./exit.ts";
import { findDocuments, readOptionsOf } from "./project.ts";
import { loadSettings, type Settings } from "./settings.ts";

/** A config and the documents that it names, those that an editor holds as they stand there. */
export interface EditorProject {
	readonly settings: Settings;
	readonly workspace: Workspace;
	/** The name of a document by its absolute path. */
	readonly fileAt: (path: string) => string | undefined;
	readonly pathOf: (file: string) => string | undefined;
	readonly files: () => readonly string[];
	/** What is wrong with documents as files. */
	readonly faults: (file: string) => readonly Diagnostic[];
	/** Takes a document from the editor, over what is on the disk. */
	readonly hold: (file: string, text: string) => void;
	/** Leaves a document to the disk again. */
	readonly release: (file: string) => Promise<void>;
	/** Reads from the disk what no editor holds. */
	readonly refresh: () => Promise<void>;
}

/**
 * Finds the project that a document belongs to: from the workspace's folder to the document's, the first with a config that
 * names it. So no config is run that lies in the docs of another. A document that none names is one for itself, under the
 * config of the workspace's folder as `docwright inspect FILE` would have it there; outside of all folders no config counts.
 */
export async function openProjectOf(
	path: string,
	folders: readonly string[],
	note: (problem: Problem) => void,
): Promise<EditorProject> {
	const top = folders
		.filter((folder) => isWithin(folder, path))
		.sort((a, b) => a.length - b.length)[0];
	if (top === undefined) {
		const cwd = dirname(path);
		const patterns = [path];
		const settings = { patterns, flags: {}, cwd, note, config: false } as const;
		return openProject(await loadSettings(settings));
	}
	for (const cwd of between(top, dirname(path))) {
		const isConfigured = configPaths(undefined, cwd).some((one) =>
			existsSync(one),
		);
		if (!isConfigured && cwd !== top) continue;
		const settings = await loadSettings({ patterns: [], flags: {}, cwd, note });
		const project = await openProject(settings);
		if (project.fileAt(path) !== undefined) return project;
	}
	const request = { patterns: [path], flags: {}, cwd: top, note };
	return openProject(await loadSettings(request));
}

/** Folders from the outer to the inner one, both among them. */
function between(outer: string, inner: string): readonly string[] {
	const parts = relative(outer, inner)
		.split(sep)
		.filter((part) => part !== "");
	return [
		outer,
		...parts.map((_, at) => join(outer, ...parts.slice(0, at + 1))),
	];
}

async function openProject(settings: Settings): Promise<EditorProject> {
	let docs = await findDocuments(settings);
	const held = new Map<string, string>();
	const heldFaults = new Map<string, readonly Diagnostic[]>();
	const workspace = openWorkspace(docs.documents, readOptionsOf(settings), {
		readApart,
		readingTogether,
	});
	const files = new Map([...docs.paths].map(([file, path]) => [path, file]));
	return {
		settings,
		workspace,
		fileAt: (path) => files.get(path),
		pathOf: (file) => docs.paths.get(file),
		files: () => [...docs.paths.keys()],
		faults: (file) =>
			heldFaults.get(file) ??
			docs.diagnostics.filter(({ span }) => span.file === file),
		hold(file, text) {
			held.set(file, text);
			const { report, diagnostics } = createReporter();
			const limit = settings.limits?.bytes ?? largestDocument;
			const bytes = Buffer.byteLength(text);
			const accepted = acceptDocument(
				bytes > limit
					? { kind: "too-large", bytes, limit }
					: { kind: "text", text },
				file,
				report,
			);
			heldFaults.set(file, diagnostics());
			if (accepted === undefined) workspace.remove(file);
			else workspace.put({ file, text: accepted });
		},
		async release(file) {
			held.delete(file);
			heldFaults.delete(file);
			await refresh();
		},
		refresh,
	};

	async function refresh(): Promise<void> {
		const before = docs.documents;
		docs = await findDocuments(settings);
		files.clear();
		for (const [file, path] of docs.paths) files.set(path, file);
		const there = new Set(docs.documents.map(({ file }) => file));
		for (const { file } of before)
			if (!there.has(file) && !held.has(file)) workspace.remove(file);
		for (const document of docs.documents)
			if (!held.has(document.file)) workspace.put(document);
	}
}
