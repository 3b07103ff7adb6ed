import { join, posix } from "node:path";
import { loadDocs } from "../output/docs.ts";
import { lookAt } from "../output/look-at.ts";
import { manifestPath } from "../output/manifest.ts";
import type { SourceText } from "../text/source.ts";
import type { Context, Pipeline } from "./context.ts";

/** A folder that could be the docs of a project, and what is in it and below. */
export interface Candidate {
	/** From the working folder, with forward slashes; `.` stands for the documents right in it that state operations. */
	readonly folder: string;
	/** What the config says under `docs`. */
	readonly docs: string | readonly string[];
	readonly documents: readonly SourceText[];
	readonly operations: number;
	readonly dialects: readonly string[];
}

/**
 * Finds the folders whose documents state operations, the one with the most first; of two with as many, the inner one.
 * Each folder is read by itself, as one that only shows calls is read otherwise beside one that states endpoints.
 */
export async function findCandidates(
	context: Context,
): Promise<readonly Candidate[]> {
	const { cwd } = context.io;
	const { documents } = await loadDocs({
		patterns: ["."],
		base: cwd,
		root: cwd,
		out: join(cwd, "generated"),
	});
	const { readDocs } = await context.pipeline();
	const read: ReadDocument[] = [];
	for (const [folder, inside] of byFolder(documents))
		if (!isOutput(cwd, folder))
			read.push(...readFolder(folder, inside, readDocs));
	const stating = read.filter(({ operations }) => operations > 0);
	const folders = new Set(stating.flatMap(({ folder }) => withParents(folder)));
	return [...folders]
		.map((folder) => candidateAt(folder, read))
		.sort(
			(a, b) =>
				b.operations - a.operations ||
				depthOf(b.folder) - depthOf(a.folder) ||
				(a.folder < b.folder ? -1 : 1),
		);
}

interface ReadDocument {
	readonly folder: string;
	readonly document: SourceText;
	readonly operations: number;
	readonly dialects: readonly string[];
}

function byFolder(
	documents: readonly SourceText[],
): ReadonlyMap<string, readonly SourceText[]> {
	const folders = new Map<string, SourceText[]>();
	for (const document of documents) {
		const folder = posix.dirname(document.file);
		const there = folders.get(folder);
		if (there === undefined) folders.set(folder, [document]);
		else there.push(document);
	}
	return folders;
}

function readFolder(
	folder: string,
	documents: readonly SourceText[],
	readDocs: Pipeline["readDocs"],
): readonly ReadDocument[] {
	const { coverage } = readDocs(documents);
	return documents.map((document) => {
		const found = coverage.find(({ file }) => file === document.file);
		const { operations = 0, dialects = [] } = found ?? {};
		return { folder, document, operations, dialects };
	});
}

/** Clients come with docs of their own. */
function isOutput(cwd: string, folder: string): boolean {
	for (const at of withParents(folder)) {
		const { kind } = lookAt(join(cwd, at, manifestPath));
		if (kind !== "missing") return true;
	}
	return false;
}

/** `docs/api/v1` → itself, `docs/api`, `docs`. The working folder is not docs because some lie in it. */
function withParents(folder: string): readonly string[] {
	if (folder === ".") return [folder];
	const parts = folder.split("/");
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function candidateAt(folder: string, read: readonly ReadDocument[]): Candidate {
	const inside = read.filter((one) =>
		folder === "."
			? one.folder === "." && one.operations > 0
			: one.folder === folder || one.folder.startsWith(`${folder}/`),
	);
	const documents = inside.map(({ document }) => document);
	const dialects = inside.flatMap(({ operations, dialects }) =>
		operations > 0 ? dialects : [],
	);
	return {
		folder,
		docs: folder === "." ? documents.map(({ file }) => file) : folder,
		documents,
		operations: inside.reduce((sum, { operations }) => sum + operations, 0),
		dialects: [...new Set(dialects)].sort(),
	};
}

function depthOf(folder: string): number {
	return folder === "." ? 0 : folder.split("/").length;
}
