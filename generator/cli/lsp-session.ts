import { join } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic as EditorDiagnostic } from "vscode-languageserver";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { editorDiagnostic } from "../editor/editor-diagnostic.ts";
import { groupBy } from "../text/group.ts";
import { type EditorProject, openProjectOf } from "./editor-project.ts";
import { type Problem, UsageError } from "./exit.ts";
import { nothingRead } from "./project.ts";

/** Milliseconds without a key press after which all documents are looked at together. */
const pause = 200;

/** What a session does to the editor. */
export interface Editor {
	/** Of the version of the text that was read, where the editor has the document open. */
	readonly publish: (
		uri: string,
		diagnostics: readonly EditorDiagnostic[],
		version: number | undefined,
	) => void;
	readonly tell: (problem: Problem) => void;
	/** Hears of a fault of ours, which ends nothing. */
	readonly fail: (error: unknown) => void;
}

/** A text as the editor has it. */
export interface HeldText {
	readonly uri: string;
	readonly version: number;
	readonly getText: () => string;
}

/** A document of a project, as a request finds it. */
export interface At {
	readonly project: EditorProject;
	readonly file: string;
	/** The address of another document, as the editor knows it. */
	readonly uriOf: (file: string) => string;
}

export interface Session {
	readonly setFolders: (folders: readonly string[]) => void;
	readonly open: (document: HeldText) => void;
	readonly change: (document: HeldText) => void;
	readonly close: (uri: string) => void;
	readonly changedOnDisk: (paths: readonly string[]) => void;
	/** Where a document belongs, once all that came before is done; nothing where its config is at fault. */
	readonly at: (uri: string) => Promise<At | undefined>;
}

