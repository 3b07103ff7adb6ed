import { relative, resolve, sep } from "node:path";
import { createReporter } from "../diagnostics/reporter.ts";
import type { SourceText } from "../text/source.ts";
import { acceptDocument } from "./accept-document.ts";
import type { Docs } from "./docs.ts";
import { isDocument, isPassedOver } from "./find-docs.ts";
import {
	findTree,
	type GitEntry,
	listEntries,
	openRepository,
	type Repository,
	readEntries,
} from "./git.ts";
import { isWithin, realPathOf } from "./look-at.ts";
import { decodeDocument, largestDocument } from "./read-document.ts";
import { nothingAt, pathFromTop, type Revision } from "./revision.ts";

export interface RevisionRequest extends Revision {
	/** Absolute: the working folder. */
	readonly cwd: string;
	/** Absolute: documents below it are named from here. */
	readonly root: string;
	/** Absolute: the output folder, which is passed over. */
	readonly out: string;
}

/** What stands at a place in a revision: the text of a file of JSON, or documents. */
export type AtRevision =
	| { readonly kind: "json"; readonly text: string; readonly pathOf: PathOf }
	| { readonly kind: "docs"; readonly docs: Docs; readonly pathOf: PathOf };

/** Where git shows a document: `HEAD~1:spec/hives.md`. */
type PathOf = (file: string) => string;

/** Reads what a revision has at a path. What is wrong with a document is a diagnostic, as it is on disk. */
export async function readRevision(
	request: RevisionRequest,
): Promise<AtRevision> {
	const { revision } = request;
	// Git says where it stands with links resolved.
	const root = realPathOf(request.root);
	const out = realPathOf(request.out);
	const repository = await openRepository(request.cwd);
	const tree = await findTree(repository, revision);
	const path = pathFromTop(repository, request);
	const entries = await listEntries(repository, tree, path);
	const [first] = entries;
	if (first === undefined) throw nothingAt(request);
	const pathOf: PathOf = (file) =>
		`${revision}:${wayTo(repository, root, file)}`;
	if (first.path === path && /\.json$/i.test(path)) {
		const [bytes] = await readEntries(repository, [first]);
		return { kind: "json", text: new TextDecoder().decode(bytes), pathOf };
	}
	const documents = entries.filter(
		(entry) =>
			entry.type === "blob" &&
			!entry.isLink &&
			isDocument(entry.path) &&
			!entry.path.slice(path.length).split("/").some(isPassedOver) &&
			!isWithin(out, resolve(repository.top, entry.path)),
	);
	if (documents.length === 0) throw nothingAt(request);
	const docs = await docsIn(repository, documents, root);
	return { kind: "docs", docs, pathOf };
}

async function docsIn(
	repository: Repository,
	entries: readonly GitEntry[],
	root: string,
): Promise<Docs> {
	const { report, diagnostics } = createReporter();
	const small = entries.filter(({ bytes }) => bytes <= largestDocument);
	const contents = await readEntries(repository, small);
	const bytesOf = new Map(small.map((entry, at) => [entry, contents[at]]));
	const documents: SourceText[] = [];
	const paths = new Map<string, string>();
	for (const entry of entries) {
		const path = resolve(repository.top, entry.path);
		const file = isWithin(root, path)
			? relative(root, path).split(sep).join("/")
			: entry.path;
		paths.set(file, path);
		const bytes = bytesOf.get(entry);
		const result =
			bytes === undefined
				? ({
						kind: "too-large",
						bytes: entry.bytes,
						limit: largestDocument,
					} as const)
				: decodeDocument(bytes);
		const text = acceptDocument(result, file, report);
		if (text !== undefined) documents.push({ file, text });
	}
	documents.sort((a, b) => (a.file < b.file ? -1 : 1));
	return { documents, diagnostics: diagnostics(), paths, folders: [] };
}

/** A document's path from the top, by its name. */
function wayTo({ top }: Repository, root: string, file: string): string {
	const path = resolve(root, file);
	return isWithin(top, path) && isWithin(top, root)
		? relative(top, path).split(sep).join("/")
		: file;
}