/** Keeps the projects of the documents that an editor has open, and tells it what is to be said about them. */
export function openSession(editor: Editor): Session {
	let folders: readonly string[] = [];
	const texts = new Map<string, HeldText>();
	const places = new Map<string, At>();
	const projects = new Set<EditorProject>();
	const published = new Map<string, string>();
	/** Of the texts that were taken. */
	const versions = new Map<string, number>();
	const told = new Set<string>();
	/** Projects in which something changed, and the documents of them to speak about at once. */
	const due = new Map<EditorProject, Set<string>>();
	let isPlanned = false;
	let later: NodeJS.Timeout | undefined;
	/** Counts what makes an answer about all documents out of date. */
	let turn = 0;
	let queue: Promise<void> = Promise.resolve();

	return {
		setFolders(paths) {
			folders = paths;
			startOver();
		},
		open(document) {
			texts.set(document.uri, document);
			inTurn(() => place(document.uri));
		},
		change(document) {
			texts.set(document.uri, document);
			inTurn(() => take(document.uri));
		},
		close(uri) {
			texts.delete(uri);
			inTurn(() => leave(uri));
		},
		changedOnDisk(paths) {
			if (paths.some((path) => /docwright\.config\.\w+$/.test(path)))
				return startOver();
			const open = new Set([...texts.keys()].map(pathOfUri));
			if (paths.every((path) => open.has(path))) return;
			inTurn(async () => {
				for (const project of projects) {
					await project.refresh();
					plan(project);
				}
			});
		},
		async at(uri) {
			await queue;
			return places.get(uri);
		},
	};

	/** Does one thing after the other. */
	function inTurn(work: () => void | Promise<void>): void {
		queue = queue.then(work).catch(editor.fail);
	}

	function startOver(): void {
		inTurn(async () => {
			told.clear();
			places.clear();
			for (const project of projects) drop(project);
			for (const uri of texts.keys()) await place(uri);
		});
	}

	async function place(uri: string): Promise<void> {
		const path = pathOfUri(uri);
		if (path === undefined) return;
		const same = [...projects].find((one) => one.fileAt(path) !== undefined);
		const project = same ?? (await open(path));
		const file = project?.fileAt(path);
		if (project === undefined || file === undefined) return;
		projects.add(project);
		places.set(uri, { project, file, uriOf: (name) => uriIn(project, name) });
		take(uri);
	}

	async function open(path: string): Promise<EditorProject | undefined> {
		try {
			return await openProjectOf(path, folders, tellOnce);
		} catch (error) {
			if (!(error instanceof UsageError)) throw error;
			for (const problem of error.problems) tellOnce(problem);
			return undefined;
		}
	}

	function tellOnce(problem: Problem): void {
		if (told.has(problem.message)) return;
		told.add(problem.message);
		editor.tell(problem);
	}

	function take(uri: string): void {
		const at = places.get(uri);
		const text = texts.get(uri);
		if (at === undefined || text === undefined) return;
		versions.set(uri, text.version);
		at.project.hold(at.file, text.getText());
		plan(at.project, at.file);
	}

	async function leave(uri: string): Promise<void> {
		const at = places.get(uri);
		if (at === undefined) return;
		places.delete(uri);
		versions.delete(uri);
		await at.project.release(at.file);
		const used = [...places.values()].some(
			({ project }) => project === at.project,
		);
		if (used) plan(at.project, at.file);
		else drop(at.project);
	}

	function drop(project: EditorProject): void {
		projects.delete(project);
		due.delete(project);
		for (const file of project.files()) say(uriIn(project, file), []);
	}

	/** Speaks about a document as soon as nothing else is to be done, and about all of them after a pause. */
	function plan(project: EditorProject, file?: string): void {
		const files = due.get(project) ?? new Set();
		due.set(project, files);
		if (file !== undefined) files.add(file);
		if (!isPlanned) setImmediate(() => attempt(speakSoon));
		isPlanned = true;
		turn++;
		pauseFirst();
	}

	function pauseFirst(): void {
		clearTimeout(later);
		later = setTimeout(() => void speakOfAll().catch(editor.fail), pause);
	}

	function attempt(work: () => void): void {
		try {
			work();
		} catch (error) {
			editor.fail(error);
		}
	}

	function speakSoon(): void {
		isPlanned = false;
		for (const [project, files] of due) {
			for (const file of files)
				speak(project, file, project.workspace.toldSoFar(file));
			files.clear();
		}
		// However long that took: who still writes is to be answered first.
		pauseFirst();
	}

	/** What comes in between two steps is done first; what changes a document ends this, and it is planned anew. */
	async function speakOfAll(): Promise<void> {
		const own = ++turn;
		for (const project of [...due.keys()]) {
			const { workspace, files } = project;
			const steps = workspace.readingInSteps();
			let step = steps.next();
			while (step.done !== true) {
				await otherWork();
				if (own !== turn) return;
				step = steps.next();
			}
			due.delete(project);
			if (!projects.has(project)) continue;
			const reading = step.value;
			for (const fault of reading.faults ?? []) tellOnce(fault);
			const all = files().flatMap((file) => workspace.document(file) ?? []);
			const others = groupBy(
				[...reading.diagnostics, ...nothingRead(all, reading)],
				({ span }) => span.file,
			);
			for (const file of files()) speak(project, file, others.get(file) ?? []);
		}
	}

	function speak(
		project: EditorProject,
		file: string,
		found: readonly Diagnostic[],
	): void {
		const uriOf = (name: string) => uriIn(project, name);
		say(
			uriOf(file),
			[...project.faults(file), ...found].map((one) =>
				editorDiagnostic(one, uriOf),
			),
		);
	}

	function say(uri: string, diagnostics: readonly EditorDiagnostic[]): void {
		const text = JSON.stringify(diagnostics);
		if ((published.get(uri) ?? "[]") === text && !texts.has(uri)) return;
		published.set(uri, text);
		editor.publish(uri, diagnostics, versions.get(uri));
	}

	function uriIn({ pathOf, settings }: EditorProject, file: string): string {
		const path = pathOf(file) ?? join(settings.docs.root, file);
		const open = [...texts.keys()].find((uri) => pathOfUri(uri) === path);
		return open ?? pathToFileURL(path).href;
	}
}

/** The absolute path of a file's address; nothing for what is no file. */
export function pathOfUri(uri: string): string | undefined {
	if (!uri.startsWith("file:")) return undefined;
	try {
		return fileURLToPath(uri);
	} catch {
		return undefined;
	}
}
